import type { BatchResult } from '../io/index.ts';
import type { FailureKind } from '../readers/index.ts';
import { type AnswerCache, LASTING, toStored } from '../store/index.ts';

/** By file a question that was too large is not put again as it is: a round takes long, and its halves are known by then. */
const LASTING_BY_FILE: ReadonlySet<FailureKind> = new Set([...LASTING, 'context']);

/** Keeps the answers among results, in place of earlier ones to the same questions; says how many there were. */
export function keepAnswers(results: readonly BatchResult[], cache: AnswerCache): number {
  const stored = results.flatMap(({ key, model, reply }) => {
    const kept = toStored({ key, stage: 'by file', model: model ?? 'by hand' }, reply, LASTING_BY_FILE);
    return kept ? [kept] : [];
  });
  cache.replace(stored);
  return stored.length;
}
