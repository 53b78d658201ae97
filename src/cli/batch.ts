import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checkFormat } from '../analysis/index.ts';
import {
  type BatchInput,
  fingerprint,
  type Known,
  LEDGER_NAME,
  type Ledger,
  planBatch,
  runBatch,
} from '../batch/index.ts';
import { Interrupted, UsageError } from '../errors/index.ts';
import { findExport, parseOnly } from '../export/index.ts';
import { type BatchFolder, batchFolder, copyAside, findInputs, type ReadSettings } from '../io/index.ts';
import { openBatchLedger } from '../store/index.ts';
import { type BatchReader, openBatchReader } from './batch-reader.ts';
import { chooseTeller } from './batch-teller.ts';
import { planLines } from './batch-words.ts';
import type { Output } from './output.ts';
import type { ReaderFlags } from './reader-flags.ts';

/** What to read how, where to, and how to tell of it. */
export interface BatchOptions extends ReaderFlags {
  readonly outDir: string;
  readonly to: string;
  readonly only?: string;
  readonly format?: string;
  readonly bands?: boolean;
  readonly jobs?: string;
  readonly json?: boolean;
}

const MOST_JOBS = 64;

/** Reads all threads that the paths lead to, what is new or changed of them, and writes results and an index into a folder. */
export async function batch(paths: readonly string[], options: BatchOptions, output: Output): Promise<void> {
  const jobs = checkJobs(options.jobs);
  const settings = readSettings(options);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    if (options.dryRun) return await tellPlan(paths, settings, options, output);
    await work(paths, settings, jobs, options, output, stop.signal);
  } finally {
    process.off('SIGINT', interrupt);
  }
  if (stop.signal.aborted)
    throw new Interrupted('stopped', 'What was read is kept; the same command goes on from there.');
}

async function work(
  paths: readonly string[],
  settings: ReadSettings,
  jobs: number,
  options: BatchOptions,
  output: Output,
  stop: AbortSignal,
): Promise<void> {
  const inputs = await findInputs(paths, settings.folder);
  const reader = await openBatchReader(settings, jobs, options);
  try {
    const folder = batchFolder(settings.folder);
    await folder.make();
    const ledger = openBatchLedger(join(settings.folder, LEDGER_NAME), () => new Date());
    await carryOut(inputs, folder, ledger, reader, options, output, stop).finally(() => ledger.close());
  } finally {
    await reader.close();
  }
}

async function carryOut(
  inputs: readonly BatchInput[],
  folder: BatchFolder,
  ledger: Ledger,
  reader: BatchReader,
  options: BatchOptions,
  output: Output,
  stop: AbortSignal,
): Promise<void> {
  await folder.removeDrafts();
  const settings = fingerprint(reader.settings);
  const plan = planBatch(inputs, whatIsKnown(ledger, folder), settings);
  const teller = await chooseTeller(options.json ?? false, output, plan);
  if (reader.remark) output.talk(reader.remark);
  const analyst = await reader.start(plan);
  const ports = { analyst, ledger, writeIndex: folder.writeIndex, now: () => performance.now() };
  try {
    for await (const event of runBatch(plan, ports, { atOnce: reader.atOnce, settings, stop })) {
      teller.tell(event);
      if (event.event === 'finished' && (event.result === 'failed' || event.result === 'degraded')) output.lose();
    }
  } finally {
    teller.end();
    reader.tellCost(output);
    await folder.removeDrafts();
  }
}

/** Prints what would be done; reads inputs and ledger, writes nothing. */
async function tellPlan(
  paths: readonly string[],
  settings: ReadSettings,
  options: BatchOptions,
  output: Output,
): Promise<void> {
  const inputs = await findInputs(paths, settings.folder);
  const reader = await openBatchReader(settings, 1, options);
  const copy = await copyAside(join(settings.folder, LEDGER_NAME));
  try {
    const ledger = copy && openBatchLedger(copy.path, () => new Date());
    const known = ledger ? whatIsKnown(ledger, batchFolder(settings.folder)) : NOTHING_KNOWN;
    const plan = planBatch(inputs, known, fingerprint(reader.settings));
    ledger?.close();
    output.data(planLines(plan, options.json ?? false));
  } finally {
    await copy?.remove();
    await reader.close();
  }
}

const NOTHING_KNOWN: Known = { entry: () => null, isIntact: () => false };

function whatIsKnown(ledger: Ledger, folder: BatchFolder): Known {
  return { entry: ledger.entry, isIntact: folder.isIntact };
}

function readSettings({ outDir, to, only, format, bands }: BatchOptions): ReadSettings {
  checkFormat(format);
  const formats = [...new Set(to.split(',').map((name) => name.trim()))].map((name) => findExport(name).name);
  if (only !== undefined) parseOnly(only);
  return { folder: outDir, formats, only: only ?? null, format: format ?? null, bands: bands ?? false };
}

function checkJobs(asked: string | undefined): number {
  if (asked === undefined) return Math.min(MOST_JOBS, availableParallelism());
  const jobs = Number(asked);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new UsageError(`--jobs ${asked}: not a number of jobs`, `Give a whole number from 1 to ${MOST_JOBS}.`);
}
