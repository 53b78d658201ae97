import { type Page, rowText } from './page.ts';
import { showRow } from './scroll.ts';
import { type Book, bodyHeight, currentPlace, movedTo, type State } from './state.ts';

/** Stretches of `text` that match the query, case aside; empty where lower case would shift the offsets. */
export function findHits(text: string, query: string): readonly { readonly start: number; readonly end: number }[] {
  const folded = text.toLowerCase();
  const wanted = query.toLowerCase();
  if (wanted === '' || folded.length !== text.length) return [];
  const hits = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    hits.push({ start: at, end: at + wanted.length });
  return hits;
}

/** Goes to the next (or previous) row that is hit, round the end of the page; a message where nothing is. */
export function toHit(state: State, direction: 1 | -1, book: Book): State {
  const place = currentPlace(state);
  const page = book.open(place, place.layout);
  const rows = state.query === null ? page.lit : hitRows(page, state.query);
  const row = nextHit(rows, state.hit?.row ?? place.top - direction, direction);
  if (row === null)
    return state.query === null ? state : { ...state, query: null, message: `"${state.query}" is not in this view.` };
  const there = movedTo(state, showRow(page, row, place, bodyHeight(state.size)));
  return { ...there, hit: { row, nth: rows.indexOf(row) + 1, total: rows.length } };
}

/** Whether n and N have anything to go through. */
export function hasHits(state: State, book: Book): boolean {
  const place = currentPlace(state);
  return state.query !== null || book.open(place, place.layout).lit.length > 0;
}

function hitRows(page: Page, query: string): readonly number[] {
  const wanted = query.toLowerCase();
  return page.rows.flatMap((row, index) => (rowText(row).toLowerCase().includes(wanted) ? [index] : []));
}

function nextHit(rows: readonly number[], from: number, direction: 1 | -1): number | null {
  if (rows.length === 0) return null;
  if (direction === 1) return rows.find((row) => row > from) ?? rows[0]!;
  return rows.findLast((row) => row < from) ?? rows[rows.length - 1]!;
}
