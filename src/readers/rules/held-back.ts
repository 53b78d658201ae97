import type { DisputeJudgement } from '../judgements.ts';
import type { AimedMove } from './aim-moves.ts';
import { countMatter } from './matter.ts';
import { claimOf, type Reading } from './reading.ts';

const HOLDS_BACK = /\b(?:but|however|though|although|except|only that)\b/;
/** Less sure than a plain disagreement: what is held back may be small. */
const SHARE = 0.7;

/** What somebody sets against a claim in the very sentence that takes it on: "I agree with this in a sense, although …". */
export function findHeldBack(reading: Reading, move: AimedMove): DisputeJudgement | null {
  const { type, sentence, targetClaim, confidence, id, cueAt } = move;
  if (type !== 'partial' || targetClaim === null) return null;
  // What stands in brackets is said by the way.
  const taking = sentence.plain.slice(cueAt).replace(/\([^()]*\)/g, '');
  const but = HOLDS_BACK.exec(taking);
  if (!but || countMatter(taking.slice(but.index)) < 3) return null;
  return {
    id: `d:${sentence.post.id}:${sentence.start}:held-back`,
    claims: [targetClaim, claimOf(reading, sentence, 'held-back')],
    moves: [id],
    declared: false,
    setAside: false,
    confidence: confidence * SHARE,
  };
}
