import { FULL_UNDERCUT } from '../constants.ts';
import type { BeliefNetwork } from './belief-network.ts';
import type { Belief } from './believe.ts';
import { fromLogOdds } from './log-odds.ts';
import { bearing, type Pull, passedOn, reasonsFor } from './strength.ts';

/** A mind as free parameters: conviction u in nats, link weights, undercut forces; `linear` marks claims that feel rejected reasons too. */
export interface Parameters extends Pull {
  readonly conviction: ArrayLike<number>;
  readonly linear: ArrayLike<number | boolean>;
}

/** Derivatives of the root's strength. `claims`: by an intervened strength; the others by the parameter of that name. */
export interface Gradients {
  readonly claims: Float64Array;
  readonly conviction: Float64Array;
  readonly links: Float64Array;
  readonly undercuts: Float64Array;
}

/** Strengths that the parameters give, one pass. */
export function forward(network: BeliefNetwork, parameters: Parameters): Float64Array {
  const strength = new Float64Array(network.size);
  for (const claim of network.order) {
    const reasons = reasonsFor(network, parameters, strength, claim, Boolean(parameters.linear[claim]));
    strength[claim] = fromLogOdds(reasons + parameters.conviction[claim]!);
  }
  return strength;
}

/** Slope of `passedOn`; at a kink the side that is not flat counts for conditions and the flat one otherwise. */
function slope(x: number, condition: boolean, linear: boolean): number {
  if (condition) return x < 0 ? 1 : 0;
  return linear || x > 0 ? 1 : 0;
}

/** All derivatives of the root's strength by one reverse pass over given strengths. */
export function backward(
  network: BeliefNetwork,
  parameters: Parameters,
  strength: Float64Array,
  root: number,
): Gradients {
  const claims = new Float64Array(network.size);
  const conviction = new Float64Array(network.size);
  const links = new Float64Array(network.links.length);
  const undercuts = new Float64Array(network.undercuts.length);
  claims[root] = 1;
  for (let next = network.place[root]!; next >= 0; next--) {
    const claim = network.order[next]!;
    if (claims[claim] === 0) continue;
    const nats = claims[claim]! * ((1 - strength[claim]! ** 2) / 2);
    conviction[claim] = nats;
    const linear = Boolean(parameters.linear[claim]);
    for (const index of network.into[claim]!) {
      const { from, premise, condition } = network.links[index]!;
      const x = premise * strength[from]!;
      const passed = passedOn(x, condition, linear);
      const weight = bearing(network, parameters, strength, index);
      claims[from]! += nats * weight * premise * slope(x, condition, linear);
      links[index] = nats * passed * cutShare(network, parameters, strength, index, null);
      for (const cut of network.against[index]!) {
        const undercut = network.undercuts[cut]!;
        const y = undercut.premise * strength[undercut.from]!;
        const force = parameters.force[cut]!;
        if (y <= 0 || (force * y) / FULL_UNDERCUT >= 1) continue;
        const others = parameters.weights[index]! * cutShare(network, parameters, strength, index, cut);
        claims[undercut.from]! -= (nats * passed * others * force * undercut.premise) / FULL_UNDERCUT;
        undercuts[cut]! -= (nats * passed * others * y) / FULL_UNDERCUT;
      }
    }
  }
  return { claims, conviction, links, undercuts };
}

/** Share of a link's weight that its undercutters leave, one of them left out. */
function cutShare(
  network: BeliefNetwork,
  { force }: Pull,
  strength: Float64Array,
  link: number,
  except: number | null,
): number {
  let share = 1;
  for (const index of network.against[link]!) {
    if (index === except) continue;
    const { from, premise } = network.undercuts[index]!;
    share *= Math.max(0, 1 - (force[index]! * Math.max(0, premise * strength[from]!)) / FULL_UNDERCUT);
  }
  return share;
}

/** Derivatives of the root's strength in a mind as it is. */
export function pullsOn(network: BeliefNetwork, belief: Belief, root: number): Gradients {
  const linear = Array.from(belief.mind.stated, (view) => !Number.isNaN(view));
  const { weights, force } = belief.mind;
  return backward(network, { conviction: belief.conviction, weights, force, linear }, belief.strength, root);
}
