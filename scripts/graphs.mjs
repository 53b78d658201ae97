// Exports the graphs of corpora/ into graphs/, one folder a corpus: read by the embedded reader and, where a tape of a model's
// answers lies beside the thread, by that model into a folder of its name.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const bin = new URL('dist/bin.js', root).pathname;

for (const corpus of readdirSync(new URL('corpora/', root))) {
  const folder = new URL(`corpora/${corpus}/`, root);
  const { files, format } = JSON.parse(readFileSync(new URL('corpus.json', folder), 'utf8'));
  const inputs = files.map((file) => new URL(file, folder).pathname);
  const out = new URL(`graphs/${corpus}`, root).pathname;
  exportThreads(inputs, ['--format', format, '--rules', '--to', 'json,markdown', '-o', out]);
  const tape = new URL('answers.jsonl', folder);
  if (!existsSync(tape)) continue;
  const { model } = JSON.parse(readFileSync(tape, 'utf8').split('\n')[0]);
  const read = ['--format', format, '--model', model, '--replay', tape.pathname];
  exportThreads(inputs, [...read, '--to', 'json,markdown', '-o', `${out}/${model}`]);
}

function exportThreads(inputs, options) {
  execFileSync(process.execPath, [bin, 'export', ...inputs, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
}
