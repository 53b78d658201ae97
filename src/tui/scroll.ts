import { type Page, stopFrom } from './page.ts';

/** Where a reader stands in a page: the selected stop (-1: none) and the first row on screen. */
export interface Position {
  readonly stop: number;
  readonly top: number;
}

/** Rows kept in sight above a selected stop, so that its section's heading is not lost. */
const ABOVE = 2;

/** The largest first row that still fills the screen. */
export function lastTop(page: Page, height: number): number {
  return Math.max(0, page.rows.length - height);
}

export function clampTop(page: Page, top: number, height: number): number {
  return Math.min(Math.max(0, top), lastTop(page, height));
}

/** Whether any row of the stop is on screen. */
export function isVisible(page: Page, { stop, top }: Position, height: number): boolean {
  const at = page.stops[stop];
  return at !== undefined && at.first < top + height && at.last >= top;
}

/** Selects a stop and scrolls as little as brings it, what follows it and its heading on screen. */
export function reveal(page: Page, stop: number, top: number, height: number): Position {
  const at = page.stops[stop];
  if (!at) return { stop: -1, top: clampTop(page, top, height) };
  const regionEnd = (page.stops[stop + 1]?.first ?? page.rows.length) - 1;
  const highest = stop === 0 && at.first < height ? 0 : Math.max(0, at.first - Math.min(ABOVE, height - 1));
  const lowest = Math.min(highest, regionEnd - height + 1);
  return { stop, top: clampTop(page, Math.min(Math.max(top, lowest), highest), height) };
}

/** Next or previous stop; scrolls by one row where the next stop is far away or there is none. */
export function moveBy(page: Page, at: Position, direction: 1 | -1, height: number): Position {
  const { top } = at;
  const near = Math.floor(height / 2);
  const next = isVisible(page, at, height) ? at.stop + direction : edgeStop(page, top, direction, height);
  const stop = page.stops[next];
  const reachable =
    stop !== undefined && (direction === 1 ? stop.first < top + height + near : stop.last >= top - near);
  if (!reachable) return { stop: at.stop, top: clampTop(page, top + direction, height) };
  const to = reveal(page, next, top, height);
  // By less than a whole screen, so that no row goes by unseen.
  return { ...to, top: Math.min(Math.max(to.top, top - height + 1), top + height - 1) };
}

/** Scrolls by many rows and takes the selection along. */
export function pageBy(page: Page, at: Position, rows: number, height: number): Position {
  const top = clampTop(page, at.top + rows, height);
  const moved = top - at.top;
  if (moved === 0) return toEnd(page, rows > 0 ? 1 : -1, height);
  const selected = page.stops[at.stop];
  const line = Math.min(Math.max((selected?.first ?? at.top) + moved, top), top + height - 1);
  const stop = Math.min(stopFrom(page, line), page.stops.length - 1);
  const inside = isVisible(page, { stop, top }, height) ? stop : edgeStop(page, top, rows > 0 ? 1 : -1, height);
  return { stop: isVisible(page, { stop: inside, top }, height) ? inside : at.stop, top };
}

/** First stop at the very top, or last stop at the very bottom. */
export function toEnd(page: Page, direction: 1 | -1, height: number): Position {
  if (direction === -1) return { stop: page.stops.length === 0 ? -1 : 0, top: 0 };
  return { stop: page.stops.length - 1, top: lastTop(page, height) };
}

/** Brings a row to a third of the screen's height and selects the stop that it belongs to. */
export function showRow(page: Page, row: number, at: Position, height: number): Position {
  const inSight = row >= at.top && row < at.top + height;
  const top = inSight ? at.top : clampTop(page, row - Math.floor(height / 3), height);
  const stop = stopFrom(page, row);
  return { stop: (page.stops[stop]?.first ?? row + 1) <= row ? stop : at.stop, top };
}

function edgeStop(page: Page, top: number, direction: 1 | -1, height: number): number {
  const first = stopFrom(page, top);
  if (direction === 1) return first;
  const below = stopFrom(page, top + height - 1);
  const starts = page.stops[below]?.first ?? Number.POSITIVE_INFINITY;
  return starts < top + height ? below : below - 1;
}
