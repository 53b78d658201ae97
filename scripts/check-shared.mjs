// Runs the program on real threads that are not part of the project (../shared), and scores the result where golds are there.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const root = new URL('..', import.meta.url).pathname;
const shared = join(root, '../shared');
const out = join(root, '.tmp/seeds');
const crux = (...args) =>
  spawnSync(process.execPath, [join(root, 'dist/bin.js'), ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
mkdirSync(out, { recursive: true });

const faults = [];
const seeds = readdirSync(join(shared, 'seeds')).map((name) => join(shared, 'seeds', name));
for (const seed of seeds) {
  const run = crux('export', seed, '-o', out);
  if (run.status !== 0) faults.push(`${seed}: exit ${run.status}: ${run.stderr}`);
}
const tape = join(root, 'test/fixtures/tapes/seeds.jsonl');
const { model } = JSON.parse(readFileSync(tape, 'utf8').split('\n')[0]);
const replayed = crux('export', ...seeds, '--model', model, '--replay', tape, '-o', join(out, model));
// Exit code 1 would mean that a question of the program is not on the tape.
if (replayed.status !== 0) faults.push(`seeds from the tape: exit ${replayed.status}: ${replayed.stderr}`);

const threads = join(root, '.tmp/read-back');
mkdirSync(threads, { recursive: true });
for (const seed of seeds) copyFileSync(seed, join(threads, basename(seed)));
for (const name of readdirSync(join(out, model)).filter((each) => each.endsWith('.json')))
  copyFileSync(join(out, model, name), join(threads, name));
const vitest = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', 'test/export/read-back'],
  {
    cwd: root,
    env: { ...process.env, CRUX_THREADS: threads },
    encoding: 'utf8',
  },
);
const counted = /Tests .*/.exec(stripVTControlCharacters(vitest.stdout))?.[0];
console.log(`exports of the seeds, by both readers, read back: ${counted}`);
if (vitest.status !== 0) faults.push(`exports of the seeds: ${vitest.stdout}${vitest.stderr}`);

const samples = readdirSync(join(shared, 'samples'), { recursive: true }).map((name) => join(shared, 'samples', name));
let read = 0;
for (const sample of samples.filter((path) => statSync(path).isFile())) {
  const run = crux('show', sample);
  if (run.status === 0) read++;
  // A format that is not read yet must be told in one line; anything else is a fault.
  else if (run.status !== 2 || /unexpected/.test(run.stderr))
    faults.push(`${sample}: exit ${run.status}: ${run.stderr}`);
}
console.log(`samples: ${read} read, the others refused with a message`);

const scorer = join(shared, 'gold/score.py');
if (existsSync(scorer)) {
  for (const folder of [out, join(out, model)]) {
    const graphs = readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [join(folder, name)] : []));
    console.log(execFileSync('python3', [scorer, join(shared, 'gold'), ...graphs], { encoding: 'utf8' }));
  }
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
