import type { ThreadPost } from '../../thread/index.ts';
import type { DisputeJudgement } from '../judgements.ts';
import type { AimedMove } from './aim-moves.ts';
import { claimIdOf } from './find-claims.ts';
import type { OwnSentence } from './own-sentences.ts';
import { claimOf, claimSentences, countMatter, postsNear, type Reading, statesMatter } from './reading.ts';

/** Likeness that the other side's words need to stand against a declared crux, and against a plain disagreement. */
const DECLARED_ALIKE = 0.1;
const MOST_CLAIMS = 2;

const OWN_VIEW =
  /\b(?:my (?:view|claim|position|answer|point|guess|argument|worry|concern)|i (?:\w+ )?(?:think|believe|expect|suspect|predict|doubt|hold|maintain|argue|see|find|want)|i'd (?:argue|say|guess|rather)|in my opinion|imo|why (?:do|would) you|wouldn't you)\b/;

/** Points on which speakers part by their own words: declared cruxes, and disagreements aimed at a known claim. */
export function findDisputes(reading: Reading, moves: readonly AimedMove[]): DisputeJudgement[] {
  const bySentence = new Map<OwnSentence, AimedMove[]>();
  for (const move of moves) bySentence.set(move.sentence, [...(bySentence.get(move.sentence) ?? []), move]);
  const setAside = sentencesSetAside(reading, moves);
  const disputes: Drafted[] = [];
  for (const naming of groupNamings(moves)) {
    if (joinNamed(reading, naming, disputes, bySentence)) continue;
    const found = declared(reading, naming, bySentence);
    if (found) disputes.push(found);
  }
  for (const move of moves) {
    const found = opposed(reading, move);
    if (found) disputes.push({ ...found, setAside: setAside.has(move.sentence), names: null });
  }
  return mergeEqual(disputes);
}

type MovesBySentence = ReadonlyMap<OwnSentence, readonly AimedMove[]>;

interface Drafted extends DisputeJudgement {
  /** The post in which a participant names this as the crux; null for a plain disagreement. */
  readonly names: string | null;
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
  const [move] = naming;
  if (!move?.to?.post || naming.some(({ sentence }) => countMatter(sentence.text) >= 3)) return false;
  if (!POINTS_BACK.test(move.sentence.plain)) return false;
  const at = disputes.findLastIndex(({ names }) => names === move.to!.post);
  const known = disputes[at];
  if (!known) return false;
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
  const own = ownSide(reading, naming, anchor, bySentence);
  const other = otherSide(reading, move, `${anchor} ${own.map(({ text }) => text).join(' ')}`, bySentence);
  if (other.length === 0) return null;
  return {
    id: `d:${move.sentence.post.id}:${move.sentence.start}`,
    claims: [...own, ...other].map((each) => claimOf(reading, each, 'declared-crux')),
    moves: naming.map(({ id }) => id),
    declared: true,
    setAside: false,
    confidence: Math.max(...naming.map(({ confidence }) => confidence)),
    names: move.sentence.post.id,
  };
}

/** The naming sentences with their neighbours in the paragraph, for what "this" and "your second point" refer to. */
function anchorText(reading: Reading, naming: readonly AimedMove[]): string {
  const texts = new Set<string>();
  for (const { sentence } of naming) {
    const post = reading.ofPost.get(sentence.post.id)!;
    const at = post.indexOf(sentence);
    for (const near of [post[at - 1], sentence, post[at + 1]]) if (near?.block === sentence.block) texts.add(near.text);
  }
  return [...texts].join(' ');
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

function otherSide(reading: Reading, move: AimedMove, wanted: string, bySentence: MovesBySentence): OwnSentence[] {
  const { post } = move.sentence;
  const partners = move.to ? [move.to.speaker] : partnersNear(reading, post);
  const scored = partners.flatMap((speaker) =>
    postsNear(reading, post, speaker).flatMap(({ id }) =>
      claimLike(reading, id, bySentence).map((each) => ({ each, score: bearing(reading, wanted, each, bySentence) })),
    ),
  );
  scored.sort((a, b) => b.score - a.score || a.each.postIndex - b.each.postIndex || a.each.start - b.each.start);
  const best = scored[0];
  if (!best || best.score < DECLARED_ALIKE) return [];
  const second = scored.find(
    ({ each, score }) =>
      each !== best.each && each.post.speaker === best.each.post.speaker && score >= 0.75 * best.score,
  );
  return second ? [best.each, second.each] : [best.each];
}

/** Claims of a post, and questions and remarks of it that make a telling move. */
function claimLike(reading: Reading, post: string, bySentence: MovesBySentence): OwnSentence[] {
  const stated = claimSentences(reading, post);
  const telling = (reading.ofPost.get(post) ?? []).filter(
    (each) =>
      countMatter(each.text) >= 3 &&
      bySentence.get(each)?.some(({ type }) => type === 'undercut' || type === 'disagree' || type === 'crux'),
  );
  return [...new Set([...stated, ...telling])];
}

export function bearing(reading: Reading, wanted: string, sentence: OwnSentence, bySentence: MovesBySentence): number {
  const alike = reading.likeness(wanted, sentence.text);
  if (alike < DECLARED_ALIKE / 2) return 0;
  const moves = bySentence.get(sentence) ?? [];
  const opposes = moves.some(({ type }) => type === 'undercut' || type === 'disagree' || type === 'correct');
  const joins = moves.some(({ type }) => type === 'crux');
  const agrees = moves.some(({ type }) => type === 'agree' || type === 'concede');
  return (
    alike + (opposes ? 0.15 : 0) + (joins ? 0.12 : 0) + (OWN_VIEW.test(sentence.plain) ? 0.08 : 0) - (agrees ? 0.2 : 0)
  );
}

/** Speakers whose posts stand next to a post by reply; where the source gives no replies, the neighbours in order. */
function partnersNear(reading: Reading, post: ThreadPost): string[] {
  const { thread, position } = reading;
  const answers = reading.answersTo.get(post.id) ?? [];
  const found = new Set(answers.map(({ speaker }) => speaker));
  const voices = new Set(thread.posts.map(({ speaker }) => speaker));
  if (voices.size === 2) for (const voice of voices) found.add(voice);
  if (found.size === 0 && thread.turns === 'given' && !thread.posts.some(({ replyBy }) => replyBy === 'source')) {
    const at = position.get(post.id)!;
    for (const near of [thread.posts[at + 1], thread.posts[at - 1], thread.posts[at + 2]])
      if (near) found.add(near.speaker);
  }
  found.delete(post.speaker);
  return [...found];
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

/** "I don't see it." says too little alone: then the next sentence of the paragraph carries the view. */
function withContent(reading: Reading, sentence: OwnSentence): OwnSentence {
  if (sentence.plain.split(' ').length >= 7) return sentence;
  const post = reading.ofPost.get(sentence.post.id)!;
  const next = post[post.indexOf(sentence) + 1];
  return next && next.block === sentence.block && reading.claims.has(claimIdOf(next)) ? next : sentence;
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

function mergeEqual(disputes: readonly Drafted[]): DisputeJudgement[] {
  const merged = new Map<string, DisputeJudgement>();
  for (const { names: _, ...dispute } of disputes) {
    const key = [...dispute.claims].sort().join(' ');
    const known = merged.get(key);
    if (!known) merged.set(key, { ...dispute, claims: [...new Set(dispute.claims)] });
    else
      merged.set(key, {
        ...known,
        moves: [...new Set([...known.moves, ...dispute.moves])],
        declared: known.declared || dispute.declared,
        setAside: known.setAside || dispute.setAside,
        confidence: Math.max(known.confidence, dispute.confidence),
      });
  }
  return [...merged.values()];
}
