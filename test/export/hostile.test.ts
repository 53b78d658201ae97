// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAnalysis } from '../../src/analysis/index.ts';
import { exportAnalysis } from '../../src/export/index.ts';
import { buildGraphFile, type GraphSpec } from '../helpers/graph-file-builder.ts';
import { expectAif, expectXaif } from './aif-back.ts';
import { expectArgdown } from './argdown-back.ts';
import { expectCsv } from './csv-back.ts';
import { expectDot, expectSvg } from './drawing-back.ts';
import { hostileWords } from './hostile-words.ts';
import { expectMarkdown } from './markdown-back.ts';
import { expectMermaid } from './mermaid-back.ts';
import { expectGexf, expectGraphml } from './network-back.ts';

const RUNS = 40;

/** Hostile words in every place that takes words; three speakers, relations that cut each other, cruxes, agreements. */
const spec = fc
  .record({
    says: fc.array(hostileWords, { minLength: 5, maxLength: 5 }),
    names: fc.array(hostileWords, { minLength: 3, maxLength: 3 }),
    words: fc.array(hostileWords, { minLength: 8, maxLength: 8 }),
    worded: fc.boolean(),
    lines: fc.boolean(),
  })
  .map(({ says, names, words, worded, lines }): GraphSpec => {
    const by = names.map((name, at) => `${name}${at}`);
    const id = (at: number) => `o${at}`;
    return {
      posts: says.map((text, at) => ({ by: by[at % 3]!, text, ...(at > 0 ? { answers: at } : {}) })),
      lines,
      ...{ source: words[0]!, title: words[1]!, format: words[2]! },
      claims: says.map((text, at) => ({
        ...{ id: `c${at}`, post: at + 1, of: id(at % 4), words: text },
        stance: (['assert', 'hedge', 'reject', 'unsure', 'reported'] as const)[at]!,
      })),
      ...(worded ? { wordings: { o0: words[3]!, o1: words[4]! } } : {}),
      moves: says.map((text, at) => ({
        ...{ id: `m${at}`, post: at + 1, words: text },
        type: (['crux', 'agree', 'disagree', 'clarify', 'restate'] as const)[at]!,
        target: (['p1', 'c0', 'o1', 'p2', 'r1'] as const)[at]!,
      })),
      relations: [
        { id: 'r1', from: 'o1', to: 'o0', words: [{ post: 2, words: says[1]! }] },
        { id: 'r2', from: 'o2', to: 'r1', type: 'undercuts', words: [{ post: 3, words: says[2]!, endorsed: -1 }] },
        { id: 'r3', from: 'o3', to: 'o0', type: 'requires', words: [] },
        { id: 'r4', from: 'o2', to: 'o0', type: 'attacks', words: [{ post: 5, words: says[4]! }] },
      ],
      issues: [{ proposition: 'o0', gap: 1, sides: [{ speaker: by[0]!, camp: words[7]!, value: 0.8 }] }],
      cruxes: [
        {
          ...{ item: 'o0', issue: 'i1', kind: 'double', score: 0.5, question: words[5]!, settledBy: words[6]! },
          ...{
            declared: true,
            moves: ['m0'],
            sides: [['c0'], ['c4']],
            closes: { [by[0]!]: { plain: 0.5, capped: 0.2 } },
          },
        },
        { item: 'r1', kind: 'bearing', score: 0.2, sides: [['c0'], ['c1']], waypoints: ['o1'] },
      ],
      agreements: [{ proposition: 'o1', speakers: by, claims: ['c1'], moves: ['m1'], hinge: 'o2', hollow: true }],
      unanswered: [{ claim: 'c3', notBy: [by[1]!], closes: 0.2 }],
      terms: [{ term: words[6]!, verbality: 0.7, senses: [{ speakers: [by[0]!], claim: 'c0' }] }],
      notices: [{ rule: words[4]!, post: 'p1', text: words[5]! }],
    };
  });

const readers = {
  markdown: expectMarkdown,
  argdown: expectArgdown,
  aif: expectAif,
  xaif: expectXaif,
  graphml: expectGraphml,
  gexf: expectGexf,
  dot: expectDot,
  svg: expectSvg,
  mermaid: expectMermaid,
} as const;

describe('exports of hostile words', () => {
  it.each(Object.entries(readers))('are read back from %s word for word', async (format, read) => {
    const property = fc.asyncProperty(spec, async (graph) => {
      const analysis = openAnalysis(buildGraphFile(graph));
      const [file] = await exportAnalysis(analysis, format);
      await read(file!.text, analysis);
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  it('are read back from csv word for word, and none is a formula', async () => {
    const property = fc.asyncProperty(spec, async (graph) => {
      const analysis = openAnalysis(buildGraphFile(graph));
      expectCsv(await exportAnalysis(analysis, 'csv'), analysis);
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  it('come back from Argdown 3,000 times out of 3,000', async () => {
    const all = fc.sample(hostileWords, { numRuns: 3000, seed: 2026 });
    const size = 100;
    for (let at = 0; at < all.length; at += size) {
      const says = all.slice(at, at + size);
      const file = buildGraphFile({
        posts: says.map((text, number) => ({ by: 'AB'[number % 2]!, text })),
        claims: says.map((words, number) => ({ id: `c${number}`, post: number + 1, of: `o${number}`, words })),
        relations: says.slice(1).map((_, number) => ({
          ...{ id: `r${number}`, from: `o${number + 1}`, to: `o${number}`, words: [] },
          type: number % 2 === 0 ? ('supports' as const) : ('attacks' as const),
        })),
      });
      const analysis = openAnalysis(file);
      const [argdown] = await exportAnalysis(analysis, 'argdown');
      expectArgdown(argdown!.text, analysis);
    }
    expect(all).toHaveLength(3000);
  });
});
