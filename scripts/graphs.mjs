// Exports the graphs of corpora/ into graphs/, one folder a corpus.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
for (const corpus of readdirSync(new URL('corpora/', root))) {
  const folder = new URL(`corpora/${corpus}/`, root);
  const { files, format } = JSON.parse(readFileSync(new URL('corpus.json', folder), 'utf8'));
  const inputs = files.map((file) => new URL(file, folder).pathname);
  const out = new URL(`graphs/${corpus}`, root).pathname;
  execFileSync(
    process.execPath,
    [new URL('dist/bin.js', root).pathname, 'export', ...inputs, '--format', format, '-o', out],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
}
