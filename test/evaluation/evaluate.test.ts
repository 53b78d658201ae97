import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bootstrap,
  compareEvaluations,
  comparisonRows,
  evaluate,
  type Figures,
  labelF1,
  MEASURE_NAMES,
  macroF1,
  meanOf,
  scoreThread,
  type ThreadScore,
  tableRows,
} from '../../src/evaluation/index.ts';
import { ROOF_TEXT, roofGold, roofGraph } from './roof-dispute.ts';

function score(thread: string, known: Partial<Figures>): ThreadScore {
  const figures = Object.fromEntries(MEASURE_NAMES.map((measure) => [measure, known[measure] ?? null])) as Figures;
  return { name: `${thread}.crux.json`, thread, reader: 'rules', golds: 1, figures };
}

describe('figures over threads', () => {
  const threads = [score('a', { author: 0.2, reply: 1 }), score('b', { author: 0.6 }), score('c', { author: 1 })];
  const summary = (measure: string) => evaluate(threads).summary.find((each) => each.measure === measure)!;

  it('are means over the threads that have them, with an interval where there are two or more', () => {
    expect(summary('author')).toMatchObject({ threads: 3 });
    expect(summary('author').mean).toBeCloseTo(0.6, 12);
    expect(summary('reply')).toEqual({ measure: 'reply', mean: 1, interval: null, threads: 1 });
    expect(summary('agr_r')).toEqual({ measure: 'agr_r', mean: null, interval: null, threads: 0 });
  });

  it('have the interval of means of threads drawn anew', () => {
    // Means of three draws from 0.2, 0.6, 1: all three equal to 0.2 has a chance of 1/27, so 2.5% lies on the lowest mean.
    expect(summary('author').interval!.low).toBeCloseTo(0.2, 12);
    expect(summary('author').interval!.high).toBeCloseTo(1, 12);
    const wide = bootstrap(
      Array.from({ length: 400 }, (_, at) => at % 2),
      meanOf,
      4000,
      7,
    )!;
    // The standard error of the mean of 400 coins is 0.025.
    expect(wide.low).toBeCloseTo(0.5 - 1.96 * 0.025, 2);
    expect(wide.high).toBeCloseTo(0.5 + 1.96 * 0.025, 2);
  });

  it('are the same whenever they are computed, and hold the mean between the ends', () => {
    expect(evaluate(threads)).toEqual(evaluate(threads));
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer(), (some, seed) => {
        const { low, high } = bootstrap(some, meanOf, 200, seed)!;
        const mean = some.reduce((sum, value) => sum + value, 0) / some.length;
        expect(low).toBeLessThanOrEqual(mean + 1e-9);
        expect(high).toBeGreaterThanOrEqual(mean - 1e-9);
      }),
      { numRuns: 50 },
    );
  });

  it('make a table of those measures that some thread has', () => {
    expect(tableRows(evaluate(threads))).toEqual([
      ['thread', 'author', 'reply'],
      ['a.crux.json', '0.20', '1.00'],
      ['b.crux.json', '0.60', '–'],
      ['c.crux.json', '1.00', '–'],
      ['mean', '0.60', '1.00'],
      ['from', '0.20', '–'],
      ['to', '1.00', '–'],
    ]);
    expect(tableRows(evaluate([score('a', {})]), ['agr_p'])[1]).toEqual(['a.crux.json', '–']);
  });

  it('are means over annotators, null where one has nothing to measure', () => {
    const agreeing = roofGold({ agreements: [{ authors: ['Ann', 'Bo'], lines: [4] }] });
    const late = roofGold({ posts: [{ id: 'p1', author: 'Ann', first_line: 1, last_line: 6 }] });
    const { figures, golds, reader } = scoreThread('roof', roofGraph(), [agreeing, late], ROOF_TEXT);
    expect(golds).toBe(2);
    expect(reader).toBe('test-model');
    expect(figures.post_f1).toBeCloseTo((1 + 2 / 5) / 2, 12);
    expect(figures.agr_r).toBeNull();
  });
});

describe('the comparison of two results', () => {
  const before = evaluate([
    score('a', { author: 0.5 }),
    score('b', { author: 0.5 }),
    score('c', { author: 0.5, reply: 1 }),
    score('x', { author: 0 }),
  ]);
  const after = evaluate([score('c', { author: 0.6 }), score('b', { author: 0.9 }), score('a', { author: 0.8 })]);
  const { differences, unpaired } = compareEvaluations(before, after);
  const author = differences.find(({ measure }) => measure === 'author')!;

  it('pairs threads by what was read, not by order, and names those left over', () => {
    expect(author).toMatchObject({ threads: 3, before: 0.5, better: 3, worse: 0 });
    expect(author.difference).toBeCloseTo(0.8 / 3, 12);
    expect(unpaired).toEqual(['x.crux.json']);
  });

  it('says how often chance alone would part them so far', () => {
    // All three better: only the two of eight sign patterns that agree reach the sum.
    expect(author.p).toBe(0.25);
    expect(author.interval!.low).toBeCloseTo(0.1, 12);
    expect(author.interval!.high).toBeCloseTo(0.4, 12);
    const same = compareEvaluations(after, after).differences.find(({ measure }) => measure === 'author')!;
    expect(same).toMatchObject({ difference: 0, p: 1, better: 0, worse: 0 });
  });

  it('draws signs where there are too many to try all', () => {
    const many = (value: number) => evaluate(Array.from({ length: 20 }, (_, at) => score(`t${at}`, { author: value })));
    const [found] = compareEvaluations(many(0.5), many(0.7)).differences.filter(({ threads }) => threads > 0);
    expect(found!.p).toBeCloseTo(1 / 2001, 12);
  });

  it('makes a table of measures that both have', () => {
    expect(comparisonRows({ schema: 'cruxgraph-comparison/1', differences, unpaired })).toEqual([
      ['measure', 'threads', 'before', 'after', 'difference', 'from', 'to', 'p', 'better', 'worse'],
      ['author', '3', '0.50', '0.77', '+0.27', '+0.10', '+0.40', '0.250', '3', '0'],
    ]);
  });
});

describe('macro-F1', () => {
  const pair = (gold: string, predicted: string) => ({ gold, predicted });

  it('is the mean over labels, by default those that occur', () => {
    const pairs = [pair('a', 'a'), pair('a', 'b'), pair('b', 'b'), pair('b', 'b')];
    expect(labelF1(pairs, 'a')).toBeCloseTo(2 / 3, 12);
    expect(labelF1(pairs, 'b')).toBeCloseTo(4 / 5, 12);
    expect(labelF1(pairs, 'c')).toBeNull();
    expect(macroF1(pairs)).toBeCloseTo((2 / 3 + 4 / 5) / 2, 12);
    expect(macroF1(pairs, ['a', 'b', 'c'])).toBeCloseTo((2 / 3 + 4 / 5) / 3, 12);
    expect(macroF1([])).toBeNull();
  });
});
