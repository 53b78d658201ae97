import type { Notice } from '../errors/index.ts';
import type { BlockKind, PostState } from '../graph-file/index.ts';
import type { RawPost } from './raw-thread.ts';

/** A stretch of the decoded input, UTF-16, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One post as it lies in flat text: `start` to `end` with its header and footer, `body` what it says (joined as it stands). */
export interface Turn extends Stretch {
  readonly body: readonly Stretch[];
  readonly author: string | null;
  readonly key: string | null;
  readonly parent: string | null;
  readonly time: string | null;
  readonly url: string | null;
  readonly state: PostState;
  readonly signals: RawPost['signals'];
  readonly breakBefore: boolean;
  /** Set where all of the body is one block of this kind; null: the body is Markdown. */
  readonly kind: BlockKind | null;
  /** Set where the body is no Markdown and already read; `body` is empty then. */
  readonly written: Pick<RawPost, 'text' | 'pieces' | 'blocks'> | null;
}

/** How a reader cuts a flat text: every visible character lies in a turn or in a stretch that is left out for a reason. */
export interface Cut {
  readonly title: string | null;
  readonly turns: readonly Turn[];
  readonly leftOut: readonly LeftOut[];
  readonly declaredPosts: number | null;
  readonly notices: readonly Notice[];
}

export interface LeftOut extends Stretch {
  readonly why: 'front matter' | 'title' | 'heading' | 'rule' | 'furniture';
}

const NOBODY = {
  author: null,
  key: null,
  parent: null,
  time: null,
  url: null,
  state: 'ok',
  signals: {},
  breakBefore: false,
  kind: null,
  written: null,
} as const;

/** A turn of which only what is given is known. */
export function makeTurn(known: Stretch & Pick<Turn, 'body'> & Partial<Turn>): Turn {
  return { ...NOBODY, ...known };
}

/** The stretch from `start` to `end` without blank lines at either end and without white space at its end; none where nothing is left. */
export function bodyOf(text: string, start: number, end: number): Stretch[] {
  const words = text.slice(start, end);
  const from = words.search(/[^\s\u200b-\u200d\u2060]/);
  if (from < 0) return [];
  // Indentation of the first line stays: it tells lists and code from prose.
  const lineStart = words.lastIndexOf('\n', from) + 1;
  return [{ start: start + lineStart, end: start + words.trimEnd().length }];
}

/** A cut of a part of a text as a cut of the whole, in which the part starts at `by`. */
export function shiftCut(cut: Cut, by: number): Cut {
  const move = <Part extends Stretch>(part: Part): Part => ({ ...part, start: part.start + by, end: part.end + by });
  const turns = cut.turns.map((turn) => ({ ...move(turn), body: turn.body.map(move) }));
  return { ...cut, turns, leftOut: cut.leftOut.map(move) };
}
