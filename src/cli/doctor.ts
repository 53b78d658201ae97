import { DEFAULT_PATIENCE, examineEndpoint, LARGEST_REPLY, systemClock } from '../io/index.ts';
import { findAccount } from '../store/index.ts';
import { namedModel } from './open-questions.ts';
import type { Output } from './output.ts';
import { readKey } from './read-key.ts';
import type { ReaderFlags } from './reader-flags.ts';
import { loadSettings, openCache } from './wire.ts';

const SIGNS = { good: 'ok', borne: '--', bad: '!!' } as const;

/** Finds out what the endpoint really does, finding by finding, and says what crux will do about each. */
export async function doctor(flags: ReaderFlags, output: Output): Promise<void> {
  const { settings, files } = await loadSettings(flags);
  const { 'base-url': baseUrl, deadline } = settings.values;
  const model = namedModel(settings);
  const { key: apiKey, warning } = await readKey(settings, files);
  if (warning) output.talk(warning);
  const cache = await openCache(files);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const options = {
    baseUrl,
    apiKey,
    account: findAccount(process.env),
    largestReply: LARGEST_REPLY,
    deadline: deadline * 1000,
    patience: DEFAULT_PATIENCE,
    concurrency: 1,
    clock: systemClock,
    memory: cache,
  };
  output.talk(`examining ${model} at ${baseUrl}`);
  try {
    const usable = await examineEndpoint(
      options,
      model,
      ({ probe, verdict, seen, done }) => output.data(`${SIGNS[verdict]}  ${probe}: ${seen}\n    ${done}`),
      stop.signal,
    );
    if (!usable) output.lose();
  } finally {
    cache.close();
  }
}
