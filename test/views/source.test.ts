import { describe, expect, it } from 'vitest';
import { openAnalysis } from '../../src/analysis/index.ts';
import { type Row, rowsToText, sourceRows, wordsOfTarget } from '../../src/views/index.ts';
import { buildGraphFile } from '../helpers/graph-file-builder.ts';
import { ferryByModel } from './ferry.ts';
import { ferryCamps } from './ferry-camps.ts';

const model = openAnalysis(ferryByModel());

const inTone = (rows: readonly Row[], tone: string) =>
  rows.flatMap(({ runs }) => runs.filter((run) => run.tone === tone).map(({ text }) => text));

describe('the source view', () => {
  it('numbers the lines as the input has them', () => {
    const text = rowsToText(sourceRows(model, { width: 120 }));
    expect(text).toContain('\n   3 │ The ferry loses money each winter, I grant that.\n');
    expect(text).toContain('\n  12 │ Who would pay for the bridge toll?\n');
  });

  it('gives the post instead of lines where the format has none', () => {
    expect(rowsToText(sourceRows(openAnalysis(ferryCamps()), { width: 80 }))).toContain(
      ' Bo #2 · answers Ada #1\n     │ No, the ferry has to go.\n',
    );
  });

  it('marks quoted words and says whose they are', () => {
    const rows = sourceRows(model, { width: 100 });
    expect(inTone(rows, 'quote')).toEqual(['> The ferry loses money each winter']);
    expect(rowsToText(rows)).toContain('> The ferry loses money each winter\n       → quoted from Ada L1–3\n');
  });

  it('marks unmarked quotes in the gutter', () => {
    const graph = buildGraphFile({
      posts: [
        { by: 'Ada', text: 'The pier is sound.' },
        { by: 'Bo', text: 'The pier is sound.\nIt is not.', quotes: [{ words: 'The pier is sound.', from: 1 }] },
      ],
    });
    expect(rowsToText(sourceRows(openAnalysis(graph), { width: 60 }))).toContain('   2 > The pier is sound.\n');
  });

  it('highlights exactly the words asked for, across wrapped rows', () => {
    const start = model.file.posts[0]!.text.indexOf('heavy lorries');
    const highlight = [{ post: 'p1', start, end: start + 'heavy lorries through the village every morning'.length }];
    const rows = sourceRows(model, { width: 60, highlight });
    expect(inTone(rows, 'match').join(' ')).toBe('heavy lorries through the village every morning');
  });

  it('highlights the words behind a crux', () => {
    const rows = sourceRows(model, { width: 200, highlight: { kind: 'crux', id: 'x1' } });
    expect(inTone(rows, 'match')).toEqual([
      'I think our crux is whether the ferry can carry everybody who lives here in ten years.',
      'I agree that our crux is capacity: the ferry cannot carry everybody in ten years',
      'The ferry can carry everybody in ten years if we run it hourly',
    ]);
  });

  it('knows the words of every kind of target', () => {
    const kinds = {
      crux: 'x2',
      agreement: 'g1',
      unanswered: 'u1',
      issue: 'i1',
      term: '0',
      claim: 'c1',
      post: 'p2',
      notice: '0',
    };
    const counts = Object.entries(kinds).map(([kind, id]) => [
      kind,
      wordsOfTarget(model, { kind, id } as never).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      crux: 4,
      agreement: 2,
      unanswered: 1,
      issue: 2,
      term: 2,
      claim: 1,
      post: 1,
      notice: 1,
    });
    expect(wordsOfTarget(model, { kind: 'crux', id: 'none' })).toEqual([]);
  });

  it('keeps the line numbers of a post that lies in the input in several pieces', () => {
    const file = buildGraphFile({ posts: [{ by: 'Ada', text: 'one\ntwo\nthree\nfour' }] });
    const pieces = [
      { start: 0, end: 4, sourceStart: 0, firstLine: 1 },
      { start: 4, end: 14, sourceStart: 90, firstLine: 31 },
      { start: 14, end: 18, sourceStart: 200, firstLine: 70 },
    ];
    const posts = file.posts.map((post) => ({ ...post, pieces }));
    expect(rowsToText(sourceRows(openAnalysis({ ...file, posts }), { width: 60 }))).toBe(
      [' Ada L1–4', '   1 │ one', '  31 │ two', '  32 │ three', '  70 │ four', ''].join('\n'),
    );
  });

  it('shows a post that is gone as gone', () => {
    const graph = buildGraphFile({ posts: [{ by: 'Ada', text: '', state: 'removed-by-moderator' }] });
    expect(rowsToText(sourceRows(openAnalysis(graph), { width: 60 }))).toBe(' Ada L1 · removed-by-moderator\n');
  });
});
