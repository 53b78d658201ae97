import type { BatchInput } from './input.ts';
import type { LedgerEntry, Written } from './ledger.ts';
import { nameTargets } from './name-targets.ts';

/** What is done about an input: `skip` stands for files that no source reads and such as are not to be opened. */
export type Action = 'read' | 'unchanged' | 'duplicate' | 'skip';

/**
 * One line of a plan. `target` is the path of its results below the output folder, without ending, null where there will be none;
 * `why` is a short reason in words.
 */
export type PlanEntry = ToRead | ReadEntry<'unchanged'> | RestEntry;

/** A line that means work. */
export type ToRead = ReadEntry<'read'>;

interface ReadEntry<Done extends 'read' | 'unchanged'> {
  readonly input: BatchInput;
  readonly target: string;
  readonly action: Done;
  readonly why: string;
}

interface RestEntry {
  readonly input: BatchInput;
  readonly target: null;
  readonly action: 'duplicate' | 'skip';
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
  const own = sorted.filter(({ sameAs, refused }) => sameAs === null && refused === null);
  const targets = new Map(nameTargets(own).map((target, index) => [own[index]!, target]));
  return sorted.map((input) => {
    if (input.sameAs !== null)
      return { input, target: null, action: 'duplicate', why: `the same file as ${input.sameAs}` };
    if (input.refused !== null) return { input, target: null, action: 'skip', why: input.refused };
    return decide(input, targets.get(input)!, known, settings);
  });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function decide(input: BatchInput, target: string, known: Known, settings: string): PlanEntry {
  const entry = known.entry(target);
  if (entry && entry.state === 'skipped' && !input.named && isSame(entry, input, settings))
    return { input, target: null, action: 'skip', why: entry.why ?? 'skipped before' };
  const why = whyRead(input, entry, known, settings);
  return why === null
    ? { input, target, action: 'unchanged', why: 'read before' }
    : { input, target, action: 'read', why };
}

const isSame = (entry: LedgerEntry, input: BatchInput, settings: string) =>
  entry.file === input.file && entry.sha256 === input.sha256 && entry.settings === settings;

/** Why an input is to be read (again), null where it is not. */
function whyRead(input: BatchInput, entry: LedgerEntry | null, known: Known, settings: string): string | null {
  if (!entry) return 'new';
  if (entry.file !== input.file) return `its place held the results of ${entry.file}`;
  if (input.sha256 === null || entry.sha256 !== input.sha256) return 'changed';
  if (entry.settings !== settings) return 'read with other settings before';
  if (entry.state !== 'read') return WHY_AGAIN[entry.state];
  return entry.outputs.every(known.isIntact) ? null : 'its results were changed or are gone';
}

const WHY_AGAIN = { failed: 'failed before', degraded: 'lost something before', skipped: 'skipped before' } as const;
