import type { ClaimJudgement, Judgements, Words } from '../readers/index.ts';
import { placeKey } from './leave-out-doubted.ts';

/** Who is said to share a claim, who was confirmed (of these, who only in part), and the words at issue by their places. */
export interface SharedPoint {
  readonly speakers: readonly string[];
  readonly holders: ReadonlySet<string>;
  readonly part: ReadonlySet<string>;
  /** Speakers by their claims on the point. */
  readonly claims: ReadonlyMap<string, string>;
  /** Places of all words cited for it. */
  readonly places: ReadonlySet<string>;
  /** Speakers by the places of the moves that assent. */
  readonly assents: ReadonlyMap<string, string>;
}

/** Tells claims apart that stand in one sentence, by the words in it that were cited. */
export function claimKey(claim: Words, cited: ClaimJudgement['cited']): string {
  return `${placeKey(claim)} ${cited?.start ?? ''}`;
}

/** Not `partial`: what such a move holds back still sets the two against each other. */
const ASSENTS: ReadonlySet<string> = new Set(['agree', 'concede', 'cond_agree']);

/**
 * Judgements without what makes a speaker share a claim that a second look did not find in their words: the two claims are no
 * longer the same, and the assent goes. What each of them said stays as said.
 */
export function leaveOutShared(judgements: Judgements, doubted: readonly SharedPoint[]): Judgements {
  const keyOf = new Map(judgements.claims.map((claim) => [claim.id, claimKey(claim, claim.cited)]));
  const parted = (a: string, b: string) =>
    doubted.some(({ claims, holders }) => {
      const [one, other] = [claims.get(keyOf.get(a) ?? ''), claims.get(keyOf.get(b) ?? '')];
      if (one === undefined || other === undefined || one === other) return false;
      return !holders.has(one) || !holders.has(other);
    });
  const withdrawn = (place: string) =>
    doubted.some(({ assents, holders }) => {
      const speaker = assents.get(place);
      return speaker !== undefined && (!holders.has(speaker) || holders.size < 2);
    });
  return {
    ...judgements,
    sames: judgements.sames.filter(({ a, b, polarity }) => polarity === -1 || !parted(a, b)),
    moves: judgements.moves.filter((move) => !(ASSENTS.has(move.type) && withdrawn(placeKey(move)))),
  };
}
