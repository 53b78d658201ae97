import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { Analysis } from '../../src/analysis/index.ts';
import type { ExportedText } from '../../src/export/index.ts';
import { kept, UNCLEAN } from './clean.ts';

type Row = Readonly<Record<string, string>>;

/** The rows of each table by its name; every row has as many cells as the header. */
export function parseTables(files: readonly ExportedText[]): Readonly<Record<string, readonly Row[]>> {
  return Object.fromEntries(
    files.map(({ suffix, text }) => [/^\.(\w+)\.csv$/.exec(suffix)![1]!, parse(text, { columns: true }) as Row[]]),
  );
}

/** What a cell said before it was kept from running as a formula. */
export function unguarded(cell: string): string {
  return /^'+\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell) ? cell.slice(1) : cell;
}

/** Reads a CSV export back: rows, ids that resolve across tables, words, no cell that a spreadsheet would run. */
export function expectCsv(files: readonly ExportedText[], { file }: Analysis): void {
  const tables = parseTables(files);
  const ids = (rows: readonly Row[] | undefined, column: string) => (rows ?? []).map((row) => unguarded(row[column]!));
  const clean = (items: readonly { readonly id: string }[]) => items.map(({ id }) => kept(id));
  expect(ids(tables['posts'], 'post')).toEqual(clean(file.posts));
  expect(ids(tables['claims'], 'claim')).toEqual(clean(file.claims));
  expect(ids(tables['propositions'], 'proposition').sort()).toEqual(clean(file.propositions).sort());
  expect(ids(tables['relations'], 'relation')).toEqual(clean(file.relations));
  expect(ids(tables['cruxes'], 'crux')).toEqual(clean(file.cruxes));
  expect(ids(tables['agreements'], 'agreement')).toEqual(clean(file.agreements));
  expect(ids(tables['claims'], 'text')).toEqual(file.claims.map(({ text }) => kept(text)));
  expect(ids(tables['posts'], 'text')).toEqual(file.posts.map(({ text }) => kept(text)));
  expect((tables['claims'] ?? []).map(({ start, end, stance }) => [Number(start), Number(end), stance])).toEqual(
    file.claims.map(({ start, end, stance }) => [start, end, stance]),
  );
  for (const rows of Object.values(tables)) {
    for (const row of rows) {
      for (const cell of Object.values(row)) {
        expect(cell).not.toMatch(UNCLEAN);
        if (!/^-?\d+(?:\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u);
      }
    }
  }
}
