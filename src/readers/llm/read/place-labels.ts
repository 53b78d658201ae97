import type { Stance } from '../../../graph-file/index.ts';
import { findFolded } from '../../../text/index.ts';
import type { ThreadPost } from '../../../thread/index.ts';
import type { ClaimJudgement, MoveJudgement, Words } from '../../judgements.ts';
import { acceptWording, wordsOf } from '../wording.ts';
import type { Grounded } from './ground-labels.ts';
import type { ClaimLabel, LinkLabel, MoveLabel } from './read-reply.ts';
import type { UnitReading } from './read-unit.ts';
import { type Reference, referenceReader } from './references.ts';
import { sentenceText } from './unit-context.ts';
import { isOwn } from './units.ts';

/** A target as an answer states it: a claim, an inference from one claim to another, a whole turn, or nothing known. */
export type Target =
  | Reference
  | { readonly from: Reference; readonly to: Reference }
  | { readonly post: string }
  | null;

/** Whether a target is an inference. */
export function isInference(target: Target): target is Extract<Target, { readonly from: unknown }> {
  return target !== null && 'from' in target;
}

/** A claim with what it says of others, references still open. */
export interface PlacedClaim {
  readonly judgement: ClaimJudgement;
  readonly as: Reference | null;
  /** The stance as it was labelled: towards `as`, while the judgement's is towards the claim's own words. */
  readonly stance: Stance;
  readonly wording: string | null;
  readonly links: readonly { readonly to: Target; readonly rel: LinkLabel['rel']; readonly w: LinkLabel['w'] }[];
  readonly terms: readonly string[];
}

export interface PlacedMove {
  readonly judgement: Omit<MoveJudgement, 'target'>;
  readonly to: Target;
}

/** A claim that is set against a sentence of somebody else. */
export interface PlacedPart {
  readonly claim: PlacedClaim;
  readonly to: Reference;
}

export interface PlacedLabels {
  readonly claims: readonly PlacedClaim[];
  readonly parts: readonly PlacedPart[];
  readonly moves: readonly PlacedMove[];
  /** Claims that take a position on an id that the call did not have, and parts from or to such an id. */
  readonly lost: number;
}

/**
 * Who rejects a claim asserts the opposite: so links from and to the words mean what the words say, and the graph turns
 * them round with the claim.
 */
const DENIALS: Partial<Record<Stance, Stance>> = { reject: 'assert', doubt: 'hedge' };
/** Share of a wording's words that must stand in what the model saw. */
const SEEN = 0.7;
const SURE = { exact: 0.9, repaired: 0.8 } as const;

/** Turns the grounded labels of a unit into judgements; several claims of one sentence get ids of their own. */
export function placeLabels(posts: readonly ThreadPost[], reading: UnitReading): PlacedLabels {
  const { unit, places, grounded } = reading;
  const twins = new Map<string, number>();
  const idOf = (base: string) => {
    const twin = twins.get(base) ?? 0;
    twins.set(base, twin + 1);
    return twin === 0 ? base : `${base}:${twin}`;
  };
  const seen = wordsOf([...places.values()].map(({ index, at }) => sentenceText(posts[index]!, at)));
  const labelled = new Map<string, string>();
  const named = grounded.claims.map((claim) => {
    const words = wordsAt(posts, claim);
    const id = idOf(`l:${words.post}:${words.start}`);
    if (!labelled.has(claim.label.id)) labelled.set(claim.label.id, id);
    return { claim, words, id };
  });
  const refer = referenceReader(places, labelled);
  const target = (id: string | null): Target => {
    const turn = /^(?:turn )?(\d{1,4})$/i.exec(id ?? '')?.[1];
    if (turn !== undefined) {
      const post = unit.turns[Number(turn) - 1]?.post.id;
      return post === undefined ? null : { post };
    }
    const [from, to, ...more] = (id ?? '').split('>').map((part) => refer(part.trim()));
    if (to === undefined) return from ?? null;
    return from && to && more.length === 0 ? { from, to } : null;
  };
  const odds = new Map(reading.odds.map(({ id, p }) => [id, p]));
  const claims = named.map(({ claim, words, id }): PlacedClaim => {
    const { label, place, grounding } = claim;
    const text = sentenceText(posts[place.index]!, place.at);
    const as = label.as === null ? null : refer(label.as);
    const wording = as || label.text === null ? null : acceptWording(label.text, seen, SEEN);
    const denies = DENIALS[label.stance];
    const stated = /\d/.test(text) ? (odds.get(label.id) ?? null) : null;
    const p = stated !== null && denies && as ? 1 - stated : stated;
    const judgement = {
      id,
      ...words,
      kind: label.kind,
      stance: denies ?? label.stance,
      p,
      grounding,
      ...citedIn(text, words.start, label.q),
      rule: 'llm',
      confidence: SURE[grounding],
    };
    // Words that are only quoted make no connection in the quoter's name.
    const own = isOwn(posts[place.index]!, place.at);
    const links = own ? label.links.map(({ to, rel, w }) => ({ to: target(to), rel, w })) : [];
    return { judgement, as, stance: label.stance, wording, links, terms: termsOf(reading, label, text) };
  });
  const moves = grounded.moves.map((move): PlacedMove => {
    const words = wordsAt(posts, move);
    const type = move.label.move;
    const id = idOf(`lm:${words.post}:${words.start}:${type}`);
    return {
      judgement: { id, type, ...words, rule: 'llm', confidence: SURE[move.grounding] },
      to: target(move.label.to),
    };
  });
  let unknown = 0;
  const parts = grounded.parts.flatMap(({ turn, id, to }): PlacedPart[] => {
    const at = grounded.claims.findIndex(({ label }) => label.turn === turn && label.id === id);
    const [claim, place, other] = [claims[at], grounded.claims[at]?.place, refer(to)];
    if (!claim || !place || other === null) {
      unknown++;
      return [];
    }
    const own = isOwn(posts[place.index]!, place.at) && claim.stance !== 'reported';
    return own ? [{ claim, to: other }] : [];
  });
  const lost = claims.filter(({ as }, at) => as === null && grounded.claims[at]!.label.as !== null).length;
  return { claims, parts, moves, lost: lost + unknown };
}

function wordsAt(posts: readonly ThreadPost[], { place }: Grounded<ClaimLabel | MoveLabel>): Words {
  const post = posts[place.index]!;
  const { start, end } = post.sentences[place.at]!;
  return { post: post.id, start, end };
}

function citedIn(sentence: string, offset: number, quote: string): Pick<ClaimJudgement, 'cited'> {
  const found = findFolded(sentence, quote);
  return found ? { cited: { start: offset + found.start, end: offset + found.end } } : {};
}

function termsOf({ terms }: UnitReading, { id }: ClaimLabel, text: string): string[] {
  const own = terms.filter((term) => term.id === id && text.toLowerCase().includes(term.term.toLowerCase()));
  return [...new Set(own.map(({ term }) => term))];
}
