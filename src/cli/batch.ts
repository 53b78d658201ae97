import { join } from 'node:path';
import {
  type BatchInput,
  fingerprint,
  type Known,
  LEDGER_NAME,
  type Ledger,
  type PlanEntry,
  planBatch,
  runBatch,
} from '../batch/index.ts';
import { Interrupted } from '../errors/index.ts';
import { type BatchFolder, batchFolder, copyAside, findInputs, type ReadSettings } from '../io/index.ts';
import { openBatchLedger } from '../store/index.ts';
import { type BatchReader, openBatchReader } from './batch-reader.ts';
import { type BatchOptions, checkAsking, checkJobs, readSettings } from './batch-settings.ts';
import { chooseTeller } from './batch-teller.ts';
import { planLines } from './batch-words.ts';
import { keepInputs } from './keep-inputs.ts';
import type { Output } from './output.ts';
import type { BatchPorts } from './read-by-batch.ts';

/** Reads all threads that the paths lead to, what is new or changed of them, and writes results and an index into a folder. */
export async function batch(
  paths: readonly string[],
  options: BatchOptions,
  output: Output,
  ports?: BatchPorts,
): Promise<void> {
  const jobs = checkJobs(options.jobs);
  const settings = readSettings(options);
  checkAsking(options);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    if (options.dryRun) return await tellPlan(paths, settings, options, output);
    await work(paths, jobs, { options, settings, output, stop: stop.signal, ports });
  } finally {
    process.off('SIGINT', interrupt);
  }
  if (stop.signal.aborted)
    throw new Interrupted('stopped', 'What was read is kept; the same command goes on from there.');
}

/** What holds for a run from its first step to its last. */
interface Run {
  readonly options: BatchOptions;
  readonly settings: ReadSettings;
  readonly output: Output;
  readonly stop: AbortSignal;
  /** Clock and limits of the Batch API, its own unless given. */
  readonly ports: BatchPorts | undefined;
}

async function work(paths: readonly string[], jobs: number, run: Run): Promise<void> {
  const { options, settings } = run;
  const inputs = await findInputs(paths, settings.folder);
  // The answers are fetched beforehand; what then is not at hand is told as lost, not asked for at the full price.
  const flags = options.openaiBatch ? { ...options, knownOnly: true } : options;
  const reader = await openBatchReader(settings, jobs, flags);
  try {
    const folder = batchFolder(settings.folder);
    await folder.make();
    const ledger = openBatchLedger(join(settings.folder, LEDGER_NAME), () => new Date());
    await carryOut(inputs, folder, ledger, reader, run).finally(() => ledger.close());
  } finally {
    await reader.close();
  }
}

async function carryOut(
  inputs: readonly BatchInput[],
  folder: BatchFolder,
  ledger: Ledger,
  reader: BatchReader,
  run: Run,
): Promise<void> {
  const { options, output, stop } = run;
  await folder.removeDrafts();
  const settings = fingerprint(reader.settings);
  const plan = planBatch(inputs, whatIsKnown(ledger, folder), settings);
  keepInputs(inputs, plan, run.settings);
  const teller = await chooseTeller(options.json ?? false, output, plan);
  if (reader.remark) output.talk(reader.remark);
  if (options.openaiBatch) await askByBatch(plan, run);
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

/** Has the model's questions about all that is to be read answered through the OpenAI Batch API, round by round. */
async function askByBatch(
  plan: readonly PlanEntry[],
  { options: { format, bands, ...flags }, output, stop, ports }: Run,
): Promise<void> {
  const { readByBatch } = await import('./read-by-batch.ts');
  const paths = plan.filter(({ action }) => action === 'read').map(({ input }) => input.path);
  const options = { ...flags, ...(format !== undefined && { format }), ...(bands && { bands }), passOver: true };
  if (paths.length > 0) await readByBatch(paths, options, output, stop, ports);
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
