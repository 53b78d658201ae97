export type { ClaimGraph, PropositionNode, RelationEdge } from './claim-graph.ts';
