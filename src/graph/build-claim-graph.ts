import graphology from 'graphology';
import { UsageError } from '../errors/index.ts';
import type { DisputeJudgement, Judgements } from '../readers/index.ts';
import type { Thread } from '../thread/index.ts';
import type { ClaimGraph, Dispute, PropositionNode, RelationEdge } from './claim-graph.ts';
import { readConditionalAgreements } from './conditional-agreements.ts';
import { formPropositions } from './form-propositions.ts';
import { joinSameClaims } from './join-same-claims.ts';
import { countLosses } from './losses.ts';
import { surveyGround } from './own-words.ts';
import { type PlacedClaim, placeClaims } from './place-claims.ts';
import { placeMoves } from './place-moves.ts';
import { relatePropositions } from './relate-propositions.ts';

/** `asOf`: id of the last post that counts, to see the discussion as it stood then. */
export interface GraphOptions {
  readonly asOf?: string;
}

/**
 * Builds the claim graph of what a reader found. Ids are hashes of content and the input order of judgements does not
 * matter. What has no place of its own in the thread is dropped, counted and told in `notices`; an unknown `asOf` is a UsageError.
 */
export function buildClaimGraph(thread: Thread, judgements: Judgements, { asOf }: GraphOptions = {}): ClaimGraph {
  const last = asOf === undefined ? thread.posts.length - 1 : thread.posts.findIndex(({ id }) => id === asOf);
  if (asOf !== undefined && last < 0)
    throw new UsageError(
      `no post ${asOf} in this thread`,
      `Posts are numbered ${thread.posts
        .map(({ id }) => id)
        .slice(0, 3)
        .join(', ')} …`,
    );
  const posts = thread.posts.slice(0, last + 1);
  const later = new Set(thread.posts.slice(last + 1).map(({ id }) => id));
  const until = <T extends { readonly post: string }>(items: readonly T[]) =>
    items.filter(({ post }) => !later.has(post));

  const postIds = new Map(posts.map(({ id }, order) => [id, order]));
  const losses = countLosses((id) => postIds.has(id));
  const ground = surveyGround(posts);
  const moveJudgements = until(judgements.moves);
  const placed = placeClaims(thread.id, until(judgements.claims), ground, losses);
  const { memberships, notices } = joinSameClaims(placed, judgements.sames);
  const formed = formPropositions(placed, memberships, judgements.names);
  const conditions = readConditionalAgreements(formed, moveJudgements, ground);
  const related = relatePropositions(formed, until(judgements.relations), conditions, ground, losses);
  const targetOf = (judged: string) =>
    placed.get(judged)?.id ?? related.byJudgement.get(judged) ?? (postIds.has(judged) ? judged : null);
  const { moves, byJudgement } = placeMoves(thread.id, moveJudgements, targetOf, ground, losses);

  const graph = new graphology.MultiDirectedGraph<PropositionNode, RelationEdge>();
  for (const [id, proposition] of formed.propositions) graph.addNode(id, { proposition });
  for (const [id, relation] of related.relations)
    if (relation.type !== 'undercuts') graph.addEdgeWithKey(id, relation.from, relation.to, { relation });
  const senses = judgements.terms.flatMap(({ term, claim }) => {
    const kept = placed.get(claim);
    return kept ? [{ term, claim: kept.id, rank: kept.rank }] : [];
  });
  senses.sort((a, b) => a.rank - b.rank || (a.term < b.term ? -1 : 1));
  return {
    graph,
    posts: postIds,
    claims: formed.claims,
    cited: new Map([...placed.values()].flatMap(({ id, judgement: { cited } }) => (cited ? [[id, cited]] : []))),
    propositions: formed.propositions,
    relations: related.relations,
    moves,
    disputes: keepDisputes(judgements.disputes, placed, byJudgement),
    senses: senses.map(({ term, claim }) => ({ term, claim })),
    dropped: losses.totals(),
    notices: [...losses.notices(), ...notices],
  };
}

/** Disputes that still stand on claims of two speakers, in thread order; the loss of their claims has been told already. */
function keepDisputes(
  disputes: readonly DisputeJudgement[],
  placed: ReadonlyMap<string, PlacedClaim>,
  movesByJudgement: ReadonlyMap<string, string>,
): Dispute[] {
  const kept = disputes.flatMap(({ id, claims, moves, declared, setAside, confidence }) => {
    const quoted = [...new Set(claims)].flatMap((claim) => placed.get(claim) ?? []);
    if (new Set(quoted.map(({ post }) => post.speaker)).size < 2) return [];
    const seen = new Set(moves.flatMap((move) => movesByJudgement.get(move) ?? []));
    const dispute = { claims: quoted.map((claim) => claim.id), moves: [...seen], declared, setAside, confidence };
    return [{ id, rank: Math.min(...quoted.map(({ rank }) => rank)), dispute }];
  });
  return kept.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)).map(({ dispute }) => dispute);
}
