import { createHash } from 'node:crypto';
import type * as Sdk from 'openai';
import { LabelError } from '../../errors/index.ts';
import type { Clock } from '../chat/clock.ts';
import { type Access, openEndpoint } from '../chat/open-endpoint.ts';
import { readTrouble } from '../chat/read-trouble.ts';
import { redact } from '../chat/redact.ts';
import type { BatchFile } from './batch-file.ts';

/** A batch as the service tells of it. */
export interface BatchState {
  readonly id: string;
  readonly status: string;
  /** `open`: still at work; `ended`: what was answered lies in its files, be it all or not; `failed`: nothing was. */
  readonly stage: 'open' | 'ended' | 'failed';
  readonly done: number;
  readonly total: number;
  /** Files of result lines, answers first. */
  readonly files: readonly string[];
  /** Why it failed, with line numbers. */
  readonly faults: readonly string[];
}

/** The OpenAI Batch API. All functions throw a LabelError without keys for what the service refuses or does not answer after some tries. */
export interface BatchService {
  /** Uploads the file and starts a batch of it, or finds the batch that an earlier try, perhaps cut short, started of the same file. */
  start(file: BatchFile, signal: AbortSignal): Promise<BatchState>;
  look(id: string, signal: AbortSignal): Promise<BatchState>;
  /** Looks again and again, ever more seldom, until the batch is no longer open; tells each state. */
  wait(id: string, told: (state: BatchState) => void, signal: AbortSignal): Promise<BatchState>;
  /** The text of the batch's result files, one after the other. */
  results(state: BatchState, signal: AbortSignal): Promise<string>;
  cancel(id: string, signal: AbortSignal): Promise<BatchState>;
}

const LABEL = 'crux_requests';
const LARGEST_RESULTS = 512 * 1024 * 1024;
const UPLOAD_TIMEOUT = 10 * 60_000;
const TRIES = 4;
const FIRST_LOOK = 10_000;
const LONGEST_LOOK = 5 * 60_000;

/** Opens the service of an endpoint; nothing is sent yet. */
export function batchService(access: Omit<Access, 'largestReply'>, clock: Clock): BatchService {
  const opened = () => openEndpoint({ ...access, largestReply: LARGEST_RESULTS });

  async function call<T>(what: string, work: (client: Sdk.OpenAI, sdk: typeof Sdk) => Promise<T>): Promise<T> {
    const { sdk, client } = await opened();
    try {
      return await work(client.withOptions({ maxRetries: TRIES, timeout: UPLOAD_TIMEOUT }), sdk);
    } catch (error) {
      const { failure } = readTrouble(error, { sdk, apiKey: access.apiKey, wallTime: clock.wallTime() });
      throw new LabelError(`${what}: ${failure.detail}`, failure.retryable, 'Run the command again to go on.');
    }
  }

  const look = (id: string, signal: AbortSignal) =>
    call('the batch cannot be looked at', async (client) => readState(await client.batches.retrieve(id, { signal })));

  return {
    look,
    start: (file, signal) =>
      call('the batch cannot be started', async (client, sdk) => {
        const label = createHash('sha256').update(file.text).digest('hex');
        for await (const batch of client.batches.list({ limit: 100 }, { signal }))
          if (batch.metadata?.[LABEL] === label && batch.status !== 'failed') return readState(batch);
        const content = await sdk.toFile(Buffer.from(file.text), `${label}.jsonl`);
        const { id } = await client.files.create({ file: content, purpose: 'batch' }, { signal });
        const endpoint = '/v1/chat/completions';
        const metadata = { [LABEL]: label };
        const request = { input_file_id: id, endpoint, completion_window: '24h', metadata } as const;
        return readState(await client.batches.create(request, { signal }));
      }),
    wait: async (id, told, signal) => {
      for (let pause = FIRST_LOOK; ; pause = Math.min(LONGEST_LOOK, pause * 1.5)) {
        const state = await look(id, signal);
        told(state);
        if (state.stage !== 'open') return state;
        await clock.sleep(pause, signal);
      }
    },
    results: (state, signal) =>
      call('the results cannot be fetched', async (client) => {
        const texts: string[] = [];
        for (const file of state.files) texts.push(await (await client.files.content(file, { signal })).text());
        return texts.map((text) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)).join('');
      }),
    cancel: (id, signal) =>
      call('the batch cannot be cancelled', async (client) => readState(await client.batches.cancel(id, { signal }))),
  };
}

const STAGES: Readonly<Record<string, BatchState['stage']>> = {
  completed: 'ended',
  expired: 'ended',
  cancelled: 'ended',
  failed: 'failed',
};

function readState(batch: Sdk.OpenAI.Batch): BatchState {
  const faults = batch.errors?.data ?? [];
  return {
    id: batch.id,
    status: batch.status,
    stage: STAGES[batch.status] ?? 'open',
    done: batch.request_counts?.completed ?? 0,
    total: batch.request_counts?.total ?? 0,
    files: [batch.output_file_id, batch.error_file_id].flatMap((id) => (id ? [id] : [])),
    faults: faults.map(
      ({ line, message, code }) => `${line == null ? '' : `line ${line}: `}${redact(message ?? code ?? '', null)}`,
    ),
  };
}
