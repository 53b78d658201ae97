import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze, checkGraphFile, parseGraphFile, serializeGraphFile } from '../../src/index.ts';
import { listCorpora } from '../helpers/corpora.ts';

describe.each(listCorpora())('the thread of corpora/$corpus', ({ file, format, bytes, graph }) => {
  it('still gives the graph that stands in graphs/ (npm run graphs renews it), byte for byte', async () => {
    const analysis = await analyze(bytes, { name: file, format });
    expect(serializeGraphFile(analysis.file)).toBe(readFileSync(graph, 'utf8'));
  });

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
