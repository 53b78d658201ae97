import type { Relation, Unanswered } from '../graph-file/index.ts';
import { type AgreementDraft, draftAgreement } from './agreement-draft.ts';
import { SHARED_VIEW } from './constants.ts';
import type { Standing } from './standing.ts';
import { openPoint } from './unanswered.ts';

/** "Only if k": agreements under a condition, and the conditions that the other side rejects or doubts. */
export interface Conditional {
  readonly agreements: readonly AgreementDraft[];
  /** Open points on disputed hinges, in thread order. */
  readonly hinges: readonly Unanswered[];
}

/** Finds the claims that one speaker holds and another takes on under a condition of their own. A condition gives no closure. */
export function findConditional(standing: Standing): Conditional {
  const { graph } = standing;
  const agreements: AgreementDraft[] = [];
  const hinges = new Map<string, Unanswered>();
  for (const relation of graph.relations.values()) {
    const { type, owner, to, from, premise, conclusion } = relation;
    if (type !== 'requires' || owner === null || standing.view(to, owner)) continue;
    const { views } = graph.propositions.get(to)!;
    const holders = views.filter(({ speaker, value }) => speaker !== owner && value * conclusion >= SHARED_VIEW);
    if (holders.length === 0) continue;
    const speakers = [...holders.map(({ speaker }) => speaker), owner];
    const doubters = graph.propositions
      .get(from)!
      .views.filter(({ speaker, value }) => speaker !== owner && value * premise < 0);
    const claims = [...holders.map(({ claim }) => claim), ...ownerWords(standing, relation, owner)];
    const moves = movesOf(standing, to, owner);
    const draft = draftAgreement(to, speakers, 'conditional', claims, moves);
    agreements.push({ ...draft, hinge: from, disputed: doubters.length > 0 });
    for (const { speaker } of doubters) {
      if (standing.view(from, owner)) continue;
      const open = openPoint(from, speaker, [owner], null, standing.claimsOf(from, speaker));
      hinges.set(open.id, open);
    }
  }
  return { agreements: [...agreements, ...withoutHinge(standing, agreements)], hinges: [...hinges.values()] };
}

/** Conditional agreements whose condition is no claim of its own. */
function withoutHinge(standing: Standing, known: readonly AgreementDraft[]): AgreementDraft[] {
  const { graph } = standing;
  const listed = new Set(known.flatMap(({ moves }) => moves));
  return [...graph.moves.values()].flatMap((move) => {
    const claim = move.type === 'cond_agree' && move.target !== null ? graph.claims.get(move.target) : undefined;
    if (!claim || claim.speaker === move.speaker || claim.stance === 'reported' || listed.has(move.id)) return [];
    const own = standing
      .claimsAt(move.post, move.start, move.end)
      .filter(({ speaker, stance }) => speaker === move.speaker && stance !== 'reported');
    const claims = [claim.id, ...own.map(({ id }) => id)];
    return [draftAgreement(claim.proposition, [claim.speaker, move.speaker], 'conditional', claims, [move.id])];
  });
}

function ownerWords(standing: Standing, { to, statedBy }: Relation, owner: string): string[] {
  const said = statedBy
    .filter(({ speaker }) => speaker === owner)
    .flatMap(({ post, start, end }) => standing.claimsAt(post, start, end))
    .filter(({ speaker, stance }) => speaker === owner && stance !== 'reported');
  return [...standing.claimsOf(to, owner), ...said].slice(0, 2).map(({ id }) => id);
}

function movesOf(standing: Standing, proposition: string, owner: string): string[] {
  return standing.graph.propositions
    .get(proposition)!
    .claims.flatMap(standing.movesOn)
    .filter(({ type, speaker }) => type === 'cond_agree' && speaker === owner)
    .map(({ id }) => id);
}
