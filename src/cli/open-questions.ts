import { ConfigError, SourceError } from '../errors/index.ts';
import {
  AnswersPending,
  type ChatClient,
  type ChatFailure,
  type ChatRequest,
  llmReader,
  planRequests,
} from '../readers/index.ts';
import { type AnswerCache, cachedClient, type ResolvedSettings } from '../store/index.ts';
import { type LoadOptions, loadAnalysis } from './load-analysis.ts';

/** What finding open questions takes; questions in `failed`, by key, are answered by their failure. */
export interface Search {
  readonly options: LoadOptions;
  readonly endpoint: { readonly model: string; readonly baseUrl: string };
  readonly cache: AnswerCache;
  readonly failed: ReadonlyMap<string, ChatFailure>;
  /** Whether inputs that are no discussion are passed over: who reads them afterwards tells of them. */
  readonly passOver?: boolean;
}

/** Reads each thread as far as known answers go: the questions that come up then, each once, and how many threads are done. */
export async function findOpenQuestions(
  paths: readonly string[],
  { options, endpoint, cache, failed, passOver = false }: Search,
): Promise<{ readonly open: readonly ChatRequest[]; readonly done: number }> {
  const planner = planRequests();
  const last: ChatClient = { ask: async (request) => failed.get(request.key) ?? planner.client.ask(request) };
  const client = cachedClient(last, cache);
  let done = 0;
  for (const path of paths) {
    const reader = llmReader({
      client,
      endpoint: { ...endpoint, parameters: { temperature: 0, seed: 7 } },
      review: options.review,
      whenPending: 'stop',
    });
    const ended = await loadAnalysis(path, options, reader).catch((error: unknown) => {
      if (error instanceof AnswersPending || (passOver && error instanceof SourceError)) return null;
      throw error;
    });
    if (ended) done++;
  }
  return { open: planner.requests(), done };
}

/** The model that flags and settings name; throws a ConfigError where they name none. */
export function namedModel({ values }: ResolvedSettings): string {
  if (values.model !== null) return values.model;
  throw new ConfigError('no model is named', 'Give --model NAME or set it with crux config set model.');
}
