import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { type Analysis, openAnalysis } from '../../src/analysis/index.ts';
import { detailRows, forkRows, ladderRows, matrixRows, type Row, sourceRows } from '../../src/views/index.ts';
import { buildGraphFile, type GraphSpec } from '../helpers/graph-file-builder.ts';

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

const scrap = fc.constantFrom(
  ...['\u001b[31mred\u001b[0m', '\u001b]0;title\u0007', '\u009b2J', '\u202eevil', '\u2066x\u2069', '\u200b', '\ufeff'],
  ...[
    '家族は島に住む',
    '한국어',
    'ﷺ',
    '👨‍👩‍👧‍👦',
    '⚠️',
    '❤️‍🔥',
    '1️⃣',
    '🇫🇷',
    '🇫',
    '👍🏽',
    'नमस्ते',
    'e\u0301\u0301',
    '\u0600',
    '\ud800',
  ],
  ...['\n', '\n\n', '\r\n', '\t', '\u2028', '\u0000', '\u007f', ' ', '   ', '“', '…'],
  ...['x'.repeat(300), '長'.repeat(150), 'https://example.org/'.repeat(9), 'The boat is old.', 'No, it is not.'],
  ...['**bold**', '[words](https://example.org)', '> quoted', '# head', '`code`', '*', '_'],
);
const text = fc.array(scrap, { minLength: 1, maxLength: 8 }).map((scraps) => scraps.join(''));

const spec = fc
  .record({
    says: fc.array(text, { minLength: 4, maxLength: 4 }),
    names: fc.array(text, { minLength: 3, maxLength: 3 }),
    words: fc.array(text, { minLength: 6, maxLength: 6 }),
    byRules: fc.boolean(),
    lines: fc.boolean(),
    worded: fc.boolean(),
  })
  .map(({ says, names, words, byRules, lines, worded }): GraphSpec => {
    const by = names.map((name, at) => `${name}${at}`);
    return {
      posts: says.map((said, at) => ({ by: by[at % 3]!, text: said, ...(at > 0 ? { answers: 1 } : {}) })),
      lines,
      source: words[0]!,
      title: words[1]!,
      format: words[2]!,
      inferred: 0.3,
      ...(byRules ? { reader: { name: 'rules', model: null, version: '1' } as const } : {}),
      claims: says.map((said, at) => ({ id: `c${at}`, post: at + 1, of: at < 3 ? 'o' : 'q', words: said })),
      ...(worded ? { wordings: { o: words[3]! } } : {}),
      moves: says.map((said, at) => ({ id: `m${at}`, type: at === 0 ? 'crux' : 'agree', post: at + 1, words: said })),
      relations: [{ id: 'r', from: 'q', to: 'o', words: [{ post: 4, words: says[3]! }] }],
      issues: [
        {
          proposition: 'o',
          gap: 1.2,
          sides: by.map((speaker, at) => ({ speaker, camp: null, value: at === 0 ? 0.8 : -0.4 })),
          conviction: [{ speaker: by[0]!, proposition: 'o', nats: 2 }],
        },
      ],
      cruxes: [
        {
          item: 'o',
          issue: 'i1',
          kind: 'double',
          score: 0.5,
          question: words[3]!,
          settledBy: words[4]!,
          declared: true,
          moves: ['m0'],
          sides: [['c0'], ['c1'], ['c2']],
          closes: { [by[0]!]: { plain: 0.5, capped: 0.2 } },
          waypoints: ['q'],
        },
        { item: 'r', kind: 'bearing', score: 0.2, sides: [['c0'], ['c1']] },
        { item: 'q', sides: [['c3'], ['c1']] },
      ],
      agreements: [{ proposition: 'o', speakers: by, claims: ['c0'], moves: ['m1', 'm2'], hinge: 'q', hollow: true }],
      unanswered: [{ claim: 'c3', notBy: [by[1]!], closes: 0.2 }],
      terms: [
        {
          term: words[5]!,
          verbality: 0.7,
          senses: says.map((_, at) => ({ speakers: [by[at % 3]!], claim: `c${at}` })),
        },
      ],
      notices: [{ rule: words[4]!, post: 'p1', text: words[5]! }],
    };
  });

function allRows(analysis: Analysis, options: { width: number; glyphs: 'unicode' | 'ascii' }): readonly Row[] {
  const fork = forkRows(analysis, options);
  const targets = [...fork, ...matrixRows(analysis, options)].flatMap(({ target }) => target ?? []);
  const details = targets.flatMap((target) => [
    ...detailRows(analysis, target, options),
    ...sourceRows(analysis, { ...options, highlight: target }),
  ]);
  return [...fork, ...ladderRows(analysis, options), ...matrixRows(analysis, options), ...details];
}

describe('rows of hostile texts', () => {
  it('are never wider than asked for and never hold a control character', () => {
    const glyphs = fc.constantFrom('unicode' as const, 'ascii' as const);
    fc.assert(
      fc.property(spec, fc.integer({ min: 36, max: 200 }), glyphs, (graph, width, set) => {
        for (const { runs } of allRows(openAnalysis(buildGraphFile(graph)), { width, glyphs: set })) {
          const line = runs.map((run) => run.text).join('');
          expect(line).not.toMatch(CONTROL);
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('draw something even in one column', () => {
    const [graph] = fc.sample(spec, { numRuns: 1, seed: 7 });
    const rows = allRows(openAnalysis(buildGraphFile(graph!)), { width: 1, glyphs: 'unicode' });
    expect(rows.every(({ runs }) => stringWidth(runs.map(({ text }) => text).join('')) <= 1)).toBe(true);
  });
});
