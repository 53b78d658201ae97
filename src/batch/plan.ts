import type { BatchInput } from './input.ts';
import type { LedgerEntry, Written } from './ledger.ts';
import { nameTargets } from './name-targets.ts';

/** What is done about an input: `skip` stands for files that no source reads and such as are not to be opened. */
export type Action = 'read' | 'unchanged' | 'duplicate' | 'skip';

/** One line of a plan; `why` is a short reason in words. */
export interface PlanEntry {
  readonly input: BatchInput;
  /** Path of its results below the output folder, without ending. */
  readonly target: string;
  readonly action: Action;
  readonly why: string;
}

/** What a plan is made from: what is known of a target, and whether a file is still there as it was written. */
export interface Known {
  entry(target: string): LedgerEntry | null;
  isIntact(output: Written): boolean;
}

/**
 * What a run will do, input by input, in the order of their names: only what is new, was changed (by content), was read with
 * other settings, failed or lost something before, or whose results are not there as they were written.
 */
export function planBatch(inputs: readonly BatchInput[], known: Known, settings: string): readonly PlanEntry[] {
  const sorted = [...inputs].sort((a, b) => compare(a.file, b.file) || compare(a.path, b.path));
  const own = sorted.filter(({ sameAs }) => sameAs === null);
  const targets = new Map(nameTargets(own).map((target, index) => [own[index]!, target]));
  return sorted.map((input) => {
    const target = targets.get(input);
    if (target === undefined)
      return { input, target: '', action: 'duplicate', why: `the same file as ${input.sameAs}` };
    return { input, target, ...decide(input, target, known, settings) };
  });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function decide(input: BatchInput, target: string, known: Known, settings: string): Pick<PlanEntry, 'action' | 'why'> {
  if (input.refused !== null) return { action: 'skip', why: input.refused };
  const entry = known.entry(target);
  if (!entry) return { action: 'read', why: 'new' };
  if (entry.file !== input.file) return { action: 'read', why: `its place held the results of ${entry.file}` };
  if (input.sha256 === null || entry.sha256 !== input.sha256) return { action: 'read', why: 'changed' };
  if (entry.settings !== settings) return { action: 'read', why: 'read with other settings before' };
  if (entry.state === 'failed') return { action: 'read', why: 'failed before' };
  if (entry.state === 'degraded') return { action: 'read', why: 'lost something before' };
  if (entry.state === 'skipped' && input.named) return { action: 'read', why: 'named' };
  if (entry.state === 'skipped') return { action: 'skip', why: entry.why ?? 'skipped before' };
  if (!entry.outputs.every(known.isIntact)) return { action: 'read', why: 'its results were changed or are gone' };
  return { action: 'unchanged', why: 'read before' };
}
