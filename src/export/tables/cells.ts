import { cleanText } from '../clean-text.ts';
import { rounded } from '../rounded.ts';

/** What a table holds; null is an empty cell. */
export type Value = string | number | boolean | null;

/** A table: column names and rows of as many values. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

// A spreadsheet runs what starts like this as a formula, full-width signs and leading white space included. Words that start
// with an apostrophe before such a sign get one more, so that taking one away always gives the words back.
const FORMULA = /^'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** A cell as CSV text: words cleaned, those that a spreadsheet would run as a formula behind an apostrophe; numbers stay numbers. */
export function toCell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(rounded(value));
  if (typeof value === 'boolean') return String(value);
  const clean = cleanText(value);
  return FORMULA.test(clean) ? `'${clean}` : clean;
}

/** Several things in one cell. */
export function several(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.join(' | ');
}
