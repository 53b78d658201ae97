import type { DisputeJudgement } from '../judgements.ts';
import { TAKES_ON } from '../takes-on.ts';
import type { AimedMove } from './aim-moves.ts';
import { findDeclaredCruxes } from './declared-cruxes.ts';
import { type DisputeField, MOST_CLAIMS, openField } from './dispute-field.ts';
import { findHeldBack } from './held-back.ts';
import { findOpposedOutlooks } from './opposed-outlooks.ts';
import { claimOf, type Reading, viewBehind } from './reading.ts';

/**
 * Points on which speakers part by their own words: declared cruxes, disagreements aimed at a known claim, what an agreement
 * holds back, and what one welcomes and the other fears.
 */
export function findDisputes(reading: Reading, moves: readonly AimedMove[]): DisputeJudgement[] {
  const field = openField(reading, moves);
  const opposed = moves.flatMap((move) => oppose(field, move) ?? []);
  const heldBack = moves.flatMap((move) => findHeldBack(field, move) ?? []);
  return [
    ...findDeclaredCruxes(field, moves),
    ...mergeOpposed(reading, opposed),
    ...heldBack,
    ...findOpposedOutlooks(field),
  ];
}

/** A disagreement whose target is known: by a quote, or by clear likeness of content. */
function oppose({ reading, movesOf, setAside }: DisputeField, move: AimedMove): DisputeJudgement | null {
  if (!['disagree', 'undercut', 'correct'].includes(move.type) || !move.targetClaim) return null;
  // Granting a claim and limiting it in one breath is partial agreement, not a point on which they part.
  const grants = movesOf
    .get(move.sentence)!
    .some(({ type, targetClaim }) => TAKES_ON.has(type) && (!targetClaim || targetClaim === move.targetClaim));
  if (grants) return null;
  // A sentence that announces a list of disagreements is not one itself.
  if (move.sentence.plain.endsWith(':')) return null;
  const own = viewBehind(reading, move.sentence);
  if (!own) return null;
  return {
    id: `d:${move.sentence.post.id}:${move.sentence.start}`,
    claims: [move.targetClaim, claimOf(reading, own, 'disagreement')],
    moves: [move.id],
    declared: false,
    setAside: setAside.has(move.sentence),
    confidence: move.by === 'quote' ? move.confidence : move.confidence * 0.75,
  };
}

/** Disagreements of one post with one claim are one; it keeps at most so many claims of the objector. */
function mergeOpposed(reading: Reading, disputes: readonly DisputeJudgement[]): DisputeJudgement[] {
  const merged = new Map<string, DisputeJudgement>();
  for (const dispute of disputes) {
    const key = `${dispute.claims[0]} ${reading.claims.get(dispute.claims.at(-1)!)!.post}`;
    const known = merged.get(key);
    if (!known) {
      merged.set(key, dispute);
      continue;
    }
    merged.set(key, {
      ...known,
      claims: [...new Set([...known.claims, ...dispute.claims])].slice(0, 1 + MOST_CLAIMS),
      moves: [...new Set([...known.moves, ...dispute.moves])],
      setAside: known.setAside || dispute.setAside,
      confidence: Math.max(known.confidence, dispute.confidence),
    });
  }
  return [...merged.values()];
}
