import { InternalError } from '../../errors/index.ts';

/**
 * An inference from claim `from` to claim `to`. `premise` −1: the negation of `from` is the reason.
 * `condition`: `to` only if `from`, so an accepted condition gives nothing and a denied one pulls.
 */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly premise: 1 | -1;
  readonly condition: boolean;
}

/** Claim `from` (negated where `premise` is −1) denies that link number `link` bears. */
export interface Undercut {
  readonly from: number;
  readonly link: number;
  readonly premise: 1 | -1;
}

/** Claims 0..size−1 and what they do to each other, without cycles and without anybody's views. */
export interface BeliefNetwork {
  readonly size: number;
  readonly links: readonly Link[];
  readonly undercuts: readonly Undercut[];
  /** Links by conclusion. */
  readonly into: readonly (readonly number[])[];
  /** Undercuts by link. */
  readonly against: readonly (readonly number[])[];
  /** Claims whose strength depends directly on a claim. */
  readonly above: readonly (readonly number[])[];
  /** Claims in order, reasons and undercutters before conclusions. */
  readonly order: readonly number[];
  /** Place of each claim in `order`. */
  readonly place: readonly number[];
}

/** Orders a network (Kahn 1962); throws an InternalError when its links and undercuts close a cycle. */
export function buildBeliefNetwork(
  size: number,
  links: readonly Link[],
  undercuts: readonly Undercut[] = [],
): BeliefNetwork {
  const lists = (count: number) => Array.from({ length: count }, (): number[] => []);
  const into = lists(size);
  const against = lists(links.length);
  const above = lists(size);
  links.forEach((link, index) => {
    into[link.to]!.push(index);
    above[link.from]!.push(link.to);
  });
  undercuts.forEach((undercut, index) => {
    against[undercut.link]!.push(index);
    above[undercut.from]!.push(links[undercut.link]!.to);
  });
  const waitsFor = new Array<number>(size).fill(0);
  for (const claims of above) for (const claim of claims) waitsFor[claim]!++;
  const order: number[] = [];
  for (let claim = 0; claim < size; claim++) if (waitsFor[claim] === 0) order.push(claim);
  for (let next = 0; next < order.length; next++)
    for (const claim of above[order[next]!]!) if (--waitsFor[claim]! === 0) order.push(claim);
  if (order.length < size) throw new InternalError('a belief network has a cycle', 'Please report this thread.');
  const place = new Array<number>(size);
  order.forEach((claim, index) => {
    place[claim] = index;
  });
  return { size, links, undercuts, into, against, above, order, place };
}

/** Claims that a change of `seeds` can reach, seeds included, reasons before conclusions. */
export function claimsAbove(network: BeliefNetwork, seeds: readonly number[]): readonly number[] {
  const seen = new Set(seeds);
  for (const claim of seen) for (const next of network.above[claim]!) seen.add(next);
  return [...seen].sort((a, b) => network.place[a]! - network.place[b]!);
}
