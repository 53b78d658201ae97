// @vitest-environment jsdom
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyzeInput, openAnalysis } from '../../src/analysis/index.ts';
import { EXPORTS, exportAnalysis } from '../../src/export/index.ts';
import { parseGraphFile, serializeGraphFile } from '../../src/graph-file/index.ts';
import { libraryDispute, looseRemarks, noClaims } from '../helpers/library-dispute.ts';
import { expectAif, expectXaif } from './aif-back.ts';
import { expectArgdown } from './argdown-back.ts';
import { expectCsv } from './csv-back.ts';
import { expectDot, expectSvg } from './drawing-back.ts';
import { expectMarkdown } from './markdown-back.ts';
import { expectMermaid } from './mermaid-back.ts';
import { expectGexf, expectGraphml } from './network-back.ts';

const CORPORA = join(import.meta.dirname, '../../corpora');
const GRAPHS = join(import.meta.dirname, '../../graphs');

const threads: readonly (readonly [string, () => Promise<Analysis>])[] = [
  ['a dispute with every type of relation', async () => openAnalysis(libraryDispute())],
  ['remarks without relations', async () => openAnalysis(looseRemarks())],
  ['a thread without claims', async () => openAnalysis(noClaims())],
  ...readdirSync(CORPORA)
    .sort()
    .flatMap((folder) => {
      const corpus = JSON.parse(readFileSync(join(CORPORA, folder, 'corpus.json'), 'utf8')) as { files: string[] };
      return corpus.files.map((name) => {
        const read = () => analyzeInput({ bytes: readFileSync(join(CORPORA, folder, name)), name });
        return [`corpora/${folder}/${name}`, read] as const;
      });
    }),
  ...listFiles(GRAPHS, '.crux.json')
    .filter((path) => path.split('/').length - GRAPHS.split('/').length === 3)
    .map((path) => [`${path.slice(GRAPHS.length + 1)} by a model`, openFile(path)] as const),
  // Further threads, which are not part of the project: npm run check:shared names the folder.
  ...listFiles(process.env['CRUX_THREADS'] ?? '', '').map((path) => [basename(path), openFile(path)] as const),
];

function listFiles(folder: string, ending: string): string[] {
  if (folder === '') return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile() && path.endsWith(ending));
}

function openFile(path: string): () => Promise<Analysis> {
  return async () => {
    const bytes = readFileSync(path);
    if (path.endsWith('.crux.json')) return openAnalysis(parseGraphFile(bytes.toString('utf8'), path));
    return analyzeInput({ bytes, name: basename(path) });
  };
}

const readers: Readonly<Record<string, (text: string, analysis: Analysis) => void | Promise<void>>> = {
  json: (text, { file }) => expect(serializeGraphFile(parseGraphFile(text, 'exported'))).toBe(serializeGraphFile(file)),
  markdown: expectMarkdown,
  argdown: expectArgdown,
  aif: expectAif,
  xaif: expectXaif,
  graphml: expectGraphml,
  gexf: expectGexf,
  dot: expectDot,
  svg: expectSvg,
  mermaid: expectMermaid,
};

describe.each(threads)('exports of %s', (_, open) => {
  it.each(Object.keys(readers))('are read back from %s by another program', async (format) => {
    const analysis = await open();
    const [file, ...more] = await exportAnalysis(analysis, format);
    expect(more).toEqual([]);
    await readers[format]!(file!.text, analysis);
  });

  it('are read back from csv by another program', async () => {
    const analysis = await open();
    expectCsv(await exportAnalysis(analysis, 'csv'), analysis);
  });

  it('are the same bytes when written twice, under the endings that the format names', async () => {
    const analysis = await open();
    for (const { name, endings } of EXPORTS) {
      const once = await exportAnalysis(analysis, name);
      expect(once).toEqual(await exportAnalysis(analysis, name));
      expect(once.map(({ suffix }) => suffix)).toEqual(endings);
    }
  });
});

it('reads back every format that there is', () => {
  expect(EXPORTS.map(({ name }) => name).sort()).toEqual([...Object.keys(readers), 'csv'].sort());
});
