import type { AgreementKind, Claim, Move, MoveType } from '../graph-file/index.ts';
import { type AgreementDraft, draftAgreement } from './agreement-draft.ts';
import type { Exchanges } from './exchanges.ts';
import { readHeldInPart } from './held-in-part.ts';
import type { Standing } from './standing.ts';

const KINDS: Partial<Record<MoveType, AgreementKind>> = {
  agree: 'full',
  partial: 'partial',
  concede: 'concession',
};

/**
 * Agreements that a speaker declares by a move, unless their stated views oppose. Where it is aimed at a claim of somebody
 * else, both are cited; where only the post is known, the words of the one who agrees stand alone: which of the other's
 * claims they mean is not guessed.
 */
export function findStatedAgreements(standing: Standing, exchanges: Exchanges): AgreementDraft[] {
  const heldInPart = readHeldInPart(standing);
  return [...standing.graph.moves.values()].flatMap((move) => {
    const kind = KINDS[move.type];
    const found = kind ? agreedWith(standing, exchanges, move) : null;
    if (!kind || !found || opposed(standing, found, move.speaker)) return [];
    // Who takes the claim on wholly elsewhere agrees wholly.
    const whole = kind === 'partial' && found.polarity !== null && !heldInPart(found.proposition, move.speaker);
    if (whole) return [];
    return [draftAgreement(found.proposition, [found.speaker, move.speaker], kind, found.claims, [move.id])];
  });
}

/** The speaker's own claims in the words of a move. */
export function ownWords(standing: Standing, { post, start, end, speaker }: Move): readonly Claim[] {
  const claims = standing.claimsAt(post, start, end);
  return claims.filter((claim) => claim.speaker === speaker && claim.stance !== 'reported');
}

interface AgreedWith {
  readonly proposition: string;
  /** What the claim that is taken on says of the proposition; null where only the post is known. */
  readonly polarity: 1 | -1 | null;
  readonly speaker: string;
  readonly claims: readonly string[];
}

function agreedWith(standing: Standing, exchanges: Exchanges, move: Move): AgreedWith | null {
  if (move.target === null) return null;
  const own = ownWords(standing, move);
  const claim = standing.graph.claims.get(move.target);
  if (claim) {
    if (claim.speaker === move.speaker || claim.stance === 'reported') return null;
    const claims = [claim.id, ...own.map(({ id }) => id)];
    return { proposition: claim.proposition, polarity: claim.polarity, speaker: claim.speaker, claims };
  }
  const speaker = exchanges.speakerOf(move.target);
  if (speaker === undefined || speaker === move.speaker || own.length === 0) return null;
  return { proposition: own[0]!.proposition, polarity: null, speaker, claims: own.map(({ id }) => id) };
}

/** Whether the views of both oppose, or that of who agrees opposes the very claim: then something else is agreed. */
function opposed(standing: Standing, { proposition, polarity, speaker: other }: AgreedWith, speaker: string): boolean {
  const theirs = standing.view(proposition, other)?.value ?? 0;
  const own = standing.view(proposition, speaker)?.value ?? 0;
  return theirs * own < 0 || (polarity ?? 0) * own < 0;
}
