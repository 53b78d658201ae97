import { buildTextIndex, type TextIndex } from '../../../text/index.ts';
import type { Thread, ThreadPost } from '../../../thread/index.ts';
import { isOwn, type Unit, type UnitTurn } from './units.ts';

/** A sentence of the thread: numbers of post and sentence, from 0. */
export interface Place {
  readonly index: number;
  readonly at: number;
}

/** What stands before a turn: sentences from outside the unit, and an earlier turn of the unit, by its number there from 0. */
export interface Standing {
  readonly how: 'answers' | 'after' | 'continues';
  readonly turn: number | null;
  readonly places: readonly Place[];
}

const NEAREST = 6;
const THESIS = 2;
const BEFORE = 3;
const SHORTEST_THESIS = 6;

/**
 * Finds what a call must know of the text outside its unit: for each turn at most six sentences, those that it quotes and
 * those of the turn it answers that are lexically nearest (published links of such threads lie there in 97 of 100 cases).
 * Where the source names no parent, the turn before by somebody else stands in.
 */
export function contextFinder(thread: Thread) {
  const order = new Map(thread.posts.map(({ id }, index) => [id, index]));
  const lastByAnother = listLastByAnother(thread);
  const indexes = new Map<number, { readonly index: TextIndex; readonly own: readonly number[] }>();
  const indexOf = (number: number) => {
    const known = indexes.get(number);
    if (known) return known;
    const post = thread.posts[number]!;
    const own = ownSentences(post, post.sentences.length);
    const built = { own, index: buildTextIndex(own.map((at) => sentenceText(post, at))) };
    indexes.set(number, built);
    return built;
  };
  const nearest = (number: number, text: string): Place[] => {
    const { index, own } = indexOf(number);
    const found = index.search(text, NEAREST, 0).map((hit) => own[hit.index]!);
    return [...new Set([...found, ...own.slice(0, 1)])].map((at) => ({ index: number, at }));
  };
  const quoted = ({ post, from, to }: UnitTurn): Place[] => {
    const start = post.sentences[from]!.start;
    const end = post.sentences[to - 1]!.end;
    return post.quotes.flatMap((quote) => {
      const number = quote.of && quote.start < end && start < quote.end ? order.get(quote.of.post) : undefined;
      return number === undefined ? [] : placesAt(thread.posts[number]!, number, quote.of!.start, quote.of!.end);
    });
  };

  const stand = (unit: Unit, number: number): Standing | null => {
    const turn = unit.turns[number]!;
    const outside = ({ index, at }: Place) =>
      !unit.turns.some((other) => other.index === index && other.from <= at && at < other.to);
    const inUnit = (index: number) => {
      const found = unit.turns.findIndex((other, at) => at < number && other.index === index);
      return found < 0 ? null : found;
    };
    if (turn.from > 0) {
      const before = ownSentences(turn.post, turn.from).slice(-BEFORE);
      const places = before.map((at) => ({ index: turn.index, at }));
      return { how: 'continues', turn: inUnit(turn.index), places: places.filter(outside) };
    }
    const parent = turn.post.replyTo === null ? undefined : order.get(turn.post.replyTo);
    const before = parent ?? lastByAnother[turn.index]!;
    const text = turn.post.text.slice(0, turn.post.sentences[turn.to - 1]!.end);
    const near = before === null ? [] : nearest(before, text);
    const places = uniquePlaces([...quoted(turn), ...near]).filter(outside);
    if (before === null && places.length === 0) return null;
    return {
      how: parent === undefined ? 'after' : 'answers',
      turn: before === null ? null : inUnit(before),
      places: places.slice(0, NEAREST),
    };
  };

  /** Sentences that open the discussion, where the unit does not hold them. */
  const opening = (unit: Unit): Place[] => {
    const post = thread.posts[0]!;
    if (unit.turns.some(({ index, from }) => index === 0 && from === 0)) return [];
    const own = ownSentences(post, post.sentences.length).filter((at) => isStatement(post, at));
    return own.slice(0, THESIS).map((at) => ({ index: 0, at }));
  };
  return { stand, opening };
}

/** The words of a sentence. */
export function sentenceText(post: ThreadPost, at: number): string {
  const { start, end } = post.sentences[at]!;
  return post.text.slice(start, end);
}

/** Sentences in a post's own words that share characters with a stretch of it. */
export function placesAt(post: ThreadPost, index: number, start: number, end: number): Place[] {
  return post.sentences.flatMap((sentence, at) =>
    sentence.start < end && start < sentence.end && isOwn(post, at) ? [{ index, at }] : [],
  );
}

/** For each post the number of the last one before it that has text and another speaker. */
function listLastByAnother({ posts }: Thread): (number | null)[] {
  const found: (number | null)[] = [];
  let last: number | null = null;
  for (const [index, { speaker, text }] of posts.entries()) {
    found.push(last === null || posts[last]!.speaker !== speaker ? last : found[last]!);
    if (text !== '') last = index;
  }
  return found;
}

function uniquePlaces(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

/** One key per sentence of the thread. */
export function keyOf({ index, at }: Place): string {
  return `${index}.${at}`;
}

/** Numbers of a post's own sentences before sentence `end`. */
function ownSentences(post: ThreadPost, end: number): number[] {
  const own: number[] = [];
  for (let at = 0; at < end; at++) if (isOwn(post, at)) own.push(at);
  return own;
}

function isStatement(post: ThreadPost, at: number): boolean {
  const text = sentenceText(post, at);
  return !text.endsWith('?') && text.split(/\s+/, SHORTEST_THESIS).length === SHORTEST_THESIS;
}
