import { type AgreementDraft, draftAgreement } from './agreement-draft.ts';
import { SHARED_VIEW } from './constants.ts';
import type { Contest } from './contests.ts';
import type { Exchanges } from './exchanges.ts';
import { readHeldInPart } from './held-in-part.ts';
import type { Standing } from './standing.ts';

/** More quotations than this on one agreement say nothing new. */
const MOST_VOICES = 6;

/**
 * Propositions on which two speakers of different sides state firm views of the same sign, not just in part, and nobody states the
 * opposite. Sides are camps of an issue; where there are none, speakers who exchanged a turn.
 */
export function findSharedViews(
  standing: Standing,
  exchanges: Exchanges,
  contests: readonly Contest[],
): AgreementDraft[] {
  const apart = sidesApart(exchanges, contests);
  const heldInPart = readHeldInPart(standing);
  return [...standing.graph.propositions.values()].flatMap(({ id, views }) => {
    const firm = views.filter(({ value, speaker }) => Math.abs(value) >= SHARED_VIEW && !heldInPart(id, speaker));
    const sign = Math.sign(firm[0]?.value ?? 0);
    if (firm.length < 2 || views.some(({ value }) => value * sign < 0)) return [];
    const speakers = firm.map(({ speaker }) => speaker);
    if (!apart(speakers)) return [];
    const claims = firm.slice(0, MOST_VOICES).map(({ claim }) => claim);
    return [draftAgreement(id, speakers, 'full', claims, [])];
  });
}

function sidesApart(exchanges: Exchanges, contests: readonly Contest[]): (speakers: readonly string[]) => boolean {
  const camps = exchanges.pairwise ? [] : contests.filter(({ parties }) => parties[0].camp !== null);
  const sets = camps.map(({ parties }) => parties.map(({ members }) => new Set(members)));
  if (sets.length > 0)
    return (speakers) => sets.some((sides) => sides.every((side) => speakers.some((speaker) => side.has(speaker))));
  return (speakers) =>
    speakers.some((one, index) => speakers.some((other, place) => place > index && exchanges.met(one, other)));
}
