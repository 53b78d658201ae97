import { sameStop } from './page.ts';
import { clampTop, isVisible } from './scroll.ts';
import {
  type Book,
  bodyHeight,
  currentPlace,
  type Layout,
  layoutOf,
  type Place,
  type Size,
  type State,
} from './state.ts';

/** The state at the terminal's present size. */
export function fitSize(state: State, size: Size, book: Book): State {
  const same = size.columns === state.size.columns && size.rows === state.size.rows;
  return same ? state : fitPlace({ ...state, size }, bodyHeight(state.size), book);
}

/** The place on screen in the present layout: same selection, at about the same height of the screen as before. */
export function fitPlace(state: State, oldHeight: number, book: Book): State {
  const place = currentPlace(state);
  const moved = moveInto(place, layoutOf(state), [oldHeight, bodyHeight(state.size)], book);
  return { ...state, hit: null, stack: [...state.stack.slice(0, -1), moved] };
}

function moveInto(place: Place, layout: Layout, [oldHeight, height]: readonly [number, number], book: Book): Place {
  const before = book.open(place, place.layout);
  const after = book.open(place, layout);
  const stop = after === before ? place.stop : sameStop(before, place.stop, after);
  const share = before.rows.length === 0 ? 0 : place.top / before.rows.length;
  let top = after === before ? place.top : Math.round(share * after.rows.length);
  if (isVisible(before, place, oldHeight)) {
    const first = after.stops[stop]?.first ?? 0;
    const line = Math.max(0, (before.stops[place.stop]?.first ?? 0) - place.top);
    top = first - Math.min(line, height - 1);
  }
  return { ...place, stop, top: clampTop(after, top, height), layout };
}
