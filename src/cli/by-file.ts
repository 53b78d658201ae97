import { basename } from 'node:path';
import { ConfigError, UsageError } from '../errors/index.ts';
import { parseBatchResults, readFileInput, toBatchFiles, writeWhole } from '../io/index.ts';
import { AnswersPending, llmReader, planRequests, planStages } from '../readers/index.ts';
import { cachedClient, toStored } from '../store/index.ts';
import { type LoadOptions, loadAnalysis } from './load-analysis.ts';
import type { Output } from './output.ts';
import { loadSettings, openCache } from './wire.ts';

/** Where the next round of requests goes. */
export interface RequestOptions extends LoadOptions {
  readonly out: string;
}

/**
 * Writes the questions whose answers are not known yet, for all FILES together, in the OpenAI Batch form. A thread's later
 * questions depend on earlier answers, so it takes a few rounds; with nothing left to ask the file is not written.
 */
export async function writeRequests(paths: readonly string[], options: RequestOptions, output: Output): Promise<void> {
  const { settings, files } = await loadSettings(options);
  const { model, 'base-url': baseUrl } = settings.values;
  if (model === null)
    throw new ConfigError('no model is named', 'Give --model NAME or set it with crux config set model.');
  const cache = await openCache(files);
  const planner = planRequests();
  const asker = cachedClient(planner.client, cache);
  let done = 0;
  try {
    for (const path of paths) {
      const endpoint = { model, baseUrl, parameters: { temperature: 0, seed: 7 } };
      const reader = llmReader({ client: asker, endpoint, review: options.review, whenPending: 'stop' });
      const ended = await loadAnalysis(path, options, reader).catch((error: unknown) => {
        if (error instanceof AnswersPending) return null;
        throw error;
      });
      if (ended) done++;
    }
  } finally {
    cache.close();
  }
  output.talk(`${done} of ${paths.length} threads have all their answers`);
  const open = planner.requests();
  if (open.length === 0) return;
  const batches = toBatchFiles(open);
  for (const [at, batch] of batches.entries()) {
    const target = at === 0 ? options.out : options.out.replace(/(\.[^.]*)?$/, `-${at + 1}$1`);
    await writeWhole(target, batch.text);
    output.talk(`wrote ${batch.requests} requests to ${target}`);
  }
  for (const { stage, calls, in: input, out } of planStages(open))
    output.talk(`  ${stage}: ${calls} calls, about ${input} tokens in, ${out} out`);
}

/** Takes results in: each answer is kept under its request's key, as if the model had been asked here. */
export async function takeAnswers(paths: readonly string[], output: Output): Promise<void> {
  const { files } = await loadSettings({});
  const cache = await openCache(files);
  try {
    for (const path of paths) {
      const { bytes } = await readFileInput(path);
      const { results, broken } = parseBatchResults(new TextDecoder().decode(bytes));
      if (results.length === 0 && broken.length > 0)
        throw new UsageError(
          `${basename(path)}:${broken[0]!.line}: no result: the line ${broken[0]!.reason}`,
          'Result lines have a custom_id and a response, or a custom_id and a content.',
        );
      const stored = results.flatMap(({ key, model, reply }) => {
        const kept = toStored({ key, stage: 'by file', model: model ?? 'by hand' }, reply);
        return kept ? [kept] : [];
      });
      cache.replace(stored);
      output.talk(
        `${basename(path)}: kept ${stored.length} answers, ${results.length - stored.length} to be asked again`,
      );
      for (const { line, reason } of broken.slice(0, 5)) output.talk(`  line ${line} ${reason}`);
      if (broken.length > 0 || stored.length < results.length) output.lose();
    }
  } finally {
    cache.close();
  }
}
