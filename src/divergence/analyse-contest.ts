import { believe } from './belief/believe.ts';
import { type Dispute, openDispute } from './belief/closure.ts';
import { type CruxSet, chooseCruxSet } from './belief/crux-set.ts';
import { type Gradients, pullsOn } from './belief/gradients.ts';
import { type Origins, traceOrigins } from './belief/origin.ts';
import { rankItems } from './belief/rank.ts';
import { scoreItems } from './belief/score-items.ts';
import type { Item } from './belief/suppose.ts';
import type { ItemScore } from './belief/verdict.ts';
import { findWaypoints } from './belief/waypoints.ts';
import { isDivided } from './camp-view.ts';
import { DIVIDED_FACTOR } from './constants.ts';
import type { Contest } from './contests.ts';
import { drawIssueNetwork, type IssueNetwork } from './issue-network.ts';
import { readMind } from './party-mind.ts';
import { type QuotedSide, quoteSides } from './quoted-sides.ts';
import type { Standing } from './standing.ts';

/** A crux as computed: its figures, whether it divides a camp, who is quoted on it, and the claims it explains on the way to the issue. */
export interface ComputedCrux {
  readonly score: ItemScore;
  readonly divided: boolean;
  readonly sides: readonly QuotedSide[];
  readonly waypoints: readonly string[];
}

/** All that is computed about one issue between two parties. */
export interface Findings {
  readonly contest: Contest;
  readonly drawn: IssueNetwork;
  readonly dispute: Dispute;
  readonly scores: readonly ItemScore[];
  /** Best first. */
  readonly cruxes: readonly ComputedCrux[];
  readonly cruxSet: CruxSet;
  readonly origins: Origins;
  /** Derivatives of the issue in both minds. */
  readonly pulls: readonly [Gradients, Gradients];
}

/** Id of the proposition or relation behind an item of an issue's network. */
export function idOfItem({ propositions, links, undercuts }: IssueNetwork, { kind, index }: Item): string {
  if (kind === 'claim') return propositions[index]!;
  return (kind === 'link' ? links : undercuts)[index]!.id;
}

/** Computes one issue: exact scores of everything that could be swapped, then ranks, waypoints, the crux set and origins. */
export function analyseContest(standing: Standing, contest: Contest): Findings {
  const drawn = drawIssueNetwork(standing, contest.proposition);
  const { network, root } = drawn;
  const [first, second] = contest.parties.map((party) => believe(network, readMind(standing, drawn, party)));
  const beliefs = [first!, second!] as const;
  const dispute = openDispute(network, beliefs, root);
  const sides = new Map<ItemScore, readonly QuotedSide[]>();
  const scores = scoreItems(dispute).map((score) => halveDivided(standing, contest, drawn, score));
  const quoted = rankItems(scores).filter((score) => {
    if (!mayRank(drawn, score.item)) return false;
    const found = quoteSides(standing, contest.parties, drawn, score);
    if (found) sides.set(score, found);
    return found !== null;
  });
  const { reported, paths } = findWaypoints(dispute, quoted);
  return {
    contest,
    drawn,
    dispute,
    scores,
    cruxes: reported.map((score) => ({
      score,
      divided: dividesCamp(standing, contest, drawn, score.item),
      sides: sides.get(score)!,
      waypoints: paths.get(score)!.map((claim) => drawn.propositions[claim]!),
    })),
    cruxSet: chooseCruxSet(dispute, reported),
    origins: traceOrigins(network, beliefs, root),
    pulls: [pullsOn(network, beliefs[0], root), pullsOn(network, beliefs[1], root)],
  };
}

/** A condition is weighed only by who set it, so it is no bearing on which two sides could part. */
function mayRank({ links }: IssueNetwork, { kind, index }: Item): boolean {
  return kind !== 'link' || links[index]!.type !== 'requires';
}

function dividesCamp(standing: Standing, { parties }: Contest, { propositions }: IssueNetwork, item: Item): boolean {
  if (item.kind !== 'claim') return false;
  return parties.some(({ members }) => isDivided(standing, propositions[item.index]!, members));
}

function halveDivided(standing: Standing, contest: Contest, drawn: IssueNetwork, score: ItemScore): ItemScore {
  if (!dividesCamp(standing, contest, drawn, score.item)) return score;
  return { ...score, score: score.score * DIVIDED_FACTOR };
}
