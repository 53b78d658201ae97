import type { RowTarget } from '../views/index.ts';
import { fitPlace } from './fit.ts';
import { sameTarget } from './page.ts';
import { isVisible } from './scroll.ts';
import { hasHits, toHit } from './search.ts';
import {
  type Book,
  bodyHeight,
  currentPlace,
  freshPlace,
  layoutOf,
  type Place,
  type State,
  type Subject,
} from './state.ts';

/** Goes to a subject: back to it where the reader came through it, otherwise one view deeper. */
export function goTo(state: State, subject: Subject, book: Book): State {
  const found = state.stack.findIndex((place) => isSame(place, subject));
  if (found >= 0) return settle({ ...state, stack: state.stack.slice(0, found + 1) }, book);
  const stack = [...state.stack, freshPlace(subject, layoutOf(state), book)];
  const there = settle({ ...state, stack }, book);
  return subject.view === 'source' ? toWords({ ...there, query: null }, book) : there;
}

/** One view back; from the first view the program ends. */
export function goBack(state: State, book: Book): State {
  if (state.stack.length === 1) return { ...state, wish: 'quit' };
  return settle({ ...state, stack: state.stack.slice(0, -1) }, book);
}

/** Target of the selected row, null while none is on screen. */
export function selectedTarget(state: State, book: Book): RowTarget | null {
  const place = currentPlace(state);
  const page = book.open(place, place.layout);
  return isVisible(page, place, bodyHeight(state.size)) ? (page.stops[place.stop]?.target ?? null) : null;
}

// A place that was left in another layout is brought to the present one when the reader returns.
function settle(state: State, book: Book): State {
  return fitPlace(state, bodyHeight(state.size), book);
}

function toWords(state: State, book: Book): State {
  const { target } = currentPlace(state);
  if (hasHits(state, book)) return toHit(state, 1, book);
  return target ? { ...state, message: 'That row rests on no words of the discussion.' } : state;
}

function isSame(place: Place, { view, target }: Subject): boolean {
  if (place.view !== view) return false;
  return target === null || place.target === null ? target === place.target : sameTarget(place.target, target);
}
