import type { RowTarget } from '../views/index.ts';
import type { Page } from './page.ts';
import type { Position } from './scroll.ts';

export type ViewName = 'fork' | 'ladder' | 'matrix' | 'source' | 'detail' | 'help';

/** What is on screen: a view, and for `source` and `detail` of what. */
export interface Subject {
  readonly view: ViewName;
  readonly target: RowTarget | null;
}

/** How a subject is laid out. */
export interface Layout {
  readonly columns: number;
  /** Every item, not only the first few of each section. */
  readonly full: boolean;
  /** Index of the pair of speakers that the view is about, null for everybody. */
  readonly pair: number | null;
}

/** A subject and where the reader stands in it; the position was reckoned in that layout. */
export interface Place extends Subject, Position {
  readonly layout: Layout;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The place found that the reader stands on: its row, the `nth` (from 1) of `total` such rows. */
export interface Hit {
  readonly row: number;
  readonly nth: number;
  readonly total: number;
}

/** All that the screen depends on besides the analysis. Never changed in place. */
export interface State {
  readonly size: Size;
  readonly full: boolean;
  readonly pair: number | null;
  /** How the reader came here; the last one is on screen, there is always one. */
  readonly stack: readonly Place[];
  /** Whether there is a shell that Ctrl+Z can go back to. */
  readonly canSuspend: boolean;
  /** Words searched for; without them the words that a view lights up by itself are gone through. */
  readonly query: string | null;
  readonly hit: Hit | null;
  /** Search words being typed. */
  readonly typing: string | null;
  /** One sentence for the bottom line, until the next key. */
  readonly message: string | null;
  /** What the state asks of the world outside. */
  readonly wish: 'quit' | 'suspend' | 'redraw' | null;
}

/** The pages of an analysis: `open` gives the same page for the same arguments. */
export interface Book {
  readonly open: (subject: Subject, layout: Layout) => Page;
  /** Names of the pairs of speakers that a view can be narrowed to; empty where there are only two voices. */
  readonly pairs: readonly string[];
  /** Index of the pair to begin with, null for everybody. */
  readonly firstPair: number | null;
}

export const SMALLEST: Size = { columns: 40, rows: 10 };

/** What the first screen is. */
export interface Start {
  readonly size: Size;
  readonly view: ViewName;
  readonly canSuspend: boolean;
}

/** The first screen. */
export function startState({ view, ...start }: Start, book: Book): State {
  const state: State = {
    ...start,
    full: false,
    pair: book.firstPair,
    stack: [],
    query: null,
    hit: null,
    typing: null,
    message: null,
    wish: null,
  };
  return { ...state, stack: [freshPlace({ view, target: null }, layoutOf(state), book)] };
}

/** A subject as one comes to it: at its top, with the first row selected. */
export function freshPlace(subject: Subject, layout: Layout, book: Book): Place {
  const page = book.open(subject, layout);
  return { ...subject, stop: page.stops.length === 0 ? -1 : 0, top: 0, layout };
}

/** The layout that everything on screen should have now. */
export function layoutOf({ size, full, pair }: State): Layout {
  return { columns: size.columns, full, pair };
}

export function currentPlace(state: State): Place {
  return state.stack[state.stack.length - 1]!;
}

/** Rows for the view: all but the bottom line. */
export function bodyHeight({ rows }: Size): number {
  return Math.max(1, rows - 1);
}

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < SMALLEST.columns || rows < SMALLEST.rows;
}

export function movedTo(state: State, position: Position): State {
  const place = { ...currentPlace(state), ...position };
  return { ...state, stack: [...state.stack.slice(0, -1), place] };
}
