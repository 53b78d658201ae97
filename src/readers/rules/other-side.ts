import type { ThreadPost } from '../../thread/index.ts';
import { DOUBTFUL } from './addressee.ts';
import { type AimedMove, quoteBefore } from './aim-moves.ts';
import { type DisputeField, grants, MOST_CLAIMS, OWN_VIEW } from './dispute-field.ts';
import { claimIdOf } from './find-claims.ts';
import type { OwnSentence } from './own-sentences.ts';
import { firstAnswer, partnersOf } from './partners.ts';
import { claimSentences, postsNear, type Reading, statesMatter } from './reading.ts';
import { OFFER } from './yield-cues.ts';

/** Likeness that words of somebody who answers, and of somebody who merely stands next in line, need. */
export const ALIKE_AT_ALL = 0.1;
const FLOORS = { answering: ALIKE_AT_ALL, neighbour: 0.15 };
const QUOTED_BONUS = 0.15;
/** What likeness and the moves of a sentence must make together: who agrees with a sentence does not stand against it. */
const LEAST = 0.15;
/** The turn right behind the words mostly answers them: a single word of theirs in it is enough. */
const ANSWER_FLOOR = 0.03;
const ANSWER_BONUS = 0.12;
const CHANCE = 0.03;
const SMALL_POOL = 16;

/** "We disagree in that you expect …": the other side is an expectation, not any words on the matter. */
const YOU_EXPECT = /\byou (?:[\w']+ )?(?:expect|predict|believe|think|assume|hope|fear|imagine)\b/;

/** The words of somebody else that stand nearest to what a declared crux is about; none where no words are near enough. */
export function otherSide(field: DisputeField, move: AimedMove, wanted: string): OwnSentence[] {
  const { reading, setAside } = field;
  const { post } = move.sentence;
  const quoted = quotedSentences(reading, post);
  const answered = answeredPassage(field, move, quoted);
  if (answered) return answered;
  const next = nextTurn(reading, post);
  const ascribes = YOU_EXPECT.test(move.sentence.plain);
  const scored: { each: OwnSentence; score: number }[] = [];
  for (const { speaker, floor } of partnersOf(reading, move, FLOORS)) {
    const near = postsNear(reading, post, speaker).flatMap(({ id }) => claimLike(field, id));
    const pool = near.filter((each) => !setAside.has(each) && (!ascribes || OWN_VIEW.test(each.plain)));
    // The best of many is more alike by chance: an article of 200 sentences always has one that shares a word or two.
    const needed = floor + CHANCE * Math.max(0, Math.log2(pool.length / SMALL_POOL));
    for (const each of pool) {
      const alike = reading.likeness(wanted, each.text);
      const least = each.post === next ? ANSWER_FLOOR : quoted.has(each) ? floor : needed;
      if (alike < least) continue;
      const nearer = (quoted.has(each) ? QUOTED_BONUS : 0) + (each.post === next ? ANSWER_BONUS : 0);
      const score = alike + bearing(field, each) + nearer;
      if (score >= LEAST) scored.push({ each, score });
    }
  }
  scored.sort((a, b) => b.score - a.score || a.each.postIndex - b.each.postIndex || a.each.start - b.each.start);
  const best = scored[0];
  // The first words behind an offer may take it up, turn it down or joke about it.
  if (!best) return move.rule === OFFER ? [] : firstAnswer(field, post);
  const { each: first, score: most } = best;
  const second = scored.find(
    ({ each, score }) =>
      each !== first && each.post === first.post && each.block === first.block && score >= 0.6 * most,
  );
  return second ? [first, second.each] : [first];
}

/** The turn of somebody else right behind a post, where the source marks turns and does not say who answers whom. */
function nextTurn({ thread, position, repliesGiven }: Reading, post: ThreadPost): ThreadPost | null {
  const next = thread.turns === 'given' && !repliesGiven ? thread.posts[position.get(post.id)! + 1] : undefined;
  return next && next.speaker !== post.speaker ? next : null;
}

const YOUR_POSITION =
  /\b(?:your (?:[\w']+ )?(?:position|view|claim|argument|case|usage|point|proposal|reasoning)|you(?:'re| are)? (?:saying|claiming|arguing|assuming)|you (?:say|claim|assume|expect|think))\b/;

/** "That is a load-bearing part of your position", behind a quote: the position is the one that was quoted. */
function answeredPassage(
  { reading }: DisputeField,
  { sentence }: AimedMove,
  quoted: ReadonlySet<OwnSentence>,
): OwnSentence[] | null {
  if (!YOUR_POSITION.test(sentence.plain)) return null;
  const ascribes = YOU_EXPECT.test(sentence.plain);
  const before = [...quoted].filter((each) => statesMatter(reading, each) && (!ascribes || OWN_VIEW.test(each.plain)));
  return before.length > 0 ? before.slice(0, 1) : null;
}

/** What another post says right behind a quote of the naming words or of the view next to them; and the words so quoted. */
export function answersToWords(
  field: DisputeField,
  naming: readonly AimedMove[],
): { own: OwnSentence; other: OwnSentence[] } | null {
  const { reading, setAside } = field;
  const { post, block } = naming[0]!.sentence;
  // "I would change my mind on this": the paragraph before says what this is.
  const from = naming.some(({ sentence }) => /\b(?:this|that|it)\b/.test(sentence.plain)) ? block - 1 : block;
  const named = reading.ofPost.get(post.id)!.filter((each) => each.block >= from && each.block <= block + 1);
  for (const answer of reading.answersTo.get(post.id) ?? []) {
    if (answer.speaker === post.speaker) continue;
    for (const quote of answer.quotes.filter(({ of }) => of?.post === post.id)) {
      const own = named.find(({ start, end }) => start < quote.of!.end && quote.of!.start < end);
      const behind =
        reading.ofPost.get(answer.id)?.filter((each) => each.start >= quote.end && quoteBefore(each) === quote) ?? [];
      const telling = behind.filter(
        (each) => each.matter >= 2 && !setAside.has(each) && reading.claims.get(claimIdOf(each))?.stance !== 'reported',
      );
      const takesOn = behind[0] !== undefined && grants(field, behind[0]);
      if (own && telling.length > 0 && !takesOn) return { own, other: telling.slice(0, MOST_CLAIMS) };
    }
  }
  return null;
}

/** Sentences of others that a post quotes: the likeliest words for its author to stand against. */
function quotedSentences(reading: Reading, post: ThreadPost): Set<OwnSentence> {
  const found = new Set<OwnSentence>();
  const before = reading.thread.posts[reading.position.get(post.id)! - 1];
  // Behind a doubtful turn start the post before may be the first half of this one.
  const quotes = before && post.startConfidence < DOUBTFUL ? [...before.quotes, ...post.quotes] : post.quotes;
  for (const { of } of quotes) {
    if (!of) continue;
    for (const each of reading.ofPost.get(of.post) ?? [])
      if (each.start < of.end && of.start < each.end) found.add(each);
  }
  return found;
}

/** Claims of a post, and questions of it that put a view; not the words by which the other names a crux in turn. */
function claimLike({ reading, movesOf }: DisputeField, post: string): OwnSentence[] {
  const names = (each: OwnSentence) => movesOf.get(each)?.some(({ type }) => type === 'crux') ?? false;
  const stated = claimSentences(reading, post);
  const telling = (reading.ofPost.get(post) ?? []).filter(
    (each) => statesMatter(reading, each) && (OWN_VIEW.test(each.plain) || opposes(movesOf.get(each) ?? [])),
  );
  const all = [...new Set([...stated, ...telling])];
  const views = all.filter((each) => !names(each));
  return views.length > 0 ? views : all;
}

const opposes = (moves: readonly AimedMove[]) =>
  moves.some(({ type }) => type === 'undercut' || type === 'disagree' || type === 'correct');

/** How much the moves of a sentence speak for its standing on the other side. */
function bearing(field: DisputeField, sentence: OwnSentence): number {
  const { movesOf } = field;
  const opposing = opposes(movesOf.get(sentence) ?? []);
  return (opposing ? 0.15 : 0) + (OWN_VIEW.test(sentence.plain) ? 0.08 : 0) - (grants(field, sentence) ? 0.2 : 0);
}
