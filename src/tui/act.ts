import { fitPlace } from './fit.ts';
import { type ActionName, type Binding, bindingOf } from './key-table.ts';
import type { Page } from './page.ts';
import { moveBy, type Position, pageBy, toEnd } from './scroll.ts';
import { hasHits, toHit } from './search.ts';
import { type Book, bodyHeight, currentPlace, movedTo, type State } from './state.ts';
import { goBack, goTo, selectedTarget } from './travel.ts';

type Act = (state: State, book: Book) => State;
type Move = (page: Page, at: Position, height: number) => Position;

const ACTS: Readonly<Record<ActionName, Act>> = {
  down: moving((page, at, height) => moveBy(page, at, 1, height)),
  up: moving((page, at, height) => moveBy(page, at, -1, height)),
  'page-down': moving((page, at, height) => pageBy(page, at, height - 1, height)),
  'page-up': moving((page, at, height) => pageBy(page, at, 1 - height, height)),
  'half-down': moving((page, at, height) => pageBy(page, at, height >> 1, height)),
  'half-up': moving((page, at, height) => pageBy(page, at, -(height >> 1), height)),
  start: moving((page, _at, height) => toEnd(page, -1, height)),
  end: moving((page, _at, height) => toEnd(page, 1, height)),
  open: (state, book) => goTo(state, { view: 'detail', target: selectedTarget(state, book) }, book),
  source: toSource,
  fork: (state, book) => goTo(state, { view: 'fork', target: null }, book),
  ladder: (state, book) => goTo(state, { view: 'ladder', target: null }, book),
  matrix: (state, book) => goTo(state, { view: 'matrix', target: null }, book),
  everything: (state, book) => relay({ ...state, full: !state.full }, book),
  'next-pair': (state, book) => relay({ ...state, pair: turnPair(state, 1, book) }, book),
  'previous-pair': (state, book) => relay({ ...state, pair: turnPair(state, -1, book) }, book),
  help: (state, book) => goTo(state, { view: 'help', target: null }, book),
  search: (state) => ({ ...state, typing: '' }),
  'next-hit': (state, book) => toHit(state, 1, book),
  'previous-hit': (state, book) => toHit(state, -1, book),
  back: goBack,
  escape: (state, book) => (state.query === null ? goBack(state, book) : { ...state, query: null, hit: null }),
  quit: (state) => ({ ...state, wish: 'quit' }),
  redraw: (state) => ({ ...state, wish: 'redraw' }),
  suspend: (state) => ({ ...state, wish: 'suspend' }),
};

/** Does what a key is bound to; where it cannot be done the message says why. */
export function act(state: State, key: string, book: Book): State {
  const binding = bindingOf(key);
  if (!binding) return { ...state, message: null };
  const reason = whyDisabled(binding, state, book);
  return reason ? { ...state, message: reason } : ACTS[binding.action]({ ...state, message: null }, book);
}

/** Why a binding does nothing now, null where it works. */
export function whyDisabled({ needs }: Binding, state: State, book: Book): string | null {
  if (needs === 'row' && !selectedTarget(state, book)) return 'No row is selected: j and k go to one.';
  if (needs === 'fork' && currentPlace(state).view !== 'fork') return 'Only the fork leaves items out: f goes there.';
  if (needs === 'hits' && !hasHits(state, book)) return 'Nothing to look for yet: / starts a search.';
  if (needs === 'pairs' && book.pairs.length === 0) return 'There is only one pair of speakers here.';
  if (needs === 'shell' && !state.canSuspend) return 'There is no shell to go back to.';
  return null;
}

/** Searches for words from the first row on screen. */
export function startSearch(state: State, query: string, book: Book): State {
  if (query === '') return { ...state, typing: null, query: null, hit: null };
  return toHit({ ...state, typing: null, query, hit: null }, 1, book);
}

function toSource(state: State, book: Book): State {
  const { view, target } = currentPlace(state);
  if (view === 'source') return state;
  return goTo(state, { view: 'source', target: selectedTarget(state, book) ?? target }, book);
}

function relay(state: State, book: Book): State {
  return fitPlace(state, bodyHeight(state.size), book);
}

// Everybody comes after the last pair and before the first.
function turnPair({ pair }: State, direction: 1 | -1, { pairs }: Book): number | null {
  const next = (pair ?? pairs.length) + direction;
  const turned = (next + pairs.length + 1) % (pairs.length + 1);
  return turned === pairs.length ? null : turned;
}

function moving(move: Move): Act {
  return (state, book) => {
    const place = currentPlace(state);
    return movedTo(state, move(book.open(place, place.layout), place, bodyHeight(state.size)));
  };
}
