import type { Claim, Crux, GraphFile, Move, Post, Proposition, Relation, Speaker } from '../graph-file/index.ts';

/** The one result that everybody shows: the graph file, with its ids resolved. */
export interface Analysis {
  readonly file: GraphFile;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly propositions: ReadonlyMap<string, Proposition>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly moves: ReadonlyMap<string, Move>;
  readonly cruxes: ReadonlyMap<string, Crux>;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Opens a graph file for showing. */
export function openAnalysis(file: GraphFile): Analysis {
  return {
    file,
    speakers: byId(file.speakers),
    posts: byId(file.posts),
    claims: byId(file.claims),
    propositions: byId(file.propositions),
    relations: byId(file.relations),
    moves: byId(file.moves),
    cruxes: byId(file.cruxes),
  };
}
