import type { Analyst, BatchSettings, PlanEntry } from '../batch/index.ts';
import { type ReadSettings, readOne, TASKS_PER_WORKER, workerAnalyst } from '../io/index.ts';
import { rulesReader } from '../readers/index.ts';
import { tellSpending } from './load-analysis.ts';
import type { Output } from './output.ts';
import type { ReaderFlags } from './reader-flags.ts';
import { VERSION } from './version.ts';

/** Who reads a batch: the settings that its results depend on, how many threads at once, and a start when there is work. */
export interface BatchReader {
  readonly settings: BatchSettings;
  readonly remark: string | null;
  readonly atOnce: number;
  start(plan: readonly PlanEntry[]): Promise<Analyst>;
  /** Says what a model has cost; nothing where none was asked. */
  tellCost(output: Output): void;
  close(): Promise<void>;
}

/** The embedded reader in worker threads; a model in this one, where all threads share its client, budget and cache. */
export async function openBatchReader(read: ReadSettings, jobs: number, flags: ReaderFlags): Promise<BatchReader> {
  const { wire, choice } = await chooseReader(flags);
  const own: BatchSettings = {
    program: VERSION,
    reader: choice ? choice.makeReader().stamp : rulesReader().stamp,
    baseUrl: null,
    review: flags.review ?? true,
    formats: [...read.formats].sort(),
    only: read.only,
    format: read.format,
    bands: read.bands,
  };
  if (!choice || choice.name === 'rules') return inWorkers(own, read, jobs, choice?.remark ?? null);
  const { settings } = await wire!.loadSettings(flags);
  return {
    settings: { ...own, baseUrl: settings.values['base-url'] },
    remark: choice.remark,
    atOnce: jobs,
    start: async () => ({ read: (job) => readOne(job, read, choice.makeReader()), rest: async () => {} }),
    tellCost: (output) => tellSpending(choice, output),
    close: choice.close,
  };
}

/** Without a word of a model nothing of it is loaded. Stopping a batch lets what runs finish, so readers are never told to stop. */
async function chooseReader({ dryRun, record, ...flags }: ReaderFlags) {
  if (flags.rules) return { wire: null, choice: null };
  const wire = await import('./wire.ts');
  // A plan is about the reader of the run itself; a dry run's own reader would ask for a model that cannot be had.
  const asked = record === undefined || dryRun ? flags : { ...flags, record };
  return { wire, choice: await wire.chooseReader(asked, new AbortController().signal) };
}

const IDLE: Analyst = { read: () => Promise.reject(new Error('nothing was to be read')), rest: async () => {} };

function inWorkers(settings: BatchSettings, read: ReadSettings, jobs: number, remark: string | null): BatchReader {
  let close = async () => {};
  return {
    settings,
    remark,
    atOnce: jobs * TASKS_PER_WORKER,
    start: async (plan) => {
      const most = plan.filter(({ action }) => action === 'read').length;
      if (most === 0) return IDLE;
      const workers = await workerAnalyst(read, Math.min(jobs, most));
      close = workers.rest;
      return workers;
    },
    tellCost: () => {},
    close: () => close(),
  };
}
