import { viewOf } from '../graph/index.ts';
import type { Claim, CruxSide, Relation } from '../graph-file/index.ts';
import type { ItemScore } from './belief/verdict.ts';
import type { Party } from './contests.ts';
import type { IssueNetwork } from './issue-network.ts';
import type { Standing } from './standing.ts';

/** One quoted holder of a crux; `party` is 0 or 1. */
export interface QuotedSide extends CruxSide {
  readonly party: 0 | 1;
}

/** More quotations than this on one side hide what the side says. */
export const MOST_QUOTES = 3;

/** Who is quoted on an item, in words of their own; null where a party has nobody to quote, and then the item is not shown. */
export function quoteSides(
  standing: Standing,
  parties: readonly [Party, Party],
  drawn: IssueNetwork,
  { item, views }: ItemScore,
): readonly QuotedSide[] | null {
  const sides = parties.flatMap(({ camp, members }, index) => {
    const party = index as 0 | 1;
    return members.flatMap((speaker): QuotedSide[] => {
      if (item.kind === 'claim') {
        const proposition = drawn.propositions[item.index]!;
        const view = standing.view(proposition, speaker);
        if (!view) return [];
        const claims = idsOf(standing.claimsOf(proposition, speaker));
        return [{ party, speaker, camp, stance: view.stance, value: view.value, claims }];
      }
      const relation = (item.kind === 'link' ? drawn.links : drawn.undercuts)[item.index]!;
      const claims = wordsOnBearing(standing, relation, speaker);
      const [lead] = claims;
      if (!lead) return [];
      const stance = standing.view(relation.from, speaker)?.stance ?? lead.stance;
      return [{ party, speaker, camp, stance, value: views[party], claims: idsOf(claims) }];
    });
  });
  return sides.some(({ party }) => party === 0) && sides.some(({ party }) => party === 1) ? sides : null;
}

/** A speaker's claims that say how a reason bears: the premise and the words that weigh it, else an undercutter or the conclusion. */
export function wordsOnBearing(standing: Standing, relation: Relation, speaker: string): readonly Claim[] {
  const stated = relation.statedBy.filter((statement) => statement.speaker === speaker);
  const weighing = stated.flatMap(({ post, start, end }) =>
    standing.claimsAt(post, start, end).filter(({ stance }) => stance !== 'reported'),
  );
  const premise = standing.claimsOf(relation.from, speaker);
  const near = new Set([...premise.slice(0, 1), ...weighing, ...premise]);
  if (near.size > 0) return [...near];
  const cutters = standing.undercutsOf(relation.id).flatMap(({ from }) => standing.claimsOf(from, speaker));
  if (cutters.length > 0) return cutters;
  return standing.graph.propositions.has(relation.to) ? standing.claimsOf(relation.to, speaker) : [];
}

/** A side in one speaker's own claims: their view of `proposition` where they state one, otherwise what the first claim says of itself. */
export function sideInOwnWords(standing: Standing, proposition: string | null, claims: readonly Claim[]): CruxSide {
  const { speaker, stance, p } = claims[0]!;
  const view = proposition === null ? undefined : standing.view(proposition, speaker);
  const held = view ?? { stance, value: viewOf(stance, p) ?? 0 };
  return { speaker, camp: null, stance: held.stance, value: held.value, claims: idsOf(claims) };
}

function idsOf(claims: readonly Claim[]): string[] {
  return claims.slice(0, MOST_QUOTES).map(({ id }) => id);
}
