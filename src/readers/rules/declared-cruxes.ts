import type { DisputeJudgement } from '../judgements.ts';
import { type AimedMove, quoteBefore } from './aim-moves.ts';
import { type DisputeField, MOST_CLAIMS, OWN_VIEW } from './dispute-field.ts';
import { ALIKE_AT_ALL, answersToWords, otherSide } from './other-side.ts';
import type { OwnSentence } from './own-sentences.ts';
import { claimOf, type Reading, statesMatter } from './reading.ts';

/** A dispute with the words in `names` (a post) that declare it to be the crux. */
interface DeclaredCrux extends DisputeJudgement {
  readonly names: string;
  readonly words: readonly { readonly start: number; readonly end: number }[];
}

/** Cruxes that participants declare, in whatever words, each with the other's nearest words on it. */
export function findDeclaredCruxes(field: DisputeField, moves: readonly AimedMove[]): DisputeJudgement[] {
  const found = new Map<string, DeclaredCrux[]>();
  for (const naming of groupNamings(moves)) {
    if (joinNamed(field, naming, found)) continue;
    const crux = declare(field, naming);
    if (crux) found.set(crux.names, [...(found.get(crux.names) ?? []), crux]);
  }
  return [...found.values()].flat().map(({ names: _names, words: _words, ...dispute }) => dispute);
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

/** "I agree that this might be our crux", or words behind a quote of the naming: they add a view to the crux just named. */
function joinNamed(field: DisputeField, naming: readonly AimedMove[], found: Map<string, DeclaredCrux[]>): boolean {
  const { reading } = field;
  const { sentence, to } = naming[0]!;
  const of = quoteBefore(sentence)?.of ?? null;
  const bare = naming.every((each) => each.sentence.matter < 3) && POINTS_BACK.test(sentence.plain);
  const quotesNaming = ({ words }: DeclaredCrux) =>
    of !== null && words.some(({ start, end }) => start < of.end && of.start < end);
  const known =
    found.get(of?.post ?? '')?.findLast(quotesNaming) ?? (bare ? found.get(to?.post ?? '')?.at(-1) : undefined);
  if (!known) return false;
  const view = ownSide(field, naming, textOf(reading, known.claims));
  const claims = view.map((each) => claimOf(reading, each, 'declared-crux'));
  // The view that is given for the crux stands before what was merely found near it.
  const joined = {
    ...known,
    claims: [...new Set([...claims, ...known.claims])],
    moves: [...known.moves, ...naming.map(({ id }) => id)],
  };
  found.set(
    known.names,
    found.get(known.names)!.map((crux) => (crux === known ? joined : crux)),
  );
  return true;
}

function textOf(reading: Reading, claims: readonly string[]): string {
  const texts = claims.map((id) => {
    const { post, start, end } = reading.claims.get(id)!;
    return reading.thread.posts[reading.position.get(post)!]!.text.slice(start, end);
  });
  return texts.join(' ');
}

function declare(field: DisputeField, naming: readonly AimedMove[]): DeclaredCrux | null {
  const { reading } = field;
  const { post, start } = naming[0]!.sentence;
  const anchor = anchorText(reading, naming);
  const answered = answersToWords(field, naming);
  const views = ownSide(field, naming, anchor);
  const own = answered && !views.includes(answered.own) ? [...views.slice(0, MOST_CLAIMS - 1), answered.own] : views;
  const wanted = `${anchor} ${own.map(({ text }) => text).join(' ')}`;
  const other = answered?.other ?? otherSide(field, naming[0]!, wanted);
  if (other.length === 0) return null;
  return {
    id: `d:${post.id}:${start}`,
    claims: [...new Set([...own, ...other].map((each) => claimOf(reading, each, 'declared-crux')))],
    moves: naming.map(({ id }) => id),
    declared: true,
    setAside: false,
    confidence: Math.max(...naming.map(({ confidence }) => confidence)),
    names: post.id,
    words: naming.map(({ sentence }) => ({ start: sentence.start, end: sentence.end })),
  };
}

/** The paragraph that names the crux, for what "this" and "your second point" refer to. */
function anchorText(reading: Reading, naming: readonly AimedMove[]): string {
  const { post, block } = naming[0]!.sentence;
  const paragraph = reading.ofPost.get(post.id)!.filter((each) => each.block === block);
  return paragraph.map(({ text }) => text).join(' ');
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
