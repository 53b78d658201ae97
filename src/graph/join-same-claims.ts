import type { Notice } from '../errors/index.ts';
import type { SameJudgement } from '../readers/index.ts';
import type { PlacedClaim } from './place-claims.ts';

/** The group that a claim belongs to (by its first claim's rank) and whether the claim says what that claim says (1) or the opposite (−1). */
export interface Membership {
  readonly group: number;
  readonly polarity: 1 | -1;
}

/**
 * Union-find with parity over "same" and "opposite": by rank of the claim, its group and polarity. Judgements are taken
 * in thread order, so their input order does not matter; one that contradicts earlier ones is left out and told.
 */
export function joinSameClaims(
  claims: ReadonlyMap<string, PlacedClaim>,
  sames: readonly SameJudgement[],
): { readonly memberships: readonly Membership[]; readonly notices: readonly Notice[] } {
  const parent = Array.from({ length: claims.size }, (_, rank) => rank);
  const parity = new Array<1 | -1>(claims.size).fill(1);
  const root = (rank: number): Membership => {
    const path: number[] = [];
    let at = rank;
    while (parent[at] !== at) {
      path.push(at);
      at = parent[at]!;
    }
    let polarity: 1 | -1 = 1;
    for (const step of path.reverse()) {
      polarity = times(polarity, parity[step]!);
      parity[step] = polarity;
      parent[step] = at;
    }
    return { group: at, polarity };
  };

  const notices: Notice[] = [];
  for (const { first, second, polarity } of inThreadOrder(claims, sames)) {
    const a = root(first.rank);
    const b = root(second.rank);
    const between = times(times(a.polarity, b.polarity), polarity);
    if (a.group !== b.group) {
      const [low, high] = a.group < b.group ? [a.group, b.group] : [b.group, a.group];
      parent[high] = low;
      parity[high] = between;
    } else if (between === -1) {
      notices.push({
        rule: 'contradictory-same',
        post: second.post.id,
        text: `Left out that claims ${first.id} and ${second.id} say ${polarity === 1 ? 'the same' : 'opposite things'}: earlier judgements say otherwise.`,
      });
    }
  }
  return { memberships: parent.map((_, rank) => root(rank)), notices };
}

function times(a: 1 | -1, b: 1 | -1): 1 | -1 {
  return a === b ? 1 : -1;
}

function inThreadOrder(claims: ReadonlyMap<string, PlacedClaim>, sames: readonly SameJudgement[]) {
  const pairs = sames.flatMap(({ a, b, polarity }) => {
    const [one, other] = [claims.get(a), claims.get(b)];
    if (!one || !other) return [];
    const [first, second] = one.rank <= other.rank ? [one, other] : [other, one];
    return [{ first, second, polarity }];
  });
  return pairs.sort((a, b) => a.second.rank - b.second.rank || a.first.rank - b.first.rank || b.polarity - a.polarity);
}
