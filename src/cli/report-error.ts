import { CruxError, InternalError } from '../errors/index.ts';
import { stripForTerminal } from '../text/index.ts';
import type { Output } from './output.ts';

/** Tells an error in words, or as one JSON document where the data was asked for as JSON; gives the exit code. */
export function reportError(error: unknown, output: Output, asJson: boolean): number {
  const known = error instanceof CruxError ? error : new InternalError(describe(error), REPORT, error);
  const message = stripForTerminal(known.message).replace(/\n/g, ' ');
  if (asJson) {
    const { code, exitCode, hint } = known;
    output.data(JSON.stringify({ schema: 'cruxgraph/1', error: { code, exitCode, message, hint } }));
  }
  output.talk(`crux: ${message}`);
  if (known.hint) output.talk(`      ${stripForTerminal(known.hint)}`);
  return known.exitCode;
}

const REPORT = 'This is a fault of crux. Please report it with the input that shows it.';

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `unexpected: ${String(error)}`;
  const place =
    error.stack
      ?.split('\n')
      .find((line) => line.includes(' at '))
      ?.trim() ?? '';
  return `unexpected ${error.name}: ${error.message} ${place}`;
}
