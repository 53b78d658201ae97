/** Where a command's words go: `data` is what the user asked for, `talk` is about it. */
export interface Output {
  data(text: string): void;
  talk(text: string): void;
  /** Notes that something of the run was lost, so that its exit code can say so. */
  lose(): void;
  readonly lost: boolean;
  /** Whether `data` goes to a terminal, and how wide that is. */
  readonly terminal: { readonly columns: number; readonly rows: number } | null;
}

/** The real streams; a reader that closes early (`| head`) is not an error. */
export function processOutput(): Output {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const { stdout, stderr } = process;
  let lost = false;
  return {
    lose: () => {
      lost = true;
    },
    get lost() {
      return lost;
    },
    data: (text) => void stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    talk: (text) => void stderr.write(text.endsWith('\n') ? text : `${text}\n`),
    terminal: stdout.isTTY ? { columns: stdout.columns || 80, rows: stdout.rows || 24 } : null,
  };
}
