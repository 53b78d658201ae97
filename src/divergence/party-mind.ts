import type { Relation } from '../graph-file/index.ts';
import type { Mind } from './belief/believe.ts';
import { viewOfParty } from './camp-view.ts';
import type { Party } from './contests.ts';
import type { IssueNetwork } from './issue-network.ts';
import type { Standing } from './standing.ts';

/** How far a speaker endorses a relation: by their latest words on it, otherwise 1; a condition counts only for who set it. */
export function endorsementOf({ owner, statedBy }: Relation, speaker: string): number {
  if (owner !== null && owner !== speaker) return 0;
  return statedBy.findLast((statement) => statement.speaker === speaker)?.endorsed ?? 1;
}

/** Nats that a fully endorsed relation lends its conclusion, negative where it lowers it. */
export function signedWeight({ type, weight, conclusion }: Relation): number {
  return (type === 'attacks' ? -weight : weight) * conclusion;
}

/** What a speaker or camp said, on an issue's network: camp views are mean log-odds, camp endorsements plain means. */
export function readMind(
  standing: Standing,
  { propositions, links, undercuts }: IssueNetwork,
  { members }: Party,
): Mind {
  const endorsement = (relation: Relation) =>
    members.reduce((sum, member) => sum + endorsementOf(relation, member), 0) / members.length;
  return {
    stated: propositions.map((proposition) => viewOfParty(standing, proposition, members) ?? Number.NaN),
    weights: links.map((relation) => endorsement(relation) * signedWeight(relation)),
    force: undercuts.map((relation) => Math.max(0, endorsement(relation))),
  };
}
