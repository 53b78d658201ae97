import { type LoadOptions, printPlan, withAnalyses } from './load-analysis.ts';
import type { Output } from './output.ts';
import { checkView, type ShowOptions, show } from './show.ts';

/** Analyses FILE and prints a view of it, or what a model would be asked for it. */
export async function showFile(file: string, options: LoadOptions & ShowOptions, output: Output): Promise<void> {
  checkView(options.view);
  if (options.dryRun) return printPlan([file], options, output);
  await withAnalyses(options, output, async (load) => show(await load(file), options, output));
}
