import { basename } from 'node:path';
import { UsageError } from '../errors/index.ts';
import { parseBatchResults, readFileInput, toBatchFiles, writeWhole } from '../io/index.ts';
import { planStages } from '../readers/index.ts';
import { keepAnswers } from './keep-answers.ts';
import type { LoadOptions } from './load-analysis.ts';
import { findOpenQuestions, namedModel } from './open-questions.ts';
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
  const model = namedModel(settings);
  const cache = await openCache(files);
  const { open, done } = await findOpenQuestions(paths, {
    options,
    endpoint: { model, baseUrl: settings.values['base-url'] },
    cache,
    failed: new Map(),
  }).finally(() => cache.close());
  output.talk(`${done} of ${paths.length} threads have all their answers`);
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
      const kept = keepAnswers(results, cache);
      output.talk(`${basename(path)}: kept ${kept} answers, ${results.length - kept} to be asked again`);
      for (const { line, reason } of broken.slice(0, 5)) output.talk(`  line ${line} ${reason}`);
      if (broken.length > 0 || kept < results.length) output.lose();
    }
  } finally {
    cache.close();
  }
}
