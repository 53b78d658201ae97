import type { Row } from './row.ts';

/** Rows as plain text, one line each, with a newline at the end; empty for no rows. */
export function rowsToText(rows: readonly Row[]): string {
  return rows
    .map(
      ({ runs }) =>
        `${runs
          .map(({ text }) => text)
          .join('')
          .trimEnd()}\n`,
    )
    .join('');
}
