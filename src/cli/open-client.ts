import {
  type BudgetClient,
  budgetClient,
  DEFAULT_PATIENCE,
  LARGEST_REPLY,
  openAiClient,
  openTapeFile,
  readTapeFile,
  recordingClient,
  replayClient,
  systemClock,
} from '../io/index.ts';
import { type ChatClient, type Planner, planRequests } from '../readers/index.ts';
import { type AnswerCache, cachedClient, findAccount, type ResolvedSettings } from '../store/index.ts';
import type { ReaderFlags } from './reader-flags.ts';

/** Whom the readers of a run ask, and what is known of that. */
export interface OpenClient {
  readonly client: ChatClient;
  /** Counts and limits what an endpoint is asked; null where none is. */
  readonly budget: BudgetClient | null;
  /** Collects the questions of a dry run, which ends where an endpoint would be asked; null in other runs. */
  readonly planner: Planner | null;
  close(): Promise<void>;
}

/**
 * Joins tape, cache, budget and endpoint as the flags say. A dry run differs in its last link alone, so it plans what the
 * run would send; a tape that is recorded stands before all, so it holds every answer that was used.
 */
export async function openClient(
  flags: ReaderFlags,
  settings: ResolvedSettings,
  apiKey: string | null,
  cache: AnswerCache,
): Promise<OpenClient> {
  const { budget, planner, last } = openLast(flags, settings, apiKey, cache);
  const client =
    flags.replay === undefined ? cachedClient(last, cache) : replayClient(await readTapeFile(flags.replay));
  if (flags.record === undefined || flags.dryRun) return { client, budget, planner, close: async () => {} };
  const tape = await openTapeFile(flags.record);
  return { client: recordingClient(client, tape.record), budget, planner, close: () => tape.close() };
}

/** Who answers what is not at hand. */
function openLast(
  { replay, knownOnly, dryRun }: ReaderFlags,
  { values }: ResolvedSettings,
  apiKey: string | null,
  memory: AnswerCache,
) {
  const planner = dryRun ? planRequests() : null;
  if (replay !== undefined || knownOnly) return { budget: null, planner, last: NOBODY };
  if (planner) return { budget: null, planner, last: planner.client };
  const endpoint = openAiClient({
    baseUrl: values['base-url'],
    apiKey,
    account: findAccount(process.env),
    largestReply: LARGEST_REPLY,
    deadline: values.deadline * 1000,
    patience: DEFAULT_PATIENCE,
    concurrency: values.concurrency,
    clock: systemClock,
    memory,
  });
  const prices = { input: values['price-input'], cached: values['price-cached'], output: values['price-output'] };
  const budget = budgetClient(endpoint, prices, { cost: values['max-cost'], tokens: values['max-tokens'] });
  return { budget, planner, last: budget };
}

const NOBODY: ChatClient = {
  ask: async () => ({ ok: false, kind: 'pending', detail: 'The answer is not known.', retryable: true, usage: null }),
};
