import { fold } from '../../../text/index.ts';
import type { ThreadPost } from '../../../thread/index.ts';
import { sharedInOrder } from './shared-in-order.ts';
import type { UnitTurn } from './units.ts';
import { isOwn } from './units.ts';

/** Where cited words stand: the sentence of the post, from 0, and whether the citation had to be put right. */
export interface Ground {
  readonly at: number;
  readonly grounding: 'exact' | 'repaired';
}

/** Why a citation has no ground: its words are nowhere in the turn, or only where the turn quotes somebody. */
export type Groundless = 'nowhere' | 'quoted';

const NEIGHBOURS = [-1, 1, -2, 2];
// A word or two are found in any sentence: away from the cited one it takes more to be sure.
const WORDS_NEAR = 2;
const WORDS_ANYWHERE = 3;
const WORDS_ALIKE = 4;
/** Share of the quote's words that a sentence must hold in the same order. */
const ALIKE = 0.85;
const LONGEST_QUOTE = 40;
/** As in finding quotes: from here on a quote may be cut off inside a word. */
const LONG_ENOUGH = 12;

/**
 * Finds the sentence of a turn that holds the cited words: the cited sentence, its neighbours, any sentence of the turn, and
 * last a sentence with nearly the same words. Where `quotable` is false, words that the turn only quotes do not count.
 */
export function groundQuote(
  turn: UnitTurn,
  cited: number | null,
  quote: string,
  quotable: boolean,
): Ground | Groundless {
  const wanted = fold(quote);
  const words = wanted === '' ? [] : wanted.split(' ');
  if (words.length === 0) return holdsSigns(turn, cited, quote) ? { at: cited!, grounding: 'exact' } : 'nowhere';
  const folded = foldedSentences(turn.post);
  const holds = (at: number) => holdsWords(folded[at]!, wanted);
  const allowed = (at: number) => quotable || isOwn(turn.post, at);
  const near =
    cited === null ? [] : NEIGHBOURS.map((step) => cited + step).filter((at) => turn.from <= at && at < turn.to);

  if (cited !== null && allowed(cited) && holds(cited)) return { at: cited, grounding: 'exact' };
  const all = Array.from({ length: turn.to - turn.from }, (_, step) => turn.from + step);
  const places = [...(words.length >= WORDS_NEAR ? near : []), ...(words.length >= WORDS_ANYWHERE ? all : [])];
  const found = places.find((at) => allowed(at) && holds(at));
  if (found !== undefined) return { at: found, grounding: 'repaired' };
  if ([...(cited === null ? [] : [cited]), ...places].some((at) => !allowed(at) && holds(at))) return 'quoted';
  if (words.length < WORDS_ALIKE) return 'nowhere';
  const alike = [...(cited === null ? [] : [cited]), ...near, ...all].find(
    (at) => allowed(at) && sharedInOrder(words.slice(0, LONGEST_QUOTE), folded[at]!.trim().split(' ')) >= ALIKE,
  );
  return alike === undefined ? 'nowhere' : { at: alike, grounding: 'repaired' };
}

const known = new WeakMap<ThreadPost, readonly string[]>();

/** Folded sentences of a post with a blank on either side. */
function foldedSentences(post: ThreadPost): readonly string[] {
  const folded = known.get(post) ?? post.sentences.map(({ start, end }) => ` ${fold(post.text.slice(start, end))} `);
  known.set(post, folded);
  return folded;
}

/** Words without letters (a delta, an emoji) must stand in the cited sentence as they are. */
function holdsSigns({ post }: UnitTurn, cited: number | null, quote: string): boolean {
  const signs = quote.trim();
  if (cited === null || signs === '' || !isOwn(post, cited)) return false;
  const { start, end } = post.sentences[cited]!;
  return post.text.slice(start, end).includes(signs);
}

function holdsWords(sentence: string, wanted: string): boolean {
  return sentence.includes(` ${wanted} `) || (wanted.length >= LONG_ENOUGH && sentence.includes(wanted));
}
