import { type Command, CommanderError } from 'commander';
import { processOutput } from './output.ts';
import { buildProgram } from './program.ts';

/** Runs the program on the arguments behind its name; gives the exit code: 0 ok, 1 some items failed, 2 could not run, 70 our fault, 130 stopped. */
export async function main(args: readonly string[]): Promise<number> {
  const output = processOutput();
  const program: Command = buildProgram(output);
  try {
    await program.parseAsync(args, { from: 'user' });
    return output.lost ? 1 : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { reportError } = await import('./report-error.ts');
    return reportError(error, output, args.includes('--json'));
  }
}
