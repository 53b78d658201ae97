import type { Judgements } from '../readers/index.ts';
import { placeKey } from './leave-out-doubted.ts';

/** Who is said to share a claim, who was confirmed, and the words at issue by their places. */
export interface SharedPoint {
  readonly speakers: readonly string[];
  readonly holders: ReadonlySet<string>;
  /** Speakers by the places of their claims and assents on the point. */
  readonly places: ReadonlyMap<string, string>;
  /** Speakers by the places of the moves that assent. */
  readonly assents: ReadonlyMap<string, string>;
}

const ASSENTS: ReadonlySet<string> = new Set(['agree', 'partial', 'concede', 'cond_agree']);

/**
 * Judgements without what makes a speaker share a claim that a second look did not find in their words: the two claims are no
 * longer the same, and the assent goes. What each of them said stays as said.
 */
export function leaveOutShared(judgements: Judgements, doubted: readonly SharedPoint[]): Judgements {
  const keyOf = new Map(judgements.claims.map((claim) => [claim.id, placeKey(claim)]));
  const parted = (a: string, b: string) =>
    doubted.some(({ places, holders }) => {
      const [one, other] = [places.get(keyOf.get(a) ?? ''), places.get(keyOf.get(b) ?? '')];
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
