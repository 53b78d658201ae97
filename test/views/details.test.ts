import { describe, expect, it } from 'vitest';
import { openAnalysis } from '../../src/analysis/index.ts';
import { detailRows, ladderRows, matrixRows, rowsToText, summarySentence } from '../../src/views/index.ts';
import { buildGraphFile } from '../helpers/graph-file-builder.ts';
import { ferryAlone, ferryApart, ferryByModel, ferryByRules } from './ferry.ts';
import { ferryCamps } from './ferry-camps.ts';

const model = openAnalysis(ferryByModel());
const rules = openAnalysis(ferryByRules());

describe('a detail view', () => {
  it('gives both sides in full, their reasons, the moves with their rule, and what would settle it', () => {
    const text = rowsToText(detailRows(model, { kind: 'crux', id: 'x1' }, { width: 120 }));
    for (const part of [
      'double crux: either side would move',
      '0.85, 0.42–1.00 under uncertain labels',
      '52% of the gap starts here',
      'A count of commuters against the seats of an hourly timetable.',
      'closes 34–85% of the gap (capped and plain reading)',
      'Ada L7 “The ferry can carry everybody in ten years if we run it hourly”',
      'Bo L6 “the school is growing and two boats is all the pier can take”',
      'label: crux · rule crux-cue · confidence 0.70',
    ])
      expect(text).toContain(part);
  });

  it('gives a contention no figure but those of its labels', () => {
    const text = rowsToText(detailRows(rules, { kind: 'crux', id: 'x1' }, { width: 120 }));
    expect(text).toContain('point of contention: no closure computed');
    expect(text).not.toMatch(/%|score|closes|origin/);
  });

  it('lets each claim in it be opened', () => {
    const targets = detailRows(model, { kind: 'crux', id: 'x1' }, { width: 120 }).map(({ target }) => target?.id);
    expect([...new Set(targets)]).toEqual(['x1', undefined, 'c7', 'c8', 'c5', 'c6', 'p1', 'p2']);
  });

  it('says so when there is no such thing', () => {
    const rows = detailRows(model, { kind: 'agreement', id: 'g9' }, { width: 60 });
    expect(rowsToText(rows)).toBe(' no agreement g9 in this file\n');
  });
});

describe('the ladder', () => {
  it('puts a crux below the claims that it works through, each of them once', () => {
    const text = rowsToText(ladderRows(model, { width: 140 }));
    expect(text).toMatch(/· +The island should keep its ferry instead of building a bridge\n ▷3 .*└ Do storms/);
    expect(text).toContain('34% of the gap is not traced to any stated reason');
  });

  it('lists every point of contention, not only the first three', () => {
    expect(rowsToText(ladderRows(rules, { width: 100 }))).toContain('•4  A? L8 “Most storms last less than a day.”');
  });
});

describe('the matrix', () => {
  it('counts agreement over plain views only', () => {
    const text = rowsToText(matrixRows(openAnalysis(ferryCamps()), { width: 100 }));
    expect(text).toMatch(/The ferry should be kept .*\+ +− +\+ +− +~ +0\.50 +issue/);
    expect(text).toMatch(/The pier is sound .*\+ +· +\+ +− +· +0\.60 +◇0\.32/);
  });

  it('gives the speaker of quoted words a plus for them', () => {
    expect(rowsToText(matrixRows(rules, { width: 100 }))).toMatch(/B\? L6 “the ferry cannot carry.*− +\+ +★1/);
  });

  it('keeps the voices that state most where not all fit', () => {
    const names = Array.from({ length: 30 }, (_, at) => `Voice${at}`);
    const graph = buildGraphFile({
      posts: names.map((by) => ({ by, text: `${by} is here.` })),
      claims: names.map((by, at) => ({
        id: `c${at}`,
        post: at + 1,
        of: at > 26 ? 'late' : `o${at}`,
        words: `${by} is here.`,
      })),
    });
    const text = rowsToText(matrixRows(openAnalysis(graph), { width: 80 }));
    expect(text).toContain('without a column');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('the summary sentence', () => {
  it('is one sentence for each kind of result', () => {
    expect(summarySentence(model)).toBe(
      'They part on: Can the ferry carry everybody in ten years? (0.85); 3 shared claims; 4 unanswered.',
    );
    expect(summarySentence(rules)).toBe(
      '4 points of contention found (no closure computed), first: A? L7 “The ferry can carry everybody in ten years if we run it hourly” / B? L6 “the ferry cannot carry everybody in ten years”; 1 agreement found; 2 open.',
    );
    expect(summarySentence(openAnalysis(ferryAlone()))).toBe('One voice: nothing to compare; 2 open claims.');
    expect(summarySentence(openAnalysis(ferryApart()))).toBe(
      'No point of contention found by cues; 0 agreements found.',
    );
    expect(summarySentence(openAnalysis(buildGraphFile({ posts: [] })))).toBe('No posts: nothing to compare.');
  });

  it('can speak of one pair', () => {
    expect(summarySentence(openAnalysis(ferryCamps()), ['Ada', 'Bo'])).toContain('No stated gap found');
  });
});
