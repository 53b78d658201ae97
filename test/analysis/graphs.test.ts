import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyzeInput } from '../../src/analysis/index.ts';
import { exportAnalysis } from '../../src/export/index.ts';
import { analyze, checkGraphFile, parseGraphFile, serializeGraphFile } from '../../src/index.ts';
import { readTapeFile, replayClient } from '../../src/io/index.ts';
import { llmReader } from '../../src/readers/llm/index.ts';
import { listCorpora } from '../helpers/corpora.ts';

/** Questions are known by where they go too; the tapes answer those of the default endpoint. */
const BASE_URL = 'https://api.openai.com/v1';

describe.each(listCorpora())('the thread of corpora/$corpus', ({ file, format, bytes, graph, byModel }) => {
  it('still gives the graph that stands in graphs/ (npm run graphs renews it), byte for byte', async () => {
    const analysis = await analyze(bytes, { name: file, format });
    expect(serializeGraphFile(analysis.file)).toBe(readFileSync(graph, 'utf8'));
  });

  it('has a report beside its graph that says the same', async () => {
    const analysis = await analyze(bytes, { name: file, format });
    const [report] = await exportAnalysis(analysis, 'markdown', {});
    expect(report!.text).toBe(readFileSync(graph.replace(/\.crux\.json$/, '.md'), 'utf8'));
  });

  it.runIf(byModel)(
    'read by a model gives the same graph again from the tape of its answers, and nothing is lost',
    async () => {
      const { model, tape, graph: written } = byModel!;
      const client = replayClient(await readTapeFile(tape));
      const reader = llmReader({
        client,
        endpoint: { model, baseUrl: BASE_URL, parameters: { temperature: 0, seed: 7 } },
      });
      const { file: read } = await analyzeInput({ bytes, name: file }, { format, reader });
      expect(read.thread.reader).toMatchObject({ name: 'llm', model });
      expect(read.ledger.posts.failed).toBe(0);
      expect(serializeGraphFile(read)).toBe(readFileSync(written, 'utf8'));
    },
  );

  it('is detected as what it is', async () => {
    const analysis = await analyze(bytes, { name: file });
    expect(analysis.file.thread.format).toBe(format);
  });

  it('keeps every promise of the graph file, also when the file is opened and judged again', async () => {
    const written = readFileSync(graph, 'utf8');
    const opened = parseGraphFile(written, 'x.crux.json');
    expect(checkGraphFile(opened)).toEqual([]);
    const again = await analyze(written, { name: 'x.crux.json' });
    expect(again.file.thread.reader.name).toBe('given');
    for (const part of ['claims', 'propositions', 'relations', 'moves', 'issues', 'agreements', 'unanswered'] as const)
      expect(again.file[part], part).toEqual(opened[part]);
    expect(again.file.cruxes.map(({ id, rank, sides }) => ({ id, rank, sides }))).toEqual(
      opened.cruxes.map(({ id, rank, sides }) => ({ id, rank, sides })),
    );
  });
});
