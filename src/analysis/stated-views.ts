import type { ClaimGraph } from '../graph/index.ts';
import type { Crux } from '../graph-file/index.ts';

/**
 * Who holds (yes) and who denies (no) what a crux is about; empty where its sides speak of other claims (reasons, points of
 * contention, quarrels about weight) or do not state both views.
 */
export function statedViews(
  { claims }: Pick<ClaimGraph, 'claims'>,
  { item, sides }: Pick<Crux, 'item' | 'sides'>,
): ReadonlyMap<string, 'yes' | 'no'> {
  const aboutItem = sides.every((side) => side.claims.every((id) => claims.get(id)?.proposition === item));
  if (!aboutItem) return new Map();
  // A weak view counts as well: wherever two signs meet, answers are shown beside the question.
  const views = sides.flatMap(({ speaker, value }): [string, 'yes' | 'no'][] =>
    value === 0 ? [] : [[speaker, value > 0 ? 'yes' : 'no']],
  );
  return new Map(new Set(views.map(([, view]) => view)).size === 2 ? views : []);
}
