import { countMatched } from '../../src/evaluation/index.ts';
import type { Span } from './annotated-threads.ts';

/** Whether two spans of one post overlap by half (intersection over union). */
export function isSame(a: Span, b: Span): boolean {
  if (a.post !== b.post) return false;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const joined = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  return shared > 0 && shared / joined >= 0.5;
}

/** How many predicted spans are gold spans, one to one. */
export function countSame(predicted: readonly Span[], gold: readonly Span[]): number {
  return countMatched(predicted.map((span) => [...gold.keys()].filter((at) => isSame(span, gold[at]!))));
}
