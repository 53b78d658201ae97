import type { ClaimGraph } from '../graph/index.ts';
import type { Crux } from '../graph-file/index.ts';

/** From here on a view is a yes or a no; between, it is undecided. */
const PLAIN = 0.3;

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
  const views = sides.flatMap(({ speaker, value }): [string, 'yes' | 'no'][] =>
    Math.abs(value) < PLAIN ? [] : [[speaker, value > 0 ? 'yes' : 'no']],
  );
  return new Map(new Set(views.map(([, view]) => view)).size === 2 ? views : []);
}
