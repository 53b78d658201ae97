import { CENTRALITY_ROUNDS, DAMPING } from './constants.ts';
import type { Exchanges } from './exchanges.ts';
import { isReason, type Standing } from './standing.ts';

/** How much of the talk runs through a proposition, as a share of all propositions together. */
export type Centrality = (proposition: string) => number;

/**
 * PageRank (Brin and Page 1998) by power iteration over reasons (to their conclusions), posts (to their claims and to what
 * their moves are aimed at) and answers (to the answered post). It shortens lists and never enters a crux score.
 */
export function measureCentrality({ graph }: Standing, { answers }: Exchanges): Centrality {
  const propositions = [...graph.propositions.keys()].sort();
  const nodes = [...propositions, ...graph.posts.keys()];
  const number = new Map(nodes.map((id, index) => [id, index]));
  const edges = nodes.map((): { to: number; weight: number }[] => []);
  const join = (from: string, to: string | undefined, weight: number) => {
    const [start, end] = [number.get(from), to === undefined ? undefined : number.get(to)];
    if (start !== undefined && end !== undefined) edges[start]!.push({ to: end, weight });
  };
  for (const relation of graph.relations.values()) {
    const base = relation.type === 'undercuts' ? graph.relations.get(relation.to) : relation;
    if (base && isReason(base)) join(relation.from, base.to, relation.weight);
  }
  for (const { post, proposition } of graph.claims.values()) join(post, proposition, 1);
  for (const { post, target } of graph.moves.values())
    if (target !== null) join(post, graph.claims.get(target)?.proposition ?? graph.relations.get(target)?.to, 1);
  for (const [post, answered] of answers) join(post, answered, 1);

  const rank = iterate(edges);
  const total = propositions.reduce((sum, _, index) => sum + rank[index]!, 0);
  return (proposition) => rank[number.get(proposition)!]! / total;
}

function iterate(edges: readonly (readonly { readonly to: number; readonly weight: number }[])[]): Float64Array {
  const size = edges.length;
  const out = edges.map((list) => list.reduce((sum, { weight }) => sum + weight, 0));
  let rank = new Float64Array(size).fill(1 / size);
  for (let round = 0; round < CENTRALITY_ROUNDS; round++) {
    let lost = 0;
    out.forEach((weight, node) => {
      if (weight === 0) lost += rank[node]!;
    });
    const next = new Float64Array(size).fill((1 - DAMPING + DAMPING * lost) / size);
    edges.forEach((list, node) => {
      for (const { to, weight } of list) next[to]! += (DAMPING * rank[node]! * weight) / out[node]!;
    });
    rank = next;
  }
  return rank;
}
