import { UsageError } from '../errors/index.ts';
import { serializeGraphFile } from '../graph-file/index.ts';
import { fileIn, writeWhole } from '../io/index.ts';
import { type LoadOptions, loadAnalysis } from './load-analysis.ts';
import type { Output } from './output.ts';

/** Where to export to, and as what. */
export interface ExportOptions extends LoadOptions {
  readonly to: string;
  readonly outDir?: string;
}

/** Writes each FILE's graph into the folder (`-`: standard output); says on the side what was written. */
export async function exportFiles(paths: readonly string[], options: ExportOptions, output: Output): Promise<void> {
  const formats = options.to.split(',').map((name) => name.trim());
  const unknown = formats.find((format) => format !== 'json');
  if (unknown !== undefined) throw new UsageError(`unknown export format ${unknown}`, 'Formats: json.');
  const folder = options.outDir ?? '-';
  if (folder === '-' && paths.length > 1)
    throw new UsageError('several files do not fit on standard output', 'Name a folder with -o DIR.');
  const targets = new Map<string, string>();
  for (const path of paths) {
    const analysis = await loadAnalysis(path, options);
    const text = serializeGraphFile(analysis.file);
    if (folder === '-') {
      output.data(text);
      continue;
    }
    const target = fileIn(folder, analysis.file.thread.source.replace(/\.crux\.json$/i, ''), '.crux.json');
    const before = targets.get(target);
    if (before !== undefined)
      throw new UsageError(
        `${before} and ${path} would both be written to ${target}`,
        'Export them into folders of their own.',
      );
    targets.set(target, path);
    await writeWhole(target, text);
    output.talk(`wrote ${target}`);
  }
}
