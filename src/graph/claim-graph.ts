import type { MultiDirectedGraph } from 'graphology';
import type { Notice } from '../errors/index.ts';
import type { Claim, Move, Proposition, Relation } from '../graph-file/index.ts';
import type { ClaimJudgement, DisputeJudgement } from '../readers/index.ts';

/** Node of the claim graph: one proposition. */
export interface PropositionNode {
  readonly proposition: Proposition;
}

/** Edge of the claim graph, reason → conclusion; undercuts are no edges, they stand in `ClaimGraph.relations` only. */
export interface RelationEdge {
  readonly relation: Relation;
}

/**
 * The claims of a thread, merged into propositions, and what they do to each other. All maps run in a fixed order:
 * claims and moves as they stand in the thread, propositions by their first claim, relations by their first statement.
 */
export interface ClaimGraph {
  readonly graph: MultiDirectedGraph<PropositionNode, RelationEdge>;
  /** Posts that were read (all, or those up to the as-of post), with their number in the thread. */
  readonly posts: ReadonlyMap<string, number>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** The words that the reader cited for a claim, inside its sentence, by the claim's id. */
  readonly cited: ReadonlyMap<string, NonNullable<ClaimJudgement['cited']>>;
  readonly propositions: ReadonlyMap<string, Proposition>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly moves: ReadonlyMap<string, Move>;
  /** Senses that claims give to terms; `claim` is an id of `claims`. */
  readonly senses: readonly Sense[];
  /** Points on which the reader saw speakers part, with the ids of claims and moves of this graph. */
  readonly disputes: readonly Dispute[];
  /** How many judgements could not be kept; the reasons are in `notices`. */
  readonly dropped: { readonly claims: number; readonly moves: number; readonly relations: number };
  readonly notices: readonly Notice[];
}

/** A point on which speakers part by their own words; `claims` are of two speakers or more, in the reader's order. */
export type Dispute = Omit<DisputeJudgement, 'id'>;

/** A claim that says what a term means. */
export interface Sense {
  readonly term: string;
  readonly claim: string;
}
