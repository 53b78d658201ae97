import type { AgreementKind, Claim, Move, MoveType } from '../graph-file/index.ts';
import { buildTextIndex } from '../text/index.ts';
import { type AgreementDraft, draftAgreement } from './agreement-draft.ts';
import type { Centrality } from './centrality.ts';
import { AGREED_LIKENESS } from './constants.ts';
import type { Exchanges } from './exchanges.ts';
import type { Standing } from './standing.ts';

const KINDS: Partial<Record<MoveType, AgreementKind>> = {
  agree: 'full',
  partial: 'partial',
  concede: 'concession',
};

/** Agreements that a speaker declares by a move aimed at a claim of somebody else, unless their stated views oppose. */
export function findStatedAgreements(
  standing: Standing,
  exchanges: Exchanges,
  centrality: Centrality,
): AgreementDraft[] {
  return [...standing.graph.moves.values()].flatMap((move) => {
    const kind = KINDS[move.type];
    const claim = kind ? agreedClaim(standing, exchanges, centrality, move) : null;
    if (!kind || !claim || opposed(standing, claim, move.speaker)) return [];
    const speakers = [claim.speaker, move.speaker];
    const own = ownWords(standing, move);
    return [draftAgreement(claim.proposition, speakers, kind, [claim.id, ...own.map(({ id }) => id)], [move.id])];
  });
}

/** The speaker's own claims in the words of a move. */
export function ownWords(standing: Standing, { post, start, end, speaker }: Move): readonly Claim[] {
  const claims = standing.claimsAt(post, start, end);
  return claims.filter((claim) => claim.speaker === speaker && claim.stance !== 'reported');
}

/** The claim of somebody else that a move takes on; of a whole post, the claim most like the move's words, else its most central one. */
function agreedClaim(standing: Standing, exchanges: Exchanges, centrality: Centrality, move: Move): Claim | null {
  const { graph } = standing;
  if (move.target === null) return null;
  const claim = graph.claims.get(move.target);
  if (claim) return claim.speaker === move.speaker || claim.stance === 'reported' ? null : claim;
  const speaker = exchanges.speakerOf(move.target);
  if (speaker === undefined || speaker === move.speaker) return null;
  const candidates = standing
    .claimsAt(move.target, 0, Number.POSITIVE_INFINITY)
    .filter((candidate) => candidate.speaker === speaker && candidate.stance !== 'reported');
  if (candidates.length === 0) return null;
  const said = ownWords(standing, move).map(({ text }) => text);
  const near = buildTextIndex(candidates.map(({ text }) => text)).search(said.join(' '), 1, AGREED_LIKENESS)[0];
  if (near) return candidates[near.index]!;
  return candidates.reduce((best, next) => {
    return centrality(next.proposition) > centrality(best.proposition) + 1e-9 ? next : best;
  });
}

function opposed(standing: Standing, claim: Claim, speaker: string): boolean {
  const theirs = standing.view(claim.proposition, claim.speaker)?.value ?? 0;
  const own = standing.view(claim.proposition, speaker)?.value ?? 0;
  return theirs * own < 0;
}
