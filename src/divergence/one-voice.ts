import type { MoveType, Proposition, Unanswered } from '../graph-file/index.ts';
import type { Centrality } from './centrality.ts';
import { MOST_CALLS } from './constants.ts';
import { isReason, type Standing } from './standing.ts';
import { claimsBehind, mostCentral, openPoint } from './unanswered.ts';

const CALLS: ReadonlySet<MoveType> = new Set(['clarify', 'crux', 'bet', 'disagree', 'undercut', 'update']);

/**
 * Claims of a lone voice that call for an answer: those put up in so many words, then its conclusions, what else it gives
 * reasons for, and what is open to debate by its kind (forecasts, values, policies, definitions); the central ones first.
 * Plain facts call for none.
 */
export function listCalls(standing: Standing, centrality: Centrality): readonly Unanswered[] {
  const { graph } = standing;
  const marked = [...graph.moves.values()].filter(({ type }) => CALLS.has(type));
  const called = marked.flatMap((move) => {
    const claims = claimsBehind(standing, move);
    return claims[0] ? [openPoint(claims[0].proposition, move.speaker, [], null, claims)] : [];
  });
  const open = (proposition: string): Unanswered[] =>
    graph.propositions.get(proposition)!.views.map(({ speaker }) => {
      return openPoint(proposition, speaker, [], null, standing.claimsOf(proposition, speaker));
    });
  const leadsOn = new Set([...graph.relations.values()].filter(isReason).map(({ from }) => from));
  const reasoned = [...graph.propositions.keys()].filter((id) => standing.reasonsFor(id).length > 0);
  const concluded = reasoned.filter((id) => !leadsOn.has(id));
  const debatable = ({ claims }: Proposition) => claims.some((id) => graph.claims.get(id)!.kind !== 'fact');
  const rest = [...graph.propositions.values()].filter(debatable).map(({ id }) => id);
  const groups = [called, ...[concluded, reasoned, rest].map((ids) => ids.flatMap(open))];
  const listed = new Map<string, Unanswered>();
  for (const group of groups)
    for (const point of mostCentral(group, centrality)) if (!listed.has(point.id)) listed.set(point.id, point);
  return [...listed.values()].slice(0, MOST_CALLS);
}
