import type { ClaimGraph } from '../graph/index.ts';
import type { Claim, Move, Relation, View } from '../graph-file/index.ts';
import { indexSpans } from './span-index.ts';

/** The graph with the look-ups that every question needs. */
export interface Standing {
  readonly graph: ClaimGraph;
  /** Stated view of a speaker on a proposition. */
  view(proposition: string, speaker: string): View | undefined;
  /** Claims of a proposition that a speaker made as their own, the one behind their view first, then the latest. */
  claimsOf(proposition: string, speaker: string): readonly Claim[];
  /** Reasons for or against a proposition and conditions on it. */
  reasonsFor(proposition: string): readonly Relation[];
  /** Propositions that a proposition is a reason for. */
  conclusionsOf(proposition: string): readonly string[];
  /** Undercuts of a relation. */
  undercutsOf(relation: string): readonly Relation[];
  /** Number of posts that touch a proposition: by a claim, a reason for it, or a move on it. */
  turnsOn(proposition: string): number;
  /** Claims that share words with a stretch of a post. */
  claimsAt(post: string, start: number, end: number): readonly Claim[];
  /** Moves made in words of that stretch. */
  movesAt(post: string, start: number, end: number): readonly Move[];
  /** Moves aimed at a claim, relation or post. */
  movesOn(target: string): readonly Move[];
}

const REASONS: ReadonlySet<Relation['type']> = new Set(['supports', 'attacks', 'requires']);

/** Whether a relation carries strength from one proposition to another. */
export function isReason({ type }: Relation): boolean {
  return REASONS.has(type);
}

/** Indexes a graph once for all questions. */
export function takeStanding(graph: ClaimGraph): Standing {
  const views = new Map<string, ReadonlyMap<string, View>>();
  for (const { id, views: stated } of graph.propositions.values())
    views.set(id, new Map(stated.map((view) => [view.speaker, view])));
  const relations = [...graph.relations.values()];
  const reasons = Map.groupBy(relations.filter(isReason), ({ to }) => to);
  const conclusions = Map.groupBy(relations.filter(isReason), ({ from }) => from);
  const undercuts = Map.groupBy(
    relations.filter(({ type }) => type === 'undercuts'),
    ({ to }) => to,
  );
  const moves = Map.groupBy(
    [...graph.moves.values()].filter(({ target }) => target !== null),
    ({ target }) => target!,
  );
  const turns = countTurns(graph);
  return {
    graph,
    view: (proposition, speaker) => views.get(proposition)?.get(speaker),
    claimsOf(proposition, speaker) {
      const backing = views.get(proposition)?.get(speaker)?.claim;
      const own = graph.propositions.get(proposition)!.claims.map((id) => graph.claims.get(id)!);
      const said = own.filter((claim) => claim.speaker === speaker && claim.stance !== 'reported').reverse();
      return [...said.filter(({ id }) => id === backing), ...said.filter(({ id }) => id !== backing)];
    },
    reasonsFor: (proposition) => reasons.get(proposition) ?? [],
    conclusionsOf: (proposition) => (conclusions.get(proposition) ?? []).map(({ to }) => to),
    undercutsOf: (relation) => undercuts.get(relation) ?? [],
    turnsOn: (proposition) => turns.get(proposition)?.size ?? 0,
    claimsAt: indexSpans(graph.claims.values()),
    movesAt: indexSpans(graph.moves.values()),
    movesOn: (target) => moves.get(target) ?? [],
  };
}

function countTurns(graph: ClaimGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const turns = new Map<string, Set<string>>();
  const touch = (proposition: string, post: string) => {
    const known = turns.get(proposition);
    if (known) known.add(post);
    else turns.set(proposition, new Set([post]));
  };
  for (const { proposition, post } of graph.claims.values()) touch(proposition, post);
  for (const relation of graph.relations.values())
    if (isReason(relation)) for (const { post } of relation.statedBy) touch(relation.to, post);
  for (const { target, post } of graph.moves.values()) {
    const claim = target === null ? undefined : graph.claims.get(target);
    if (claim) touch(claim.proposition, post);
  }
  return turns;
}
