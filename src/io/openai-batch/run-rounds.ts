import { Interrupted, LabelError } from '../../errors/index.ts';
import type { ChatFailure, ChatRequest } from '../../readers/index.ts';
import type { KnownCapabilities } from '../chat/known-capabilities.ts';
import { type BatchFileOptions, labelOf, toBatchFiles } from './batch-file.ts';
import type { BatchNotes, StartedBatch } from './batch-notes.ts';
import { type BatchResult, parseBatchResults } from './batch-results.ts';
import type { BatchService } from './batch-service.ts';
import type { BatchState } from './batch-state.ts';
import { settleRound } from './settle-round.ts';

/** What there is to tell while rounds run. */
export type RoundNews =
  | { readonly news: 'round'; readonly round: number; readonly questions: number; readonly batches: number }
  | { readonly news: 'batch'; readonly state: BatchState };

/** What rounds run on. */
export interface RoundPorts {
  readonly service: BatchService;
  readonly notes: BatchNotes;
  /** What the models are known to refuse; a round may teach more. */
  readonly known: KnownCapabilities;
  readonly limits?: Partial<Pick<BatchFileOptions, 'mostRequests' | 'mostBytes'>>;
  /** Questions of all threads without a known answer, where those in `failed` are answered by their failure. */
  openQuestions(failed: ReadonlyMap<string, ChatFailure>): Promise<readonly ChatRequest[]>;
  /** Keeps answers beyond this run, so that they are no open questions any more; throws where it cannot. */
  keep(results: readonly BatchResult[]): void;
  told(news: RoundNews): void;
}

/** How rounds ended: how many there were, and questions without an answer of use, by key. */
export interface RoundsEnd {
  readonly rounds: number;
  readonly failed: ReadonlyMap<string, ChatFailure>;
}

/**
 * Makes the open questions into batches, waits for them and takes their answers in, until nothing is open: later questions
 * depend on earlier answers. What an earlier run left under way comes first. Throws a LabelError where the service fails or
 * fails all batches of a round, and Interrupted; run again, it goes on from there.
 */
export async function runRounds(ports: RoundPorts, signal: AbortSignal): Promise<RoundsEnd> {
  const failed = new Map<string, ChatFailure>();
  const tries = new Map<string, number>();
  try {
    await endEarlier(ports, signal);
    for (let round = 1; ; round++) {
      const open = await ports.openQuestions(failed);
      if (open.length === 0) return { rounds: round - 1, failed };
      // What one line teaches must not make a fault of the next line, which was sent before.
      const used = new Map(open.map(({ endpoint: { model } }) => [model, ports.known.of(model)]));
      const results = await runRound(ports, open, round, signal);
      for (const [key, failure] of settleRound(ports.known, used, open, results, tries)) failed.set(key, failure);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Interrupted('stopped', 'Batches that were started go on; the same command goes on from there.', error);
  }
}

/** Takes in what an earlier run started; a batch that it never got to start is none. */
async function endEarlier(ports: RoundPorts, signal: AbortSignal): Promise<void> {
  const { notes, service } = ports;
  for (const { label, id } of notes.waiting()) {
    const found = id ?? (await service.find(label, notes.spent(), signal))?.id ?? null;
    if (found === null) notes.end({ label, id });
    else await endBatch(ports, { label, id: found }, signal);
  }
}

async function runRound(
  ports: RoundPorts,
  open: readonly ChatRequest[],
  round: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, BatchResult>> {
  const { known, limits, notes, service, told } = ports;
  const files = toBatchFiles(open, { ...limits, capabilities: known.of });
  told({ news: 'round', round, questions: open.length, batches: files.length });
  const started: StartedBatch[] = [];
  for (const file of files) {
    const label = labelOf(file);
    notes.start(label, null);
    const { id } = await service.start(file, notes.spent(), signal);
    notes.start(label, id);
    started.push({ label, id });
  }
  const results: BatchResult[] = [];
  const faults: string[] = [];
  let ended = 0;
  for (const batch of started) {
    const { state, results: found } = await endBatch(ports, batch, signal);
    results.push(...found);
    faults.push(...state.faults);
    if (state.stage === 'ended') ended++;
  }
  if (ended > 0) return new Map(results.map((result) => [result.key, result]));
  const why = faults[0] === undefined ? 'the service does not say why' : faults[0];
  throw new LabelError(`no batch was accepted: ${why}`, true, 'Mend the cause, then run the command again.');
}

/** Waits for a batch and takes its results in. */
async function endBatch({ service, notes, keep, told }: RoundPorts, batch: StartedBatch, signal: AbortSignal) {
  const state = await service.wait(batch.id!, (seen) => told({ news: 'batch', state: seen }), signal);
  const { results } =
    state.stage === 'failed' ? { results: [] } : parseBatchResults(await service.results(state, signal));
  keep(results);
  notes.end(batch);
  return { state, results };
}
