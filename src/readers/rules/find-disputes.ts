import type { ThreadPost } from '../../thread/index.ts';
import type { DisputeJudgement } from '../judgements.ts';
import { DOUBTFUL, knownVoices } from './addressee.ts';
import { type AimedMove, quoteBefore } from './aim-moves.ts';
import { claimIdOf } from './find-claims.ts';
import type { OwnSentence } from './own-sentences.ts';
import { claimOf, claimSentences, countMatter, postsNear, type Reading, statesMatter } from './reading.ts';

/** Likeness that the other side's words need to stand against a declared crux, and against a plain disagreement. */
const DECLARED_ALIKE = 0.08;
const NEIGHBOUR_ALIKE = 0.15;
const QUOTED_BONUS = 0.15;
const CHANCE = 0.03;
const SMALL_POOL = 16;
/** How sure a guessed turn start must be before two turns beside it may stand against each other for their place alone. */
const SURE_TURN = 0.6;
const ANSWER_REACH = 6;
const MOST_CLAIMS = 2;

const OWN_VIEW =
  /\b(?:my (?:\w+ )?(?:view|reading|prediction|expectation|bet|hope|fear|claim|position|answer|point|guess|argument|worry|concern)|i(?:'m| am)? (?:\w+ )?(?:sure|certain|convinced|think|believe|expect|suspect|predict|doubt|hold|maintain|argue|see|find|want)|i'd (?:argue|say|guess|rather)|in my opinion|imo|why (?:do|would) you|wouldn't you)\b/;

/** Points on which speakers part by their own words: declared cruxes, and disagreements aimed at a known claim. */
export function findDisputes(reading: Reading, moves: readonly AimedMove[]): DisputeJudgement[] {
  const bySentence = new Map<OwnSentence, AimedMove[]>();
  for (const move of moves) bySentence.set(move.sentence, [...(bySentence.get(move.sentence) ?? []), move]);
  const setAside = sentencesSetAside(reading, moves);
  const disputes: Drafted[] = [];
  for (const naming of groupNamings(moves)) {
    if (joinNamed(reading, naming, disputes, bySentence)) continue;
    const found = declared(reading, naming, bySentence, setAside);
    if (found) disputes.push(found);
  }
  for (const move of moves) {
    const found = opposed(reading, move);
    if (found) disputes.push({ ...found, setAside: setAside.has(move.sentence), names: null, words: [] });
  }
  return mergeEqual(reading, disputes);
}

type MovesBySentence = ReadonlyMap<OwnSentence, readonly AimedMove[]>;

interface Drafted extends DisputeJudgement {
  /** The post in which a participant names this as the crux; null for a plain disagreement. */
  readonly names: string | null;
  /** The words in that post that name it. */
  readonly words: readonly { readonly start: number; readonly end: number }[];
}

/** Crux moves of one paragraph: they name one crux. */
function groupNamings(moves: readonly AimedMove[]): AimedMove[][] {
  const groups = new Map<string, AimedMove[]>();
  for (const move of moves) {
    if (move.type !== 'crux') continue;
    const key = `${move.sentence.post.id}:${move.sentence.block}`;
    groups.set(key, [...(groups.get(key) ?? []), move]);
  }
  return [...groups.values()];
}

const POINTS_BACK = /^(?:yes|agreed|right|exactly|ok|okay|i (?:\w+ )?agree|sure)?\b.{0,40}\b(?:this|that|it)\b/;

/** "I agree that this might be our crux" adds a view to the crux that the other has just named. */
function joinNamed(
  reading: Reading,
  naming: readonly AimedMove[],
  disputes: Drafted[],
  bySentence: MovesBySentence,
): boolean {
  const move = naming[0]!;
  const { sentence } = move;
  const quote = quoteBefore(sentence);
  const bare = naming.every((each) => countMatter(each.sentence.text) < 3) && POINTS_BACK.test(sentence.plain);
  const at = disputes.findLastIndex(
    ({ names, words }) =>
      (bare && names !== null && names === move.to?.post) ||
      (quote?.of &&
        quote.of.post === names &&
        words.some(({ start, end }) => start < quote.of!.end && quote.of!.start < end)),
  );
  const known = disputes[at];
  if (!known || known.claims.length === 0) return false;
  const named = known.claims.map((id) => reading.claims.get(id)!);
  const text = named.map(({ post, start, end }) =>
    reading.thread.posts[reading.position.get(post)!]!.text.slice(start, end),
  );
  const view = ownSide(reading, naming, text.join(' '), bySentence).map((each) =>
    claimOf(reading, each, 'declared-crux'),
  );
  const moves = [...known.moves, ...naming.map(({ id }) => id)];
  // The view that is given for the crux stands before what was merely found near it.
  disputes[at] = { ...known, claims: [...new Set([...view, ...known.claims])], moves };
  return true;
}

/** A crux that a participant names: the naming words and the view behind them, against the other's nearest words on it. */
function declared(reading: Reading, naming: readonly AimedMove[], bySentence: MovesBySentence): Drafted | null {
  const move = naming[0]!;
  const anchor = anchorText(reading, naming);
  const answered = answersToWords(reading, naming);
  const views = ownSide(reading, naming, anchor, bySentence);
  const own = answered && !views.includes(answered.own) ? [...views.slice(0, MOST_CLAIMS - 1), answered.own] : views;
  const wanted = `${anchor} ${own.map(({ text }) => text).join(' ')}`;
  const other = answered?.other ?? otherSide(reading, naming, wanted, bySentence, setAside);
  if (other.length === 0) return null;
  return {
    id: `d:${move.sentence.post.id}:${move.sentence.start}`,
    claims: [...own, ...other].map((each) => claimOf(reading, each, 'declared-crux')),
    moves: naming.map(({ id }) => id),
    declared: true,
    setAside: false,
    confidence: Math.max(...naming.map(({ confidence }) => confidence)),
    names: move.sentence.post.id,
    words: naming.map(({ sentence: { start, end } }) => ({ start, end })),
  };
}

/** The paragraph that names the crux, for what "this" and "your second point" refer to. */
function anchorText(reading: Reading, naming: readonly AimedMove[]): string {
  const { post, block } = naming[0]!.sentence;
  const paragraph = reading.ofPost.get(post.id)!.filter((each) => each.block === block);
  return paragraph.map(({ text }) => text).join(' ');
}

/** The naming words, if they say more than that there is a crux, and the speaker's view next to them. */
function ownSide(
  reading: Reading,
  naming: readonly AimedMove[],
  anchor: string,
  bySentence: MovesBySentence,
): OwnSentence[] {
  const sentences = naming.map(({ sentence }) => sentence);
  const { post, block } = sentences[0]!;
  const views = reading.ofPost
    .get(post.id)!
    .filter((each) => !sentences.includes(each) && each.block >= block && each.block <= block + 1)
    .filter((each) => OWN_VIEW.test(each.plain) && statesMatter(reading, each) && !each.plain.endsWith(':'))
    .map((each) => ({ each, score: reading.likeness(anchor, each.text) + (each.block === block ? 0.1 : 0) }))
    .filter(({ score }) => score >= DECLARED_ALIKE)
    .sort((a, b) => b.score - a.score || a.each.start - b.each.start);
  const agrees = (each: OwnSentence) => bySentence.get(each)?.some(({ type }) => type === 'agree') ?? false;
  const telling = sentences.filter((each) => countMatter(each.text) >= 3 && !agrees(each)).slice(0, MOST_CLAIMS);
  const own = [...telling, ...views.map(({ each }) => each)].slice(0, MOST_CLAIMS);
  return own.length > 0 ? own : sentences.slice(0, 1);
}

function otherSide(
  reading: Reading,
  naming: readonly AimedMove[],
  wanted: string,
  bySentence: MovesBySentence,
  setAside: ReadonlySet<OwnSentence>,
): OwnSentence[] {
  const move = naming[0]!;
  const { post } = move.sentence;
  const quoted = quotedSentences(reading, post);
  const scored: { each: OwnSentence; score: number }[] = [];
  for (const { speaker, floor } of partnersOf(reading, move)) {
    const near = postsNear(reading, post, speaker).flatMap(({ id }) => claimLike(reading, id, bySentence));
    const pool = near.filter((each) => !setAside.has(each));
    // The best of many is more alike by chance: an article of 200 sentences always has one that shares a word or two.
    const needed = floor + CHANCE * Math.max(0, Math.log2(pool.length / SMALL_POOL));
    for (const each of pool) {
      const alike = reading.likeness(wanted, each.text);
      if (alike < (quoted.has(each) ? floor : needed)) continue;
      scored.push({ each, score: alike + bearing(each, bySentence) + (quoted.has(each) ? QUOTED_BONUS : 0) });
    }
  }
  scored.sort((a, b) => b.score - a.score || a.each.postIndex - b.each.postIndex || a.each.start - b.each.start);
  const best = scored[0];
  if (!best) return firstAnswer(reading, post);
  const second = scored.find(
    ({ each, score }) =>
      each !== best.each && each.post.speaker === best.each.post.speaker && score >= 0.75 * best.score,
  );
  return second ? [best.each, second.each] : [best.each];
}

/** What another post says right behind a quote of the naming words or of the view next to them; and the words so quoted. */
function answersToWords(
  reading: Reading,
  naming: readonly AimedMove[],
): { own: OwnSentence; other: OwnSentence[] } | null {
  const { post, block } = naming[0]!.sentence;
  const named = reading.ofPost.get(post.id)!.filter((each) => each.block >= block && each.block <= block + 1);
  for (const answer of reading.answersTo.get(post.id) ?? []) {
    if (answer.speaker === post.speaker) continue;
    for (const quote of answer.quotes.filter(({ of }) => of?.post === post.id)) {
      const own = named.find(({ start, end }) => start < quote.of!.end && quote.of!.start < end);
      const behind =
        reading.ofPost.get(answer.id)?.filter((each) => each.start >= quote.end && quoteBefore(each) === quote) ?? [];
      const telling = behind.filter((each) => countMatter(each.text) >= 2);
      if (own && telling.length > 0) return { own, other: telling.slice(0, MOST_CLAIMS) };
    }
  }
  return null;
}

/** The first view in a post that is known to answer: what words do not show, the turn itself does. */
function firstAnswer(reading: Reading, post: ThreadPost): OwnSentence[] {
  const at = reading.position.get(post.id)!;
  for (const next of reading.thread.posts.slice(at + 1, at + 1 + ANSWER_REACH)) {
    // An answer that goes point by point has not answered what it does not quote.
    if (!answersWhole(reading, next, post) || next.startConfidence < SURE_TURN || next.quotes.length > 0) continue;
    const candidates = (reading.ofPost.get(next.id) ?? []).filter((each) => statesMatter(reading, each));
    const view = candidates.find((each) => OWN_VIEW.test(each.plain)) ?? candidates[0];
    if (view) return [view];
  }
  return [];
}

/** By reply, by turn of two voices, or by calling the speaker by name after the speaker's last post. */
function answersWhole(reading: Reading, next: ThreadPost, post: ThreadPost): boolean {
  const to = next.speaker === post.speaker ? null : reading.addressee(next, '');
  if (!to || to.post === post.id) return to !== null;
  if (to.by !== 'name' || to.speaker !== post.speaker) return false;
  const before = reading.thread.posts.slice(0, reading.position.get(next.id)!);
  return before.findLast(({ speaker }) => speaker === post.speaker) === post;
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

/** Claims of a post, and questions and remarks of it that make a telling move. */
function claimLike(reading: Reading, post: string, bySentence: MovesBySentence): OwnSentence[] {
  const stated = claimSentences(reading, post);
  const telling = (reading.ofPost.get(post) ?? []).filter(
    (each) =>
      statesMatter(reading, each) &&
      bySentence.get(each)?.some(({ type }) => type === 'undercut' || type === 'disagree' || type === 'crux'),
  );
  return [...new Set([...stated, ...telling])];
}

/** How much the moves of a sentence speak for its standing on the other side. */
function bearing(sentence: OwnSentence, bySentence: MovesBySentence): number {
  const moves = bySentence.get(sentence) ?? [];
  const opposes = moves.some(({ type }) => type === 'undercut' || type === 'disagree' || type === 'correct');
  const joins = moves.some(({ type }) => type === 'crux');
  const agrees = moves.some(({ type }) => type === 'agree' || type === 'concede' || type === 'update');
  return (opposes ? 0.15 : 0) + (joins ? 0.12 : 0) + (OWN_VIEW.test(sentence.plain) ? 0.08 : 0) - (agrees ? 0.2 : 0);
}

interface Partner {
  readonly speaker: string;
  /** Likeness that this speaker's words need: more where only their place in the thread speaks for them. */
  readonly floor: number;
}

/** Whom a declared crux may divide its speaker from: who is answered, who answers, and, where no replies are known, who stands next to it. */
function partnersOf(reading: Reading, { to, sentence }: AimedMove): Partner[] {
  const { post } = sentence;
  const { thread, position } = reading;
  const found = new Map<string, number>();
  if (to) found.set(to.speaker, DECLARED_ALIKE);
  for (const { speaker } of reading.answersTo.get(post.id) ?? []) found.set(speaker, DECLARED_ALIKE);
  const voices = knownVoices(thread);
  if (voices.size === 2) for (const id of voices) found.set(id, DECLARED_ALIKE);
  if (!thread.posts.some(({ replyBy }) => replyBy === 'source')) {
    const at = position.get(post.id)!;
    for (const near of [thread.posts[at + 1], thread.posts[at - 1], thread.posts[at + 2]])
      if (near && !found.has(near.speaker) && sureBetween(reading, post, near))
        found.set(near.speaker, NEIGHBOUR_ALIKE);
  }
  found.delete(post.speaker);
  return [...found].map(([speaker, floor]) => ({ speaker, floor }));
}

/** Neither of two neighbouring turns starts at a place that may be made up. */
function sureBetween(reading: Reading, a: ThreadPost, b: ThreadPost): boolean {
  const [from, to] = [a, b].map(({ id }) => reading.position.get(id)!).sort((x, y) => x - y) as [number, number];
  return reading.thread.posts.slice(from + 1, to + 1).every(({ startConfidence }) => startConfidence >= SURE_TURN);
}

/** A disagreement whose target is known: by a quote, or by clear likeness of content. */
function opposed(reading: Reading, move: AimedMove): DisputeJudgement | null {
  if (!['disagree', 'undercut', 'correct'].includes(move.type) || !move.targetClaim) return null;
  // A sentence that announces a list of disagreements is not one itself.
  if (move.sentence.plain.endsWith(':')) return null;
  const own = withContent(reading, move.sentence);
  return {
    id: `d:${move.sentence.post.id}:${move.sentence.start}`,
    claims: [move.targetClaim, claimOf(reading, own, 'disagreement')],
    moves: [move.id],
    declared: false,
    setAside: false,
    confidence: move.by === 'quote' ? move.confidence : move.confidence * 0.75,
  };
}

/** "I don't see it." says too little alone, "You suggest that …" is not the speaker's view: then the next view of the paragraph. */
function withContent(reading: Reading, sentence: OwnSentence): OwnSentence {
  const post = reading.ofPost.get(sentence.post.id)!;
  const ownView = (each: OwnSentence) => each.plain.split(' ').length >= 7 && statesMatter(reading, each);
  if (ownView(sentence)) return sentence;
  const rest = post.slice(post.indexOf(sentence) + 1).filter((each) => each.block === sentence.block);
  return rest.find(ownView) ?? sentence;
}

/** Sentences that a speaker declares to be beside the point: the sentence itself, and a list that it announces. */
function sentencesSetAside(reading: Reading, moves: readonly AimedMove[]): Set<OwnSentence> {
  const aside = new Set<OwnSentence>();
  for (const { type, sentence } of moves) {
    if (type !== 'scope') continue;
    aside.add(sentence);
    if (!/:["')]*$/.test(sentence.plain)) continue;
    for (const each of reading.ofPost.get(sentence.post.id)!) if (each.start > sentence.start) aside.add(each);
  }
  return aside;
}

/** Disputes of one post with one claim of another are one; a dispute keeps at most so many claims a side. */
function mergeEqual(reading: Reading, disputes: readonly Drafted[]): DisputeJudgement[] {
  const merged = new Map<string, DisputeJudgement>();
  for (const { names, words: _words, ...dispute } of disputes) {
    const posts = dispute.claims.map((id) => reading.claims.get(id)!.post);
    const key = names === null ? `${dispute.claims[0]} ${posts.at(-1)}` : [...dispute.claims].sort().join(' ');
    const known = merged.get(key);
    if (!known) {
      merged.set(key, { ...dispute, claims: [...new Set(dispute.claims)] });
      continue;
    }
    const claims = [...new Set([...known.claims, ...dispute.claims])].slice(0, 1 + MOST_CLAIMS);
    merged.set(key, {
      ...known,
      claims: names === null ? claims : known.claims,
      moves: [...new Set([...known.moves, ...dispute.moves])],
      declared: known.declared || dispute.declared,
      setAside: known.setAside || dispute.setAside,
      confidence: Math.max(known.confidence, dispute.confidence),
    });
  }
  return [...merged.values()];
}
