import { useApp, useInput, usePaste, useWindowSize } from 'ink';
import { useEffect, useState } from 'react';
import { fitSize } from './fit.ts';
import { pasteText, pressKeys } from './press.ts';
import { Screen } from './screen.tsx';
import { splitKeys } from './split-keys.ts';
import { type Book, startState, type ViewName } from './state.ts';
import type { Theme } from './theme.ts';

export interface AppProps {
  readonly book: Book;
  readonly theme: Theme;
  /** View on the first screen. */
  readonly view: ViewName;
  /** Stops the program until the shell brings it back; null where that cannot be done. */
  readonly suspend: (() => Promise<void>) | null;
}

async function nothing(): Promise<void> {}

/** Joins the state to the terminal: keys and size in, screen out. */
export function App({ book, theme, view, suspend }: AppProps) {
  const { exit, suspendTerminal } = useApp();
  const size = useWindowSize();
  const [stored, setState] = useState(() => startState({ size, view, canSuspend: suspend !== null }, book));
  const state = fitSize(stored, size, book);

  useInput((input, key) => {
    const keys = splitKeys(input, key);
    setState((now) => pressKeys(fitSize(now, size, book), keys, book));
  });
  usePaste((text) => setState((now) => pasteText(now, text)));

  useEffect(() => {
    if (state.wish === 'quit') exit();
    if (state.wish !== 'suspend' && state.wish !== 'redraw') return;
    setState((now) => ({ ...now, wish: null }));
    // Leaving the screen and taking it again draws every line, whatever was written into it meanwhile.
    void suspendTerminal(state.wish === 'suspend' && suspend ? suspend : nothing);
  }, [state.wish, exit, suspend, suspendTerminal]);

  return <Screen state={state} theme={theme} book={book} />;
}
