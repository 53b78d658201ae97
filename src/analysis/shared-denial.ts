import type { Agreement } from '../graph-file/index.ts';
import type { Analysis } from './analysis.ts';

/** Whether what the speakers of an agreement share is that they deny the proposition. */
export function denyTogether(
  { propositions }: Pick<Analysis, 'propositions'>,
  { proposition, speakers }: Pick<Agreement, 'proposition' | 'speakers'>,
): boolean {
  const views = propositions.get(proposition)?.views ?? [];
  const sharing = new Set(speakers);
  const values = views.filter(({ speaker }) => sharing.has(speaker)).map(({ value }) => value);
  return values.some((value) => value < 0) && values.every((value) => value <= 0);
}
