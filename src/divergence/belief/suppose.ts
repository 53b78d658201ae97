import { type BeliefNetwork, claimsAbove } from './belief-network.ts';
import { type Belief, predict, type Reading } from './believe.ts';
import { fromLogOdds } from './log-odds.ts';
import { reasonsFor } from './strength.ts';

/** Something whose view two sides can swap. */
export interface Item {
  readonly kind: 'claim' | 'link' | 'undercut';
  readonly index: number;
}

/** An item and the view it is set to: a strength, a weight in nats, or an undercut's force. */
export interface Change {
  readonly item: Item;
  readonly value: number;
}

/** Claims that a change of the items can move, themselves included, reasons first. */
export function reach(network: BeliefNetwork, items: readonly Item[]): readonly number[] {
  const seeds = items.map(({ kind, index }) => {
    if (kind === 'claim') return index;
    return network.links[kind === 'link' ? index : network.undercuts[index]!.link]!.to;
  });
  return claimsAbove(network, seeds);
}

/** Answers "what would this mind hold if …": strengths after the changes, valid until the next question. */
export type Supposer = (changes: readonly Change[], path: readonly number[], reading: Reading) => Float64Array;

/** Prepares a mind for many counterfactual questions; each costs only the claims on `path` (from `reach`). */
export function createSupposer(network: BeliefNetwork, belief: Belief): Supposer {
  const strength = belief.strength.slice();
  const weights = new Float64Array(network.links.length).fill(Number.NaN);
  const fixed = new Uint8Array(network.size);
  const force = Float64Array.from(belief.mind.force);
  const pull = { weights: belief.mind.weights, force };
  let moved: readonly number[] = [];
  return (changes, path, reading) => {
    for (const claim of moved) strength[claim] = belief.strength[claim]!;
    moved = path;
    for (const { item, value } of changes) {
      if (item.kind === 'link') weights[item.index] = value;
      else if (item.kind === 'undercut') force[item.index] = value;
      else {
        fixed[item.index] = 1;
        strength[item.index] = value;
      }
    }
    for (const claim of path) {
      if (fixed[claim]) continue;
      const stated = !Number.isNaN(belief.mind.stated[claim]!);
      const reasons = reasonsFor(network, pull, strength, claim, stated, weights);
      strength[claim] = fromLogOdds(predict(belief, claim, reasons, reading));
    }
    for (const { item } of changes) {
      if (item.kind === 'link') weights[item.index] = Number.NaN;
      else if (item.kind === 'undercut') force[item.index] = belief.mind.force[item.index]!;
      else fixed[item.index] = 0;
    }
    return strength;
  };
}
