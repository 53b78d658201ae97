import type { DisputeJudgement } from '../judgements.ts';
import { type AimedMove, quoteBefore } from './aim-moves.ts';
import { findDirectAnswer } from './direct-answers.ts';
import { type DisputeField, MOST_CLAIMS, OWN_VIEW } from './dispute-field.ts';
import { countMatter } from './matter.ts';
import { ALIKE_AT_ALL, answersToWords, otherSide } from './other-side.ts';
import type { OwnSentence } from './own-sentences.ts';
import { claimOf, type Reading, statesMatter } from './reading.ts';
import { OFFER, withoutPromise } from './yield-cues.ts';

/** A crux as declared: by whom, with the speaker's own view, that of the other side, and the words that name it. */
interface DeclaredCrux {
  readonly naming: readonly AimedMove[];
  readonly own: readonly OwnSentence[];
  readonly other: readonly OwnSentence[];
  /** Whether the other side answered these words, rather than having been found near them. */
  readonly answered: boolean;
  readonly moves: readonly string[];
}

/** Cruxes that participants declare, in whatever words, each with the other's words on it. */
export function findDeclaredCruxes(field: DisputeField, moves: readonly AimedMove[]): DisputeJudgement[] {
  const found = new Map<string, DeclaredCrux[]>();
  for (const naming of groupNamings(moves)) {
    const known = namedBefore(field, naming, found);
    const { id } = (known?.naming ?? naming)[0]!.sentence.post;
    const ofPost = found.get(id) ?? [];
    if (known) ofPost[ofPost.indexOf(known)] = joinNaming(field, naming, known);
    else ofPost.push(declare(field, naming));
    found.set(id, ofPost);
  }
  const cruxes = [...found.values()].flat();
  return cruxes.filter(({ other }) => other.length > 0).map((crux) => toDispute(field.reading, crux));
}

function toDispute(reading: Reading, { naming, own, other, moves }: DeclaredCrux): DisputeJudgement {
  const { post, start } = naming[0]!.sentence;
  return {
    id: `d:${post.id}:${start}`,
    claims: [...new Set([...own, ...other].map((each) => claimOf(reading, each, 'declared-crux')))],
    moves,
    declared: true,
    setAside: false,
    confidence: Math.max(...naming.map(({ confidence }) => confidence)),
  };
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
const CALLS_THAT_CRUX =
  /\b(?:this|that|it)(?:'s| is| as| (?:may|might|could|would|does|did) (?:well )?(?:be|seem)| seems| looks| sounds)(?: [\w']+){0,4} crux\b/;

/**
 * The crux that another speaker named and these words take up: behind a quote of the naming, or by "I agree that this might be
 * our crux" in answer to it. `found`: cruxes by the post that names them.
 */
function namedBefore(
  { reading }: DisputeField,
  naming: readonly AimedMove[],
  found: ReadonlyMap<string, readonly DeclaredCrux[]>,
): DeclaredCrux | null {
  const { sentence, to } = naming[0]!;
  const of = quoteBefore(sentence)?.of ?? null;
  const quoted = (of ? (found.get(of.post) ?? []) : []).findLast(({ naming: before }) =>
    before.some(({ sentence: { start, end } }) => start < of!.end && of!.start < end),
  );
  if (quoted) return quoted;
  const bare = naming.every((each) => each.sentence.matter < 3) && POINTS_BACK.test(sentence.plain);
  const calls = naming.some((each) => CALLS_THAT_CRUX.test(each.sentence.plain));
  if (!bare && !calls) return null;
  const before = calls ? reading.thread.posts[sentence.postIndex - 1] : undefined;
  const answered = [of?.post, to?.post, before?.id].find((post) => post != null && found.has(post));
  return answered == null ? null : found.get(answered)!.at(-1)!;
}

/** The view that somebody gives for a crux just named; for another's it stands in the place of what was merely found near it. */
function joinNaming(field: DisputeField, naming: readonly AimedMove[], known: DeclaredCrux): DeclaredCrux {
  const joined = { ...known, moves: [...known.moves, ...naming.map(({ id }) => id)] };
  const views = ownSide(field, naming, [...known.own, ...known.other].map(({ text }) => text).join(' '));
  if (naming[0]!.sentence.post.speaker === known.naming[0]!.sentence.post.speaker)
    return { ...joined, own: [...new Set([...views, ...known.own])] };
  const kept = known.answered ? known.other : [];
  return { ...joined, other: [...new Set([...views, ...kept])], answered: true };
}

function declare(field: DisputeField, naming: readonly AimedMove[]): DeclaredCrux {
  const paragraph = anchorOf(field.reading, naming);
  const quoted = answersToWords(field, naming);
  const answer = quoted ?? findDirectAnswer(field, naming.at(-1)!.sentence);
  const views = ownSide(field, naming, matterOf(paragraph, naming));
  const own = withAnswered(views, answer?.own ?? null, quoted !== null);
  const wanted = matterOf([...(offersEnough(naming) ? [] : paragraph), ...own], naming);
  const other = answer?.other ?? otherSide(field, naming[0]!, wanted);
  return { naming, own, other, answered: answer !== null, moves: naming.map(({ id }) => id) };
}

/** The words that were answered stand first where the answer denies just these, and behind the view where they were merely quoted. */
function withAnswered(views: OwnSentence[], answered: OwnSentence | null, quoted: boolean): OwnSentence[] {
  if (!answered || (quoted && views.includes(answered))) return views;
  if (quoted) return [...views.slice(0, MOST_CLAIMS - 1), answered];
  return [answered, ...views.filter((each) => each !== answered)].slice(0, MOST_CLAIMS);
}

/** The paragraph that names the crux, for what "this" and "your second point" refer to. */
function anchorOf(reading: Reading, naming: readonly AimedMove[]): readonly OwnSentence[] {
  const { post, block } = naming[0]!.sentence;
  return reading.ofPost.get(post.id)!.filter((each) => each.block === block);
}

/** Whether an offer says itself on what it depends, so that the rest of the paragraph, often of other things, is not needed. */
function offersEnough(naming: readonly AimedMove[]): boolean {
  return naming.some(({ rule, sentence }) => rule === OFFER && countMatter(withoutPromise(sentence.plain)) >= 3);
}

/** What a crux is about, in words; a promise to give way says nothing of it. */
function matterOf(sentences: readonly OwnSentence[], naming: readonly AimedMove[]): string {
  const offers = new Set(naming.filter(({ rule }) => rule === OFFER).map(({ sentence }) => sentence));
  return sentences.map((each) => (offers.has(each) ? withoutPromise(each.plain) : each.text)).join(' ');
}

/** The naming words, if they say more than that there is a crux, and the speaker's view next to them. */
function ownSide({ reading, movesOf }: DisputeField, naming: readonly AimedMove[], anchor: string): OwnSentence[] {
  const sentences = naming.map(({ sentence }) => sentence);
  const { post, block } = sentences[0]!;
  const views = reading.ofPost
    .get(post.id)!
    .filter((each) => !sentences.includes(each) && each.block >= block && each.block <= block + 1)
    .filter((each) => OWN_VIEW.test(each.plain) && statesMatter(reading, each) && !each.plain.endsWith(':'))
    .map((each) => ({ each, score: reading.likeness(anchor, each.text) + (each.block === block ? 0.1 : 0) }))
    .filter(({ score }) => score >= ALIKE_AT_ALL)
    .sort((a, b) => b.score - a.score || a.each.start - b.each.start);
  const agrees = (each: OwnSentence) => movesOf.get(each)?.some(({ type }) => type === 'agree') ?? false;
  const telling = sentences.filter((each) => each.matter >= 3 && !agrees(each)).slice(0, MOST_CLAIMS);
  const own = [...telling, ...views.map(({ each }) => each)].slice(0, MOST_CLAIMS);
  return own.length > 0 ? own : sentences.slice(0, 1);
}
