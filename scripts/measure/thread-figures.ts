import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Evaluation,
  evaluate,
  type NamedGold,
  pairGolds,
  parseGold,
  scoreThread,
} from '../../src/evaluation/index.ts';
import { analyze } from '../../src/index.ts';

interface Input {
  /** What the table calls it. */
  readonly name: string;
  readonly path: string;
  readonly format?: string;
}

/** Figures of threads, and the names of those that no gold at hand covers. */
export interface ThreadFigures {
  readonly evaluation: Evaluation;
  readonly without: readonly string[];
}

/** The threads of corpora/ and of test/fixtures/declared/ by their own golds. */
export async function scoreOwnThreads(root: string): Promise<ThreadFigures> {
  const corpora = join(root, 'corpora');
  const inputs = readdirSync(corpora).flatMap((corpus): Input[] => {
    const { files, format } = JSON.parse(readFileSync(join(corpora, corpus, 'corpus.json'), 'utf8'));
    return files.map((file: string) => ({
      name: files.length > 1 ? `${corpus}/${file}` : corpus,
      path: join(corpora, corpus, file),
      format,
    }));
  });
  const declared = join(root, 'test/fixtures/declared');
  const fixtures = readdirSync(declared).filter((name) => !name.endsWith('.json'));
  inputs.push(...fixtures.map((name) => ({ name, path: join(declared, name) })));
  return scoreInputs(inputs, [...readGolds(corpora), ...readGolds(declared)]);
}

/** The seeds by the golds in `folders`; of two folders that have a gold of one seed the first counts. Null without seeds. */
export async function scoreSeeds(seeds: string, folders: readonly string[]): Promise<ThreadFigures | null> {
  if (!existsSync(seeds)) return null;
  const inputs = readdirSync(seeds).map((name) => ({ name: `seed ${name.slice(0, 3)}`, path: join(seeds, name) }));
  const golds: NamedGold[] = [];
  for (const folder of folders) {
    const known = new Set(golds.map(({ gold }) => gold.seed));
    golds.push(...readGolds(folder).filter(({ gold }) => !known.has(gold.seed)));
  }
  return scoreInputs(inputs, golds);
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
  for (const { path, format, name } of inputs) {
    const bytes = readFileSync(path);
    const { file } = await analyze(bytes, { name: basename(path), format });
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

/** Golds without those that repeat an earlier one word for word. */
function dropTwins(golds: readonly NamedGold[]): NamedGold[] {
  return [...new Map(golds.toReversed().map((each) => [JSON.stringify(each.gold), each])).values()].toReversed();
}
