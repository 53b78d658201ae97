import type { MoveJudgement } from '../readers/index.ts';
import type { Formed, Sided } from './form-propositions.ts';
import type { Footing, Ground } from './own-words.ts';

/** "Only if": a speaker agrees to `on` (worded with `polarity`) under the condition `hinge`, null where the words name no claim of theirs. */
export interface ConditionalAgreement {
  readonly move: string;
  readonly speaker: string;
  readonly on: string;
  readonly polarity: 1 | -1;
  readonly hinge: Sided | null;
  readonly footing: Footing;
  readonly start: number;
  readonly end: number;
}

/** Reads the conditions that agreeing moves set on claims of others. The hinge is the speaker's own claim that shares most words with the move. */
export function readConditionalAgreements(
  formed: Formed,
  moves: readonly MoveJudgement[],
  ground: Ground,
): readonly ConditionalAgreement[] {
  const claims = [...formed.claims.values()];
  const byPost = Map.groupBy(claims, ({ post }) => post);
  return moves.flatMap((move) => {
    const footing = ground.find(move);
    const target = move.target === null ? undefined : formed.sides.get(move.target);
    if (move.type !== 'cond_agree' || typeof footing === 'string' || !target) return [];
    if (formed.claims.get(target.claim)!.speaker === footing.post.speaker) return [];
    let hinge: Sided | null = null;
    let most = 0;
    for (const claim of byPost.get(move.post) ?? []) {
      const shared = Math.min(claim.end, move.end) - Math.max(claim.start, move.start);
      if (shared > most && claim.proposition !== target.proposition) [hinge, most] = [claim, shared];
    }
    const { start, end } = move;
    const on = { on: target.proposition, polarity: target.polarity, hinge };
    return [{ move: move.id, speaker: footing.post.speaker, ...on, footing, start, end }];
  });
}
