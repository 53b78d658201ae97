import { stringify } from 'csv-stringify/sync';
import type { Analysis } from '../../analysis/index.ts';
import { type Table, toCell, type Value } from './cells.ts';
import { agreementTable, cruxTable } from './ground-tables.ts';
import { claimTable, postTable, propositionTable, relationTable } from './speech-tables.ts';

/** The six tables by name, in the order in which they refer to each other. */
export const TABLES: Readonly<Record<string, (analysis: Analysis) => Table>> = {
  posts: postTable,
  claims: claimTable,
  propositions: propositionTable,
  relations: relationTable,
  cruxes: cruxTable,
  agreements: agreementTable,
};

/** A table as CSV (RFC 4180, UTF-8, one header line). */
export function writeTable({ columns, rows }: Table): string {
  return writeRows([columns, ...rows]);
}

/** Rows of a table as lines of CSV, to be written piece by piece. */
export function writeRows(rows: readonly (readonly Value[])[]): string {
  return stringify(rows.map((row) => row.map(toCell)));
}
