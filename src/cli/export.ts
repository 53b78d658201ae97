import { UsageError } from '../errors/index.ts';
import { exportAnalysis, findExport } from '../export/index.ts';
import { fileIn, writeWhole } from '../io/index.ts';
import { type LoadOptions, printPlan, withAnalyses } from './load-analysis.ts';
import type { Output } from './output.ts';

/** What to export, as what and where to. */
export interface ExportOptions extends LoadOptions {
  readonly to: string;
  readonly outDir?: string;
  readonly only?: string;
}

/** Writes each FILE in each format into the folder (`-`: standard output); says on the side what was written. */
export async function exportFiles(paths: readonly string[], options: ExportOptions, output: Output): Promise<void> {
  const formats = [...new Set(options.to.split(',').map((name) => name.trim()))].map(findExport);
  const folder = options.outDir ?? '-';
  const texts = formats.reduce((sum, { endings }) => sum + endings.length, 0);
  if (folder === '-' && (paths.length > 1 || texts > 1))
    throw new UsageError('more than one text does not fit on standard output', 'Name a folder with -o DIR.');
  if (options.dryRun) return printPlan(paths, options, output);
  const from = new Map<string, string>();
  await withAnalyses(options, output, async (load) => {
    for (const path of paths) {
      const analysis = await load(path);
      const source = analysis.file.thread.source.replace(/\.crux\.json$/i, '');
      for (const { name } of formats) {
        for (const { suffix, text } of await exportAnalysis(analysis, name, { only: options.only })) {
          if (folder === '-') output.data(text);
          else await writeOnce(fileIn(folder, source, suffix), text, path, from, output);
        }
      }
    }
  });
}

async function writeOnce(
  target: string,
  text: string,
  path: string,
  from: Map<string, string>,
  output: Output,
): Promise<void> {
  const before = from.get(target);
  if (before !== undefined)
    throw new UsageError(`${before} and ${path} would both be ${target}`, 'Export them into folders of their own.');
  from.set(target, path);
  await writeWhole(target, text);
  output.talk(`wrote ${target}`);
}
