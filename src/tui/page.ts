import type { Row, RowTarget } from '../views/index.ts';

/** Something that can be selected: adjacent rows of one target, `first` and `last` inclusive. */
export interface Stop {
  readonly target: RowTarget;
  readonly first: number;
  readonly last: number;
}

/** The rows of one view at one width, and what can be selected in them, top to bottom. */
export interface Page {
  readonly rows: readonly Row[];
  readonly stops: readonly Stop[];
  /** First rows of the stretches that the view itself lights up, top to bottom. */
  readonly lit: readonly number[];
}

/** Finds the stops of a view's rows; rows of `subject`, the thing that the whole view is about, are none. */
export function layPage(rows: readonly Row[], subject: RowTarget | null = null): Page {
  const stops: Stop[] = [];
  rows.forEach(({ target }, index) => {
    if (!target || (subject && sameTarget(target, subject))) return;
    const open = stops.at(-1);
    if (open && open.last === index - 1 && sameTarget(open.target, target))
      stops[stops.length - 1] = { ...open, last: index };
    else stops.push({ target, first: index, last: index });
  });
  const isLit = (row: Row | undefined) => row?.runs.some(({ tone }) => tone === 'match') === true;
  const lit = rows.flatMap((row, index) => (isLit(row) && !isLit(rows[index - 1]) ? [index] : []));
  return { rows, stops, lit };
}

export function sameTarget(a: RowTarget, b: RowTarget): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/** Index of the first stop that ends at or below row `row`; the number of stops where there is none. */
export function stopFrom(page: Page, row: number): number {
  let low = 0;
  let high = page.stops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (page.stops[middle]!.last >= row) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the stop that stands for the same thing in another layout of the same view; `stop` itself, kept in range, where it is gone. */
export function sameStop(from: Page, stop: number, to: Page): number {
  const target = from.stops[stop]?.target;
  if (!target) return to.stops.length === 0 ? -1 : 0;
  const nth = stopsOf(from, target).indexOf(stop);
  return stopsOf(to, target)[nth] ?? Math.min(stop, to.stops.length - 1);
}

function stopsOf(page: Page, target: RowTarget): readonly number[] {
  return page.stops.flatMap((stop, index) => (sameTarget(stop.target, target) ? [index] : []));
}

/** What a row says, without tones. */
export function rowText(row: Row): string {
  return row.runs.length === 1 ? row.runs[0]!.text : row.runs.map((run) => run.text).join('');
}
