export { buildClaimGraph, type GraphOptions } from './build-claim-graph.ts';
export type { ClaimGraph, Dispute, PropositionNode, RelationEdge, Sense } from './claim-graph.ts';
export { contentId } from './content-id.ts';
export { MAX_VIEW, viewOf } from './scales.ts';
