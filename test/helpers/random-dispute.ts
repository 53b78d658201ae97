import fc from 'fast-check';
import {
  type BeliefNetwork,
  buildBeliefNetwork,
  type Link,
  type Undercut,
} from '../../src/divergence/belief/belief-network.ts';
import { believe, type Mind } from '../../src/divergence/belief/believe.ts';
import { type Dispute, openDispute } from '../../src/divergence/belief/closure.ts';

/** A dispute as plain data, so that a property can turn it around before it is built; the root is claim 0. */
export interface RawDispute {
  readonly size: number;
  readonly links: readonly Link[];
  readonly undercuts: readonly Undercut[];
  readonly minds: readonly [Mind, Mind];
}

const polarity = fc.constantFrom(1 as const, -1 as const);
const view = fc.oneof(
  fc.constantFrom(0.8, 0.5, 0, -0.5, -0.8),
  fc.integer({ min: -95, max: 95 }).map((n) => n / 100),
  fc.constant(Number.NaN),
);
const endorsement = fc.constantFrom(1, 1, 1, 0.5, 0, -1);

/** Random acyclic disputes of 2 to 12 claims with links of all sorts, undercuts and two minds that part on claim 0. */
export const rawDispute: fc.Arbitrary<RawDispute> = fc.integer({ min: 2, max: 12 }).chain((size) => {
  const link = fc.record({
    ends: fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).filter(([a, b]) => a !== b),
    premise: polarity,
    condition: fc.constantFrom(false, false, false, true),
    weight: fc.constantFrom(0.5, 1, 2, -0.5, -1, -2),
  });
  const undercut = fc.record({ from: fc.nat(size - 1), link: fc.nat(17), premise: polarity });
  return fc
    .record({
      links: fc.array(link, { minLength: 1, maxLength: 18 }),
      cuts: fc.array(undercut, { maxLength: 3 }),
      first: fc.array(view, { minLength: size, maxLength: size }),
      second: fc.array(view, { minLength: size, maxLength: size }),
      rootViews: fc.tuple(fc.integer({ min: 20, max: 95 }), fc.integer({ min: -95, max: -20 })),
      alphas: fc.array(fc.tuple(endorsement, endorsement), { minLength: 21, maxLength: 21 }),
    })
    .map(({ links, cuts, first, second, rootViews, alphas }) => {
      const ordered = links.map(({ ends: [a, b], premise, condition }) => {
        return { from: Math.max(a, b), to: Math.min(a, b), premise, condition };
      });
      const undercuts = cuts.filter((cut) => cut.link < links.length && cut.from > ordered[cut.link]!.to);
      const mind = (views: readonly number[], root: number, side: 0 | 1): Mind => ({
        stated: [root / 100, ...views.slice(1)],
        weights: links.map(({ weight }, index) => weight * alphas[index]![side]),
        force: undercuts.map((_, index) => Math.max(0, alphas[18 + index]![side])),
      });
      return {
        size,
        links: ordered,
        undercuts,
        minds: [mind(first, rootViews[0], 0), mind(second, rootViews[1], 1)],
      };
    });
});

export function open({ size, links, undercuts, minds }: RawDispute): Dispute {
  const network: BeliefNetwork = buildBeliefNetwork(size, links, undercuts);
  return openDispute(network, [believe(network, minds[0]), believe(network, minds[1])], 0);
}

/** The same dispute with claim `claim` worded the other way round: its stances, the signs into it and the premises out of it flip. */
export function negate(raw: RawDispute, claim: number): RawDispute {
  const flip = (premise: 1 | -1): 1 | -1 => (premise === 1 ? -1 : 1);
  const turn = (mind: Mind): Mind => ({
    stated: Array.from(mind.stated, (value, index) => (index === claim ? -value : value)),
    weights: Array.from(mind.weights, (weight, index) => (raw.links[index]!.to === claim ? -weight : weight)),
    force: mind.force,
  });
  return {
    ...raw,
    links: raw.links.map((link) => (link.from === claim ? { ...link, premise: flip(link.premise) } : link)),
    undercuts: raw.undercuts.map((cut) => (cut.from === claim ? { ...cut, premise: flip(cut.premise) } : cut)),
    minds: [turn(raw.minds[0]), turn(raw.minds[1])],
  };
}
