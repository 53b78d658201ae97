import type { MultiDirectedGraph } from 'graphology';
import type { Notice } from '../errors/index.ts';
import type { Claim, Move, Proposition, Relation } from '../graph-file/index.ts';

/** Node of the claim graph: one proposition. */
export interface PropositionNode {
  readonly proposition: Proposition;
}

/** Edge of the claim graph, reason → conclusion; undercuts are not edges but stand in `undercuts`. */
export interface RelationEdge {
  readonly relation: Relation;
}

/** The claims of a thread, merged into propositions, and what they do to each other. */
export interface ClaimGraph {
  readonly graph: MultiDirectedGraph<PropositionNode, RelationEdge>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly propositions: ReadonlyMap<string, Proposition>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly moves: ReadonlyMap<string, Move>;
  readonly notices: readonly Notice[];
}
