import { homedir } from 'node:os';
import { UsageError } from '../errors/index.ts';
import { type BudgetClient, makeFolderFor, readOwnFile } from '../io/index.ts';
import { type ChatRequest, llmReader, planningReader, type Reader, rulesReader } from '../readers/index.ts';
import {
  type AnswerCache,
  type OwnFiles,
  openAnswerCache,
  ownFiles,
  parseSettingsFile,
  type ResolvedSettings,
  resolveSettings,
} from '../store/index.ts';
import { openClient } from './open-client.ts';
import { readKey } from './read-key.ts';
import type { ReaderFlags } from './reader-flags.ts';

/** Who reads in this run: a maker of readers (one a thread), what to say of it, and what is to be closed. */
export interface ReaderChoice {
  readonly name: 'rules' | 'llm';
  /** One line for people, null where nothing needs saying. */
  readonly remark: string | null;
  /** One line about a key that is not kept as it should be, or null. */
  readonly warning: string | null;
  makeReader(): Reader;
  /** Questions that a dry run would ask; null where it is none. */
  planned(): readonly ChatRequest[] | null;
  budget(): BudgetClient | null;
  close(): Promise<void>;
}

/** Settings in force, with the files that they come from. */
export async function loadSettings(flags: ReaderFlags): Promise<{ settings: ResolvedSettings; files: OwnFiles }> {
  const files = ownFiles(process.env, homedir(), process.platform);
  const file = parseSettingsFile(await readOwnFile(files.settings), files.settings);
  const named = {
    model: flags.model,
    'base-url': flags.baseUrl,
    'api-key-file': flags.apiKeyFile,
    'max-cost': flags.maxCost,
    'max-tokens': flags.maxTokens,
    deadline: flags.deadline,
  };
  return { settings: resolveSettings(named, process.env, file), files };
}

/** Joins ports and real things: the model that the settings name, through budget, tape and cache; else the embedded reader. */
export async function chooseReader(flags: ReaderFlags, signal: AbortSignal): Promise<ReaderChoice> {
  const { settings, files } = await loadSettings(flags);
  const { model, 'base-url': baseUrl } = settings.values;
  if (flags.replay !== undefined && model === null)
    throw new UsageError('--replay needs the model whose answers are on the tape', 'Name it with --model.');
  if (flags.rules || model === null) return embedded(flags.dryRun ? 'The embedded reader asks nobody.' : null);
  const { key, warning } = await readKey(settings, files);
  if (
    key === null &&
    settings.origins['base-url'] === 'default' &&
    flags.replay === undefined &&
    !flags.dryRun &&
    !flags.knownOnly
  )
    return embedded(`No key for ${baseUrl}: read by rules, without ${model}. Set OPENAI_API_KEY or --api-key-file.`);
  const endpoint = { model, baseUrl, parameters: { temperature: 0, seed: 7 } };
  // Without a cache on disk a run still asks each question once.
  const cache = flags.cache === false ? openAnswerCache(':memory:') : await openCache(files);
  const { client, budget, planner, close } = await openClient(flags, settings, key, cache);
  const makeReader = () => llmReader({ client, endpoint, review: flags.review, signal, whenPending: 'degrade' });
  return {
    name: 'llm',
    remark: planner && (flags.knownOnly || flags.replay !== undefined) ? 'Only answers at hand would be used.' : null,
    warning,
    makeReader: planner ? () => planningReader(makeReader(), planner) : makeReader,
    planned: () => planner?.requests() ?? null,
    budget: () => budget,
    close: async () => {
      await close();
      cache.close();
    },
  };
}

function embedded(remark: string | null): ReaderChoice {
  return {
    name: 'rules',
    remark,
    warning: null,
    makeReader: rulesReader,
    planned: () => null,
    budget: () => null,
    close: async () => {},
  };
}

/** The user's cache of answers, made if it is not there. */
export async function openCache(files: OwnFiles): Promise<AnswerCache> {
  await makeFolderFor(files.answers);
  return openAnswerCache(files.answers);
}
