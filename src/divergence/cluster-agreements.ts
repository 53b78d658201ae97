import type { Agreement } from '../graph-file/index.ts';
import { buildTextIndex } from '../text/index.ts';
import { CLUSTER_SIMILARITY } from './constants.ts';
import { isReason, type Standing } from './standing.ts';

/** Agreements beyond these are read by nobody as clusters; comparing all would cost more than the rest of a long thread. */
const MOST_CLUSTERED = 400;
/** More near texts than this add nothing: they are joined through each other. */
const NEAREST = 5;

/**
 * Groups agreements that support each other or say nearly the same, in order of their best member; `cluster` is the id of
 * that member, null for an agreement that stands alone.
 */
export function clusterAgreements({ graph }: Standing, agreements: readonly Agreement[]): readonly Agreement[] {
  const leader = agreements.map((_, index) => index);
  const leaderOf = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at] = leader[leader[at]!]!;
    return at;
  };
  const join = (a: number, b: number) => {
    const [low, high] = [leaderOf(a), leaderOf(b)].sort((one, other) => one - other) as [number, number];
    leader[high] = low;
  };
  const places = Map.groupBy(agreements.keys(), (index) => agreements[index]!.proposition);
  for (const relation of graph.relations.values()) {
    if (!isReason(relation)) continue;
    for (const one of places.get(relation.from) ?? [])
      for (const other of places.get(relation.to) ?? []) join(one, other);
  }
  for (const [, [first, ...rest]] of places) for (const other of rest) join(first!, other);
  const texts = buildTextIndex(
    agreements.slice(0, MOST_CLUSTERED).map(({ proposition }) => graph.propositions.get(proposition)!.text),
  );
  agreements.slice(0, MOST_CLUSTERED).forEach((_, index) => {
    for (const near of texts.nearest(index, NEAREST, CLUSTER_SIMILARITY)) join(index, near.index);
  });
  const clusters = Map.groupBy(agreements.keys(), leaderOf);
  return [...clusters.values()].flatMap((members) =>
    members.map((index) => ({
      ...agreements[index]!,
      cluster: members.length > 1 ? agreements[members[0]!]!.id : null,
    })),
  );
}
