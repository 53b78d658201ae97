import { WAYPOINT_SHARE } from '../constants.ts';
import { closeBearing, closeBySwap, type Dispute, scoreOf } from './closure.ts';
import type { Item } from './suppose.ts';
import type { ItemScore } from './verdict.ts';

const key = ({ kind, index }: Item) => `${kind} ${index}`;

/**
 * Splits ranked items into those to report and the waypoints that only pass a gap on: an item whose own gap is closed to
 * 80% (geometric mean of both sides) by swapping one claim just below it. `paths` gives each reported item the claims
 * that it explains, nearest first.
 */
export function findWaypoints(
  dispute: Dispute,
  ranked: readonly ItemScore[],
): { readonly reported: readonly ItemScore[]; readonly paths: ReadonlyMap<ItemScore, readonly number[]> } {
  const { network } = dispute;
  const claims = new Map(ranked.filter(({ item }) => item.kind === 'claim').map((score) => [score.item.index, score]));
  const explains = new Map<ItemScore, ItemScore[]>();
  const waypoints = new Set<string>();
  for (const upper of ranked) {
    const below = upper.item.kind === 'claim' ? reasonsOf(dispute, upper.item.index) : cuttersOf(dispute, upper.item);
    let best: ItemScore | null = null;
    let most = 0;
    for (const claim of below) {
      const lower = claims.get(claim);
      if (!lower) continue;
      const share = shareOf(dispute, lower.item, upper.item);
      if (share >= WAYPOINT_SHARE && share > most) [best, most] = [lower, share];
    }
    if (!best) continue;
    waypoints.add(key(upper.item));
    explains.set(best, [...(explains.get(best) ?? []), upper]);
  }
  const paths = new Map<ItemScore, readonly number[]>();
  const reported = ranked.filter(({ item }) => !waypoints.has(key(item)));
  for (const score of reported) {
    const path = new Set<ItemScore>(explains.get(score));
    for (const upper of path) for (const next of explains.get(upper) ?? []) path.add(next);
    const steps = [...path].filter(({ item }) => item.kind === 'claim').map(({ item }) => item.index);
    paths.set(
      score,
      steps.sort((a, b) => network.place[a]! - network.place[b]!),
    );
  }
  return { reported, paths };
}

function reasonsOf({ network }: Dispute, claim: number): ReadonlySet<number> {
  const links = network.into[claim]!;
  const cutters = links.flatMap((link) => network.against[link]!.map((index) => network.undercuts[index]!.from));
  return new Set([...links.map((link) => network.links[link]!.from), ...cutters]);
}

function cuttersOf({ network }: Dispute, item: Item): ReadonlySet<number> {
  if (item.kind !== 'link') return new Set();
  return new Set(network.against[item.index]!.map((index) => network.undercuts[index]!.from));
}

/** Share of the gap on `upper` itself that swapping the claim `lower` closes. */
function shareOf(dispute: Dispute, lower: Item, upper: Item): number {
  if (upper.kind === 'claim') return scoreOf(closeBySwap(dispute, [lower], 'plain', upper.index));
  return scoreOf(closeBearing(dispute, lower, upper.index));
}
