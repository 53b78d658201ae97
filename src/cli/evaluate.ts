import { basename, dirname, join } from 'node:path';
import { JSON_INDEX } from '../batch/index.ts';
import { UsageError } from '../errors/index.ts';
import {
  compareEvaluations,
  comparisonRows,
  type Evaluation,
  evaluate,
  type GoldPair,
  goldFormOf,
  type NamedGold,
  type NamedGraph,
  pairGolds,
  parseGold,
  scoreThread,
  tableRows,
} from '../evaluation/index.ts';
import { parseGraphFile } from '../graph-file/index.ts';
import { listFiles, readFileInput, readOwnFile } from '../io/index.ts';
import { decodeBytes } from '../sources/index.ts';
import { type LoadOptions, withAnalyses } from './load-analysis.ts';
import type { Output } from './output.ts';

/** Against what to measure, and how to print it. */
export interface EvalOptions {
  readonly gold: string;
  readonly compare?: string;
  readonly json?: boolean;
}

/** Measures graph files against golds and prints a table, or two results side by side. */
export async function evaluateGraphs(paths: readonly string[], options: EvalOptions, output: Output): Promise<void> {
  const golds = await readGolds(options.gold, output);
  const result = await measure(paths, golds, output);
  if (options.compare === undefined) {
    output.data(options.json ? JSON.stringify(result, null, 2) : alignRows(tableRows(result)));
    return;
  }
  const comparison = compareEvaluations(await measure([options.compare], golds, output), result);
  output.data(options.json ? JSON.stringify(comparison, null, 2) : alignRows(comparisonRows(comparison)));
}

/** Prints an annotation form for FILE: its posts and claims filled in, everything else to be judged by a person. */
export async function printGoldForm(file: string, options: LoadOptions, output: Output): Promise<void> {
  await withAnalyses(options, output, async (load) => output.data(goldFormOf((await load(file)).file)));
}

async function readGolds(path: string, output: Output): Promise<readonly NamedGold[]> {
  const files = await listFiles(path, '.json');
  const golds: NamedGold[] = [];
  for (const name of files) {
    const text = await readText(name);
    // A folder of golds may hold other JSON beside them; what has posts wants to be a gold.
    if (files.length > 1 && !/"posts"\s*:/.test(text)) output.talk(`${name}: no gold, passed over`);
    else golds.push({ name, gold: parseGold(text, name) });
  }
  if (golds.length === 0) throw new UsageError(`${path}: no gold in it`, '`crux gold FILE` makes a form to fill in.');
  return golds;
}

async function measure(paths: readonly string[], golds: readonly NamedGold[], output: Output): Promise<Evaluation> {
  const listed = (await Promise.all(paths.map((path) => listFiles(path, '.crux.json')))).flat();
  // The index of a batch is called like a graph file and is none.
  const files = listed.filter((path) => basename(path) !== JSON_INDEX);
  const graphs: NamedGraph[] = [];
  for (const name of files) graphs.push({ name, file: parseGraphFile(await readText(name), name) });
  const { pairs, notices } = pairGolds(graphs, golds);
  for (const { text } of notices) output.talk(text);
  if (pairs.length === 0) throw new UsageError('no graph file has a gold', 'A gold names its thread by `seed`.');
  const scores = pairs.map(async (pair) => {
    const own = pair.golds.map(({ gold }) => gold);
    return scoreThread(rowName(pair, pairs), pair.file, own, await findInput(pair));
  });
  return evaluate(await Promise.all(scores));
}

/** The thread's file name; where several have that name, with as many of the graph's folders as tell them apart. */
function rowName({ name, file }: GoldPair, pairs: readonly GoldPair[]): string {
  const others = pairs.filter((other) => other.file.thread.source === file.thread.source && other.name !== name);
  const folders = (path: string, count: number) => dirname(path).split('/').slice(-count).join('/');
  const alone = (count: number) => others.every((other) => folders(other.name, count) !== folders(name, count));
  const most = dirname(name).split('/').length;
  let count = 0;
  while (count < most && (count === 0 ? others.length > 0 : !alone(count))) count++;
  return [...(count > 0 ? [folders(name, count)] : []), file.thread.source].join('/');
}

/** The thread's own text: beside the gold, or in a folder `seeds` next to the golds. */
async function findInput({ golds }: GoldPair): Promise<string | null> {
  for (const { name, gold } of golds) {
    for (const folder of [
      dirname(name),
      join(dirname(name), '..', 'seeds'),
      join(dirname(name), '..', '..', 'seeds'),
    ]) {
      const text = await readOwnFile(join(folder, gold.seed));
      if (text !== null) return text;
    }
  }
  return null;
}

async function readText(path: string): Promise<string> {
  const { bytes, name } = await readFileInput(path);
  return decodeBytes(bytes, name).text;
}

function alignRows(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
