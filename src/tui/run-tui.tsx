import { render } from 'ink';
import type { Analysis } from '../analysis/index.ts';
import type { GlyphSet, Pair } from '../views/index.ts';
import { App } from './app.tsx';
import { bindBook } from './book.ts';
import type { ViewName } from './state.ts';
import { type Background, themeFor } from './theme.ts';

/** The terminal and its settings, as the caller found them. */
export interface TuiIo {
  /** Must be a terminal that knows raw mode. */
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly glyphs: GlyphSet;
  /** False asks for a screen without colours (`NO_COLOR`); bold, underline and inverse stay. */
  readonly colour: boolean;
  /** What the terminal's background is like; `dark` where nothing is known. */
  readonly background?: Background;
  /** View on the first screen, `fork` if none is named. */
  readonly view?: Exclude<ViewName, 'source' | 'detail' | 'help'>;
  /** Speakers' ids: see only where these two part, to begin with. */
  readonly pair?: Pair;
  /** Stops the program and settles when it is brought back; without it Ctrl+Z does nothing. */
  readonly suspend?: () => Promise<void>;
}

/**
 * Shows an analysis on the terminal's other screen until the reader quits (also by Ctrl+C); the terminal is then as before.
 * Rejects with what was thrown inside, after the terminal is restored.
 */
export async function runTui(analysis: Analysis, io: TuiIo): Promise<void> {
  const app = (
    <App
      book={bindBook(analysis, io.glyphs, io.pair ?? null)}
      theme={themeFor({ ...io, background: io.background ?? 'dark' })}
      view={io.view ?? 'fork'}
      suspend={io.suspend ?? null}
    />
  );
  const { stdin, stdout, stderr } = io;
  // Ink turns echo off only after its first frame; a key pressed in between would be printed into the screen.
  stdin.setRawMode(true);
  try {
    const screen = render(app, {
      stdin,
      stdout,
      stderr,
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: 60,
      // Ink takes CI=true for "no terminal"; whoever calls has made sure that there is one.
      interactive: true,
    });
    await screen.waitUntilExit();
  } finally {
    stdin.setRawMode(false);
  }
}
