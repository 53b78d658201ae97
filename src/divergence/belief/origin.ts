import { MAX_ORIGIN_STEPS, MAX_ORIGIN_WORK, ORIGIN_STEPS, ORIGIN_TOLERANCE } from '../constants.ts';
import type { BeliefNetwork } from './belief-network.ts';
import type { Belief } from './believe.ts';
import { backward, forward, type Gradients, type Parameters } from './gradients.ts';
import { reasonsFor } from './strength.ts';

/** Where a gap starts: shares of it by claim (conviction beyond reasons), link and undercut; together 1, negative ones offset. */
export type Origins = Omit<Gradients, 'claims'>;

/**
 * Path-integrated gradients (Sundararajan et al. 2017) of the root's strength from the first mind's parameters to the
 * second's, midpoint rule, divided by the gap. Plain reading.
 */
export function traceOrigins(network: BeliefNetwork, beliefs: readonly [Belief, Belief], root: number): Origins {
  const linear = Array.from({ length: network.size }, (_, claim) =>
    beliefs.some(({ mind }) => !Number.isNaN(mind.stated[claim]!)),
  );
  const [start, end] = beliefs.map((belief) => toParameters(network, belief, linear)) as [Parameters, Parameters];
  const gap = beliefs[1].strength[root]! - beliefs[0].strength[root]!;
  for (let steps = ORIGIN_STEPS; ; steps *= 2) {
    const origins = integrate(network, start, end, root, gap, steps);
    const last = steps >= MAX_ORIGIN_STEPS || 2 * steps * network.size > MAX_ORIGIN_WORK;
    if (last || Math.abs(total(origins) - 1) <= ORIGIN_TOLERANCE) return origins;
  }
}

/** Sum of all shares. */
export function total({ conviction, links, undercuts }: Origins): number {
  let sum = 0;
  for (const shares of [conviction, links, undercuts]) for (const share of shares) sum += share;
  return sum;
}

/** Both minds must be points of one space: a claim that either stated is linear for both, and conviction takes up the difference. */
function toParameters(network: BeliefNetwork, belief: Belief, linear: readonly boolean[]): Parameters {
  const { weights, force } = belief.mind;
  const conviction = belief.nats.map(
    (nats, claim) => nats - reasonsFor(network, belief.mind, belief.strength, claim, linear[claim]!),
  );
  return { conviction, weights, force, linear };
}

function integrate(
  network: BeliefNetwork,
  start: Parameters,
  end: Parameters,
  root: number,
  gap: number,
  steps: number,
): Origins {
  const between = (from: ArrayLike<number>, to: ArrayLike<number>, at: number) =>
    Float64Array.from(from, (value, index) => value + at * (to[index]! - value));
  const sums: Origins = {
    conviction: new Float64Array(network.size),
    links: new Float64Array(network.links.length),
    undercuts: new Float64Array(network.undercuts.length),
  };
  for (let step = 0; step < steps; step++) {
    const at = (step + 0.5) / steps;
    const parameters = {
      conviction: between(start.conviction, end.conviction, at),
      weights: between(start.weights, end.weights, at),
      force: between(start.force, end.force, at),
      linear: start.linear,
    };
    const slopes = backward(network, parameters, forward(network, parameters), root);
    for (const key of ['conviction', 'links', 'undercuts'] as const)
      for (let index = 0; index < sums[key].length; index++) sums[key][index]! += slopes[key][index]! / steps;
  }
  const share = (key: 'conviction' | 'links' | 'undercuts', from: ArrayLike<number>, to: ArrayLike<number>) =>
    sums[key].map((slope, index) => (slope * (to[index]! - from[index]!)) / gap);
  return {
    conviction: share('conviction', start.conviction, end.conviction),
    links: share('links', start.weights, end.weights),
    undercuts: share('undercuts', start.force, end.force),
  };
}
