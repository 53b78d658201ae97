import { availableParallelism } from 'node:os';
import { checkFormat } from '../analysis/index.ts';
import { UsageError } from '../errors/index.ts';
import { findExport, parseOnly } from '../export/index.ts';
import type { ReadSettings } from '../io/index.ts';
import type { ReaderFlags } from './reader-flags.ts';

/** What to read how, where to, and how to tell of it. */
export interface BatchOptions extends ReaderFlags {
  readonly outDir: string;
  readonly to: string;
  readonly only?: string;
  readonly format?: string;
  readonly bands?: boolean;
  readonly jobs?: string;
  readonly openaiBatch?: boolean;
  readonly json?: boolean;
}

const MOST_JOBS = 64;

/** How all threads are read and written; throws a UsageError for formats and filters that do not exist. */
export function readSettings({ outDir, to, only, format, bands }: BatchOptions): ReadSettings {
  checkFormat(format);
  const formats = [...new Set(to.split(',').map((name) => name.trim()))].map((name) => findExport(name).name);
  if (only !== undefined) parseOnly(only);
  return { folder: outDir, formats, only: only ?? null, format: format ?? null, bands: bands ?? false };
}

/** How many threads are read at once: as many as there are processors, unless asked otherwise. */
export function checkJobs(asked: string | undefined): number {
  if (asked === undefined) return Math.min(MOST_JOBS, availableParallelism());
  const jobs = Number(asked);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new UsageError(`--jobs ${asked}: not a number of jobs`, `Give a whole number from 1 to ${MOST_JOBS}.`);
}

/** What is asked by batch goes to the service of a model, costs money there, and comes back through the cache. */
export function checkAsking(options: BatchOptions): void {
  if (!options.openaiBatch) return;
  const { rules, replay, knownOnly, cache, maxCost, maxTokens } = options;
  const given = Object.entries({
    rules,
    replay,
    'known-only': knownOnly,
    'max-cost': maxCost,
    'max-tokens': maxTokens,
  });
  const against =
    given.find(([, value]) => value !== undefined && value !== false)?.[0] ?? (cache === false ? 'no-cache' : null);
  if (against !== null)
    throw new UsageError(`--openai-batch does not go with --${against}`, 'Leave one of the two out.');
}
