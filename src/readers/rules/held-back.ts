import type { DisputeJudgement } from '../judgements.ts';
import type { AimedMove } from './aim-moves.ts';
import type { DisputeField } from './dispute-field.ts';
import { countMatter } from './matter.ts';
import { claimOf } from './reading.ts';
import { heldBackIn } from './take-back.ts';

const OPPOSES: ReadonlySet<string> = new Set(['disagree', 'undercut', 'correct']);
/** Less sure than a plain disagreement: what is held back may be small. */
const SHARE = 0.7;

/** What somebody sets against a claim in the very clause that takes it on: "I agree with this in a sense, although …". */
export function findHeldBack({ reading, movesOf, setAside }: DisputeField, move: AimedMove): DisputeJudgement | null {
  const { type, sentence, targetClaim, confidence, id, cueAt } = move;
  if (type !== 'partial' || targetClaim === null) return null;
  const held = heldBackIn(sentence.plain, cueAt);
  if (held === null || countMatter(held) < 3) return null;
  // "I agree with the one, but doubt the other" holds nothing back of the one.
  const elsewhere = movesOf
    .get(sentence)!
    .some((other) => OPPOSES.has(other.type) && other.targetClaim !== null && other.targetClaim !== targetClaim);
  if (elsewhere) return null;
  return {
    id: `d:${sentence.post.id}:${sentence.start}:held-back`,
    claims: [targetClaim, claimOf(reading, sentence, 'held-back')],
    moves: [id],
    declared: false,
    setAside: setAside.has(sentence),
    confidence: confidence * SHARE,
  };
}
