import { layPage } from '../../src/tui/page.ts';
import type { Book } from '../../src/tui/state.ts';
import type { Row } from '../../src/views/index.ts';
import { drawnPage } from './drawn-page.ts';

/** Pages by name of the view; a view's page may depend on the width (`fork@60`) or show everything (`fork+`). */
export function drawnBook(pictures: Readonly<Record<string, string>>, pairs: readonly string[] = []): Book {
  return {
    pairs,
    firstPair: null,
    open: ({ view, target }, { columns, full, pair }) => {
      const narrowed = pair === null ? '' : `:${pairs[pair]}`;
      const names = [`${view}@${columns}`, `${view}${full ? '+' : ''}${narrowed}`, `${view} ${target?.id}`, view];
      const name = names.find((one) => pictures[one] !== undefined);
      return drawnPage(name === undefined ? '' : pictures[name]!);
    },
  };
}

/** A book of one page. */
export function bookOf(rows: readonly Row[]): Book {
  const page = layPage(rows);
  return { pairs: [], firstPair: null, open: () => page };
}
