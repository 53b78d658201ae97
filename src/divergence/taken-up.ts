import type { Claim, MoveType } from '../graph-file/index.ts';
import type { Thread } from '../thread/index.ts';
import { indexSpans } from './span-index.ts';
import type { Standing } from './standing.ts';

/** Moves that go into what a post says. */
const GOES_INTO: ReadonlySet<MoveType> = new Set(['disagree', 'undercut', 'correct', 'partial', 'concede']);

/**
 * Tells of a speaker's claims whether somebody else takes them up without stating a view on them: quotes their words, aims a
 * move at them or an objection at their post, or gives reasons for or against them. Of such a claim nobody can say that it
 * went unanswered.
 */
export function readTakenUp(standing: Standing, thread: Thread): (claims: readonly Claim[]) => boolean {
  const quoted = thread.posts.flatMap(({ speaker, quotes }) =>
    quotes.flatMap(({ of }) => (of ? [{ ...of, speaker }] : [])),
  );
  const quotedAt = indexSpans(quoted);
  const byOther = (claim: Claim) => (one: { readonly speaker: string }) => one.speaker !== claim.speaker;
  return (claims) =>
    claims.some((claim) => {
      const other = byOther(claim);
      if (quotedAt(claim.post, claim.start, claim.end).some(other)) return true;
      if (standing.movesOn(claim.id).some(other)) return true;
      if (standing.movesOn(claim.post).some((move) => GOES_INTO.has(move.type) && other(move))) return true;
      return standing.reasonsFor(claim.proposition).some(({ statedBy }) => statedBy.some(other));
    });
}
