// Measures the embedded reader and writes docs/evaluation.md: our own threads by their golds and, where ../shared is at hand,
// the seeds and the development halves of public data. Run: node scripts/measure-data.ts [FOLDER OF FURTHER SEED GOLDS]…
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rulesReader } from '../src/index.ts';
import { measureDeclarations } from './measure/declarations.ts';
import { measurePublicData } from './measure/public-data.ts';
import { scoreOwnThreads, scoreOwnThreadsByModel, scoreSeeds } from './measure/thread-figures.ts';
import { writeEvaluation } from './measure/write-up.ts';

const root = join(import.meta.dirname, '..');
const shared = join(root, '../shared');

if (!existsSync(shared)) {
  console.error(
    '../shared is not at hand: docs/evaluation.md would lose the seeds and the public data, and is left as it is',
  );
  process.exitCode = 1;
} else await main();

async function main(): Promise<void> {
  const { name, version } = rulesReader().stamp;
  const golds = [join(shared, 'gold'), ...process.argv.slice(2).map((path) => resolve(path))];
  const text = writeEvaluation({
    reader: `the embedded one (\`${name}\`, version ${version})`,
    own: await scoreOwnThreads(root),
    ownByModel: await scoreOwnThreadsByModel(root),
    seeds: await scoreSeeds(join(shared, 'seeds'), golds),
    seedsByModel: await scoreSeeds(join(shared, 'seeds'), golds, join(root, 'test/fixtures/tapes/seeds.jsonl')),
    data: await measurePublicData(join(shared, 'data')),
    declarations: await measureDeclarations(root),
  });
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs/evaluation.md'), text);
  console.log(text);
}
