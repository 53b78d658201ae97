import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { analyzeInput } from '../../src/analysis/index.ts';
import {
  type Evaluation,
  evaluate,
  type NamedGold,
  pairGolds,
  parseGold,
  scoreThread,
} from '../../src/evaluation/index.ts';
import { readTapeFile, replayClient } from '../../src/io/index.ts';
import type { Reader } from '../../src/readers/index.ts';
import { llmReader } from '../../src/readers/llm/index.ts';

interface Input {
  /** What the table calls it. */
  readonly name: string;
  readonly path: string;
  readonly format?: string;
  /** A tape of a model's answers about it; without one the embedded reader reads. */
  readonly tape?: string;
}

/** Figures of threads, and the names of those that no gold at hand covers. */
export interface ThreadFigures {
  readonly evaluation: Evaluation;
  readonly without: readonly string[];
}

/** The threads of corpora/ and of test/fixtures/declared/ by their own golds. */
export async function scoreOwnThreads(root: string): Promise<ThreadFigures> {
  const corpora = join(root, 'corpora');
  const inputs = [...listCorpora(corpora)];
  const declared = join(root, 'test/fixtures/declared');
  const fixtures = readdirSync(declared).filter((name) => !name.endsWith('.json'));
  inputs.push(...fixtures.map((name) => ({ name, path: join(declared, name) })));
  return scoreInputs(inputs, [...readGolds(corpora), ...readGolds(declared)]);
}

/** The threads of corpora/ as a model read them whose answers lie beside them. */
export async function scoreOwnThreadsByModel(root: string): Promise<ThreadFigures> {
  const corpora = join(root, 'corpora');
  const inputs = listCorpora(corpora).flatMap((input): Input[] => {
    const tape = join(dirname(input.path), 'answers.jsonl');
    return existsSync(tape) ? [{ ...input, tape }] : [];
  });
  return scoreInputs(inputs, readGolds(corpora));
}

/** The seeds by the golds in `folders`; of two folders that have a gold of one seed the first counts. Null without seeds. */
export async function scoreSeeds(
  seeds: string,
  folders: readonly string[],
  tape?: string,
): Promise<ThreadFigures | null> {
  if (!existsSync(seeds)) return null;
  const inputs = readdirSync(seeds).map((name) => {
    return { name: `seed ${name.slice(0, 3)}`, path: join(seeds, name), ...(tape !== undefined && { tape }) };
  });
  const golds: NamedGold[] = [];
  for (const folder of folders) {
    const known = new Set(golds.map(({ gold }) => gold.seed));
    golds.push(...readGolds(folder).filter(({ gold }) => !known.has(gold.seed)));
  }
  return scoreInputs(inputs, golds);
}

function listCorpora(corpora: string): readonly Input[] {
  return readdirSync(corpora).flatMap((corpus): Input[] => {
    const { files, format } = JSON.parse(readFileSync(join(corpora, corpus, 'corpus.json'), 'utf8'));
    return files.map((file: string) => ({
      name: files.length > 1 ? `${corpus}/${file}` : corpus,
      path: join(corpora, corpus, file),
      format,
    }));
  });
}

function readGolds(folder: string): NamedGold[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return files
    .filter((path) => /(?:^|[/.])(?:gold|\d{3})\.json$/.test(path) && statSync(path).isFile())
    .sort()
    .map((name) => ({ name, gold: parseGold(readFileSync(name, 'utf8'), name) }));
}

async function scoreInputs(inputs: readonly Input[], golds: readonly NamedGold[]): Promise<ThreadFigures> {
  const read = [];
  for (const { path, format, name, tape } of inputs) {
    const bytes = readFileSync(path);
    const reader = tape === undefined ? undefined : await readerFromTape(tape);
    const { file } = await analyzeInput({ bytes, name: basename(path) }, { format, reader });
    read.push({ name: path, title: name, file, text: bytes.toString('utf8') });
  }
  const { pairs } = pairGolds(read, dropTwins(golds));
  const scores = read.flatMap(({ name, title, file, text }) => {
    const found = pairs.find((pair) => pair.name === name)?.golds.map(({ gold }) => gold);
    return found ? [scoreThread(title, file, found, text)] : [];
  });
  const scored = new Set(scores.map(({ name }) => name));
  return { evaluation: evaluate(scores), without: read.map(({ title }) => title).filter((name) => !scored.has(name)) };
}

/** The model whose answers are on a tape, asked with the program's own settings. */
async function readerFromTape(path: string): Promise<Reader> {
  const lines = await readTapeFile(path);
  const endpoint = {
    model: lines[0]!.model,
    baseUrl: 'https://api.openai.com/v1',
    parameters: { temperature: 0, seed: 7 },
  };
  return llmReader({ client: replayClient(lines), endpoint });
}

/** Golds without those that repeat an earlier one word for word. */
function dropTwins(golds: readonly NamedGold[]): NamedGold[] {
  return [...new Map(golds.toReversed().map((each) => [JSON.stringify(each.gold), each])).values()].toReversed();
}
