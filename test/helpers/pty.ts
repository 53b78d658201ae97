import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

export interface PtyOptions {
  readonly cols?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** The whole environment, besides TERM; PATH and HOME are not passed on by themselves. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long a wait may take, in milliseconds. */
  readonly patience?: number;
}

/** A program that runs in a real pseudo-terminal, and the screen that its output makes. */
export interface PtyProgram {
  readonly terminal: xterm.Terminal;
  /** Settles when the program has ended and all its output is on the screen. */
  readonly ended: Promise<{ readonly code: number; readonly signal: number }>;
  /** Sends bytes as keys, all of them in one write. */
  press(keys: string): void;
  /** Waits until the screen contains a text (or satisfies a question); rejects with a print of the screen. */
  waitFor(wanted: string | RegExp | ((lines: readonly string[]) => boolean)): Promise<void>;
  resize(cols: number, rows: number): void;
  /** Lines of the visible screen, without trailing blanks. */
  lines(): readonly string[];
  /** Whether the program has the terminal's other screen. */
  onOtherScreen(): boolean;
  /** All bytes that came out so far. */
  output(): string;
  signal(name: string): void;
  /** Ends the program if it still runs. */
  close(): void;
}

/** Starts a program in a pseudo-terminal of the given size. */
export function startInPty(file: string, args: readonly string[], options: PtyOptions = {}): PtyProgram {
  const { cols = 100, rows = 30, cwd, env = {}, patience = 20_000 } = options;
  const terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 1000 });
  const pty: IPty = spawn(file, [...args], {
    name: 'xterm-256color',
    cols,
    rows,
    ...(cwd === undefined ? {} : { cwd }),
    env: { TERM: 'xterm-256color', ...env },
  });
  let output = '';
  let hasEnded = false;
  pty.onData((data) => {
    output += data;
    terminal.write(data);
  });
  // A terminal answers questions (cursor position, attributes); without answers a program may hang.
  terminal.onData((answer) => {
    if (!hasEnded) pty.write(answer);
  });
  const ended = new Promise<{ code: number; signal: number }>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      hasEnded = true;
      terminal.write('', () => resolve({ code: exitCode, signal: signal ?? 0 }));
    });
  });
  const lines = () => {
    const { active } = terminal.buffer;
    return Array.from(
      { length: terminal.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true, 0, terminal.cols) ?? '',
    );
  };
  const holds = (wanted: string | RegExp | ((lines: readonly string[]) => boolean)) => {
    // Between the marks of a synchronized update the screen is half old, half new.
    if (terminal.modes.synchronizedOutputMode) return false;
    if (typeof wanted === 'function') return wanted(lines());
    const screen = lines().join('\n');
    return typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen);
  };

  const waitFor = async (wanted: string | RegExp | ((lines: readonly string[]) => boolean)) => {
    if (holds(wanted)) return;
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => {
        stop();
        reject(new Error(`${why} while waiting for ${String(wanted)}; the screen:\n${lines().join('\n')}`));
      };
      const listener = terminal.onWriteParsed(() => {
        if (!holds(wanted)) return;
        stop();
        resolve();
      });
      const timer = setTimeout(() => fail('Time ran out'), patience);
      const stop = () => {
        clearTimeout(timer);
        listener.dispose();
      };
      void ended.then(({ code }) => {
        if (!holds(wanted)) fail(`The program ended with ${code}`);
      });
    });
  };

  return {
    terminal,
    ended,
    waitFor,
    lines,
    press: (keys) => pty.write(keys),
    resize: (newCols, newRows) => {
      terminal.resize(newCols, newRows);
      pty.resize(newCols, newRows);
    },
    onOtherScreen: () => terminal.buffer.active.type === 'alternate',
    output: () => output,
    signal: (name) => pty.kill(name),
    close: () => {
      if (!hasEnded) pty.kill('SIGKILL');
    },
  };
}
