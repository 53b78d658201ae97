import type * as Sdk from 'openai';
import { LabelError } from '../../errors/index.ts';
import type { Clock } from '../chat/clock.ts';
import { type Access, openEndpoint } from '../chat/open-endpoint.ts';
import { readTrouble } from '../chat/read-trouble.ts';
import { type BatchFile, labelOf } from './batch-file.ts';
import { type BatchState, missingBatch, readState } from './batch-state.ts';

/** The OpenAI Batch API. All functions throw a LabelError without keys for what the service refuses or does not answer after some tries. */
export interface BatchService {
  /** Uploads the file and starts a batch of it, or finds the batch that an earlier try, perhaps cut short, started of the same file; batches in `spent` do not count. */
  start(file: BatchFile, spent: ReadonlySet<string>, signal: AbortSignal): Promise<BatchState>;
  /** The batch of the file with this label (labelOf) that did not fail; null where there is none. */
  find(label: string, spent: ReadonlySet<string>, signal: AbortSignal): Promise<BatchState | null>;
  /** A batch that is not there counts as failed. */
  look(id: string, signal: AbortSignal): Promise<BatchState>;
  /** Looks again and again, ever more seldom, until the batch is no longer open; tells each state and bears with a service that is away for an hour or so. */
  wait(id: string, told: (state: BatchState) => void, signal: AbortSignal): Promise<BatchState>;
  /** The text of the batch's result files, one after the other; one that is no longer kept is empty, and its questions stay open. */
  results(state: BatchState, signal: AbortSignal): Promise<string>;
  cancel(id: string, signal: AbortSignal): Promise<BatchState>;
}

const LABEL = 'crux_requests';
const LARGEST_RESULTS = 512 * 1024 * 1024;
const UPLOAD_TIMEOUT = 10 * 60_000;
const TRIES = 4;
const FIRST_LOOK = 10_000;
const LONGEST_LOOK = 5 * 60_000;
const MOST_MISSED = 20;

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

  const search = (what: string, label: string, spent: ReadonlySet<string>, signal: AbortSignal) =>
    call(what, async (client) => {
      for await (const batch of client.batches.list({ limit: 100 }, { signal }))
        if (batch.metadata?.[LABEL] === label && batch.status !== 'failed' && !spent.has(batch.id))
          return readState(batch);
      return null;
    });

  const create = (file: BatchFile, label: string, signal: AbortSignal) =>
    call('the batch cannot be started', async (client, sdk) => {
      const content = await sdk.toFile(Buffer.from(file.text), `${label}.jsonl`);
      const { id } = await client.files.create({ file: content, purpose: 'batch' }, { signal });
      const endpoint = '/v1/chat/completions';
      const metadata = { [LABEL]: label };
      const request = { input_file_id: id, endpoint, completion_window: '24h', metadata } as const;
      // A try whose answer was lost may have started the batch: another one would be paid for as well.
      return readState(await client.batches.create(request, { signal, maxRetries: 0 }));
    });

  const look = (id: string, signal: AbortSignal) =>
    call('the batch cannot be looked at', async (client, sdk) => {
      try {
        return readState(await client.batches.retrieve(id, { signal }));
      } catch (error) {
        if (error instanceof sdk.NotFoundError) return missingBatch(id);
        throw error;
      }
    });

  return {
    find: (label, spent, signal) => search('the batches cannot be listed', label, spent, signal),
    look,
    start: async (file, spent, signal) => {
      const label = labelOf(file);
      for (let tries = 1; ; tries++) {
        const found = await search('the batch cannot be started', label, spent, signal);
        if (found !== null) return found;
        try {
          return await create(file, label, signal);
        } catch (error) {
          if (tries === TRIES || !(error instanceof LabelError && error.retryable)) throw error;
          await clock.sleep(FIRST_LOOK, signal);
        }
      }
    },
    wait: async (id, told, signal) => {
      let missed = 0;
      for (let pause = FIRST_LOOK; ; pause = Math.min(LONGEST_LOOK, pause * 1.5)) {
        const state = await look(id, signal).catch((error: unknown) => {
          missed += 1;
          if (signal.aborted || missed > MOST_MISSED || !(error instanceof LabelError && error.retryable)) throw error;
          return null;
        });
        if (state !== null) {
          missed = 0;
          told(state);
          if (state.stage !== 'open') return state;
        }
        await clock.sleep(pause, signal);
      }
    },
    results: (state, signal) =>
      call('the results cannot be fetched', async (client, sdk) => {
        const texts: string[] = [];
        for (const file of state.files) {
          const fetched = await client.files.content(file, { signal }).catch((error: unknown) => {
            if (error instanceof sdk.NotFoundError) return null;
            throw error;
          });
          if (fetched !== null) texts.push(await fetched.text());
        }
        return texts.map((text) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)).join('');
      }),
    cancel: (id, signal) =>
      call('the batch cannot be cancelled', async (client) => readState(await client.batches.cancel(id, { signal }))),
  };
}
