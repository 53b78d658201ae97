import { FULL_UNDERCUT } from '../constants.ts';
import type { BeliefNetwork } from './belief-network.ts';

/** What moves a claim in one mind: signed link weights in nats and how much each undercut counts (0..1). */
export interface Pull {
  readonly weights: ArrayLike<number>;
  readonly force: ArrayLike<number>;
}

/** Weight of a link in nats after the undercutters that this mind accepts (crux-and-labels 1.3, undercuts). */
export function bearing(network: BeliefNetwork, pull: Pull, strength: ArrayLike<number>, link: number): number {
  let weight = pull.weights[link]!;
  for (const index of network.against[link]!) {
    const { from, premise } = network.undercuts[index]!;
    weight *= Math.max(0, 1 - (pull.force[index]! * Math.max(0, premise * strength[from]!)) / FULL_UNDERCUT);
  }
  return weight;
}

/**
 * What a premise of strength `x` passes on, before its weight. A stated conclusion feels rejected reasons too, an
 * unstated one only accepted reasons: rejecting an argument is not rejecting its conclusion.
 */
export function passedOn(x: number, condition: boolean, stated: boolean): number {
  if (condition) return Math.min(0, x);
  return stated ? x : Math.max(0, x);
}

/** R(c): nats that its reasons give a claim. `stated` says whether rejected reasons count; `fixed` weights (not NaN) win over bearings. */
export function reasonsFor(
  network: BeliefNetwork,
  pull: Pull,
  strength: ArrayLike<number>,
  claim: number,
  stated: boolean,
  fixed: ArrayLike<number> | null = null,
): number {
  let sum = 0;
  for (const index of network.into[claim]!) {
    const { from, premise, condition } = network.links[index]!;
    const set = fixed === null ? Number.NaN : fixed[index]!;
    const weight = Number.isNaN(set) ? bearing(network, pull, strength, index) : set;
    sum += weight * passedOn(premise * strength[from]!, condition, stated);
  }
  return sum;
}
