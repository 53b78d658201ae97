import { UsageError } from '../errors/index.ts';
import {
  batchNotes,
  batchService,
  type Clock,
  knownCapabilities,
  type RoundNews,
  type RoundPorts,
  runRounds,
  systemClock,
} from '../io/index.ts';
import { findAccount } from '../store/index.ts';
import { stripForTerminal } from '../text/index.ts';
import { keepAnswers } from './keep-answers.ts';
import type { LoadOptions } from './load-analysis.ts';
import { findOpenQuestions, namedModel } from './open-questions.ts';
import type { Output } from './output.ts';
import { readKey } from './read-key.ts';
import { loadSettings, openCache } from './wire.ts';

/** Options of reading, and whether inputs that are no discussion are passed over rather than ending it all. */
export interface ByBatchOptions extends LoadOptions {
  readonly passOver?: boolean;
}

/** What a caller may set beside the options of reading. */
export interface BatchPorts {
  readonly clock: Clock;
  readonly limits: NonNullable<RoundPorts['limits']>;
}

/**
 * Has all questions of the FILES answered through the OpenAI Batch API, round by round, at half the price and within days;
 * afterwards the threads can be read with `--known-only`. Run again after a stop or a crash it goes on from there and puts
 * no question twice. Questions that fail for good are told, and count as lost.
 */
export async function readByBatch(
  paths: readonly string[],
  options: ByBatchOptions,
  output: Output,
  signal: AbortSignal,
  { clock, limits }: BatchPorts = { clock: systemClock, limits: {} },
): Promise<void> {
  if (paths.includes('-'))
    throw new UsageError('standard input can be read once only', 'Name files: each round reads them anew.');
  const { settings, files } = await loadSettings(options);
  const endpoint = { model: namedModel(settings), baseUrl: settings.values['base-url'] };
  const { key: apiKey, warning } = await readKey(settings, files);
  if (warning) output.talk(warning);
  const cache = await openCache(files);
  try {
    const ports: RoundPorts = {
      service: batchService({ baseUrl: endpoint.baseUrl, apiKey, account: findAccount(process.env) }, clock),
      notes: batchNotes(endpoint.baseUrl, cache),
      known: knownCapabilities(endpoint.baseUrl, cache),
      limits,
      openQuestions: async (failed) =>
        (await findOpenQuestions(paths, { options, endpoint, cache, failed, passOver: options.passOver ?? false }))
          .open,
      keep: (results) => void keepAnswers(results, cache),
      told: teller(output),
    };
    const { rounds, failed } = await runRounds(ports, signal);
    // What was too large was put in halves: that is no loss.
    const lost = [...failed.values()].filter(({ kind }) => kind !== 'context' && kind !== 'length');
    output.talk(
      `all questions are answered after ${rounds} rounds${lost.length > 0 ? `, but for ${lost.length}` : ''}`,
    );
    if (lost.length === 0) return;
    for (const detail of [...new Set(lost.map((failure) => failure.detail))].slice(0, 5))
      output.talk(`  ${stripForTerminal(detail)}`);
    output.lose();
  } finally {
    cache.close();
  }
}

/** Tells each round, and a batch whenever something of it has changed. */
function teller(output: Output): (news: RoundNews) => void {
  let before = '';
  return (told) => {
    const line = inWords(told);
    if (line !== before) output.talk(line);
    before = line;
  };
}

function inWords(told: RoundNews): string {
  if (told.news === 'round') {
    const batches = told.batches === 1 ? 'one batch' : `${told.batches} batches`;
    return `round ${told.round}: ${told.questions} questions in ${batches}`;
  }
  const { id, status, done, total, faults } = told.state;
  const why = faults.length > 0 ? `; ${faults.slice(0, 3).join('; ')}` : '';
  return stripForTerminal(`  ${id}: ${status}, ${done} of ${total} answered${why}`).replace(/\n/g, ' ');
}
