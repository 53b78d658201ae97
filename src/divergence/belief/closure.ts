import type { BeliefNetwork } from './belief-network.ts';
import type { Belief } from './believe.ts';
import { bearing } from './strength.ts';
import { createSupposer, type Item, reach, type Supposer } from './suppose.ts';

/** Two minds on one network and the claim they part on; `gap` = second's view of the root − first's, never 0. */
export interface Dispute {
  readonly network: BeliefNetwork;
  readonly root: number;
  readonly beliefs: readonly [Belief, Belief];
  readonly suppose: readonly [Supposer, Supposer];
  readonly gap: number;
}

/** Closures of one item, first and second side, as shares of the gap (1 = all of it, negative = it widens). */
export interface Closures {
  readonly plain: readonly [number, number];
  readonly capped: readonly [number, number];
}

/** Sets two minds against each other on `root`. */
export function openDispute(network: BeliefNetwork, beliefs: readonly [Belief, Belief], root: number): Dispute {
  const [first, second] = beliefs;
  const suppose = [createSupposer(network, first), createSupposer(network, second)] as const;
  return { network, root, beliefs, suppose, gap: second.strength[root]! - first.strength[root]! };
}

/** What both sides make of an item: a claim's strength, a link's bearing in nats, an undercut's force. */
export function viewsOf({ network, beliefs }: Dispute, { kind, index }: Item): readonly [number, number] {
  const view = ({ strength, mind }: Belief) => {
    if (kind === 'claim') return strength[index]!;
    return kind === 'link' ? bearing(network, mind, strength, index) : mind.force[index]!;
  };
  return [view(beliefs[0]), view(beliefs[1])];
}

/**
 * Exact swap of one or more items at once: how much of the gap on `target` closes when the first side adopts the second's
 * views of them, and the other way round (crux-and-labels 1.4).
 */
export function closeBySwap(
  dispute: Dispute,
  items: readonly Item[],
  reading: 'plain' | 'capped',
  target: number = dispute.root,
  path: readonly number[] = reach(dispute.network, items),
): readonly [number, number] {
  const [first, second] = dispute.beliefs;
  const views = items.map((item) => viewsOf(dispute, item));
  const toSecond = items.map((item, index) => ({ item, value: views[index]![1] }));
  const toFirst = items.map((item, index) => ({ item, value: views[index]![0] }));
  const gap = second.strength[target]! - first.strength[target]!;
  if (gap === 0) return [0, 0];
  const moved = dispute.suppose[0](toSecond, path, reading)[target]! - first.strength[target]!;
  const met = second.strength[target]! - dispute.suppose[1](toFirst, path, reading)[target]!;
  return [cleanShare(moved / gap), cleanShare(met / gap)];
}

/** Shares that arithmetic alone can make are none: left alone, a score (a root of a product) would blow them up. */
function cleanShare(share: number): number {
  return Math.abs(share) < 1e-12 ? 0 : share;
}

/** Closures of a single item on the root in both readings. */
export function closuresOf(dispute: Dispute, item: Item): Closures {
  const path = reach(dispute.network, [item]);
  return {
    plain: closeBySwap(dispute, [item], 'plain', dispute.root, path),
    capped: closeBySwap(dispute, [item], 'capped', dispute.root, path),
  };
}

/** Geometric mean of both closures, each clipped to 0..1: 0 unless both sides move. */
export function scoreOf([first, second]: readonly [number, number]): number {
  const clip = (share: number) => Math.min(1, Math.max(0, share));
  return Math.sqrt(clip(first) * clip(second));
}

/** Share of the gap on a link's bearing that swapping one claim closes (plain reading). */
export function closeBearing(dispute: Dispute, claim: Item, link: number): readonly [number, number] {
  const { network, beliefs, suppose } = dispute;
  const views = viewsOf(dispute, claim);
  const [first, second] = viewsOf(dispute, { kind: 'link', index: link });
  if (first === second) return [0, 0];
  const path = reach(network, [claim]);
  const after = [0, 1].map((side) => {
    const strength = suppose[side]!([{ item: claim, value: views[1 - side]! }], path, 'plain');
    return bearing(network, beliefs[side]!.mind, strength, link);
  });
  return [(after[0]! - first) / (second - first), (second - after[1]!) / (second - first)];
}
