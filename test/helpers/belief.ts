import { type BeliefNetwork, buildBeliefNetwork } from '../../src/divergence/belief/belief-network.ts';
import { believe, type Mind } from '../../src/divergence/belief/believe.ts';
import { type Dispute, openDispute } from '../../src/divergence/belief/closure.ts';
import type { Item } from '../../src/divergence/belief/suppose.ts';

/** `'c→a'`: weight in nats, signed; `premise` −1 negates the reason; `condition`: the conclusion only if the reason. */
export interface LinkSketch {
  readonly weight: number;
  readonly premise?: 1 | -1;
  readonly condition?: boolean;
}

/** Network sketched with names: links and undercuts (`'k↛d→r'`). */
export interface NetworkSketch {
  readonly claims: readonly string[];
  readonly links: Readonly<Record<string, number | LinkSketch>>;
  readonly undercuts?: readonly string[];
}

/** Views by claim, and endorsements by link where they are not 1. */
export interface MindSketch {
  readonly views: Readonly<Record<string, number>>;
  readonly endorses?: Readonly<Record<string, number>>;
}

export interface Sketched {
  readonly network: BeliefNetwork;
  item(name: string): Item;
  claim(name: string): number;
  mind(sketch: MindSketch): Mind;
  dispute(first: MindSketch, second: MindSketch, root?: string): Dispute;
}

/** Builds numeric networks and minds from names, for tests worked out by hand. */
export function sketch({ claims, links, undercuts = [] }: NetworkSketch): Sketched {
  const number = new Map(claims.map((name, index) => [name, index]));
  const names = Object.keys(links);
  const full = names.map((name): LinkSketch => {
    const link = links[name]!;
    return typeof link === 'number' ? { weight: link } : link;
  });
  const network = buildBeliefNetwork(
    claims.length,
    names.map((name, index) => {
      const [from, to] = name.split('→').map((part) => number.get(part)!) as [number, number];
      return { from, to, premise: full[index]!.premise ?? 1, condition: full[index]!.condition ?? false };
    }),
    undercuts.map((name) => {
      const [from, link] = name.split('↛') as [string, string];
      return { from: number.get(from)!, link: names.indexOf(link), premise: 1 };
    }),
  );
  const mind = ({ views, endorses = {} }: MindSketch): Mind => ({
    stated: claims.map((name) => views[name] ?? Number.NaN),
    weights: names.map((name, index) => full[index]!.weight * (endorses[name] ?? 1)),
    force: undercuts.map((name) => endorses[name] ?? 1),
  });
  return {
    network,
    mind,
    claim: (name) => number.get(name)!,
    item: (name) =>
      name.includes('→') ? { kind: 'link', index: names.indexOf(name) } : { kind: 'claim', index: number.get(name)! },
    dispute: (first, second, root = 'r') =>
      openDispute(network, [believe(network, mind(first)), believe(network, mind(second))], number.get(root)!),
  };
}
