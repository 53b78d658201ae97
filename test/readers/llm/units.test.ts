import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halve, planUnits, sizeOfUnit, type Unit } from '../../../src/readers/llm/read/units.ts';
import { longThread } from './long-thread.ts';
import { talk } from './talk.ts';

const idsOf = (units: readonly Unit[]) =>
  units.map(({ turns }) => turns.map(({ post, from, to }) => `${post.text} ${from} ${to}`).join());
const SKETCHES = longThread(60, 120, 'chain').posts.map(({ speaker, text }) => ({ by: speaker, text }));

describe('units', () => {
  it('hold every sentence of every post with own words once, in order, and at most 3,000 tokens', () => {
    const thread = longThread(60, 255, 'tree');
    const units = planUnits(thread);
    const held = units.flatMap(({ turns }) =>
      turns.flatMap(({ index, from, to }) => Array.from({ length: to - from }, (_, at) => `${index}.${from + at}`)),
    );
    expect(held).toEqual(thread.posts.flatMap(({ sentences }, index) => sentences.map((_, at) => `${index}.${at}`)));
    expect(Math.max(...units.map(sizeOfUnit))).toBeLessThanOrEqual(3000);
    expect(units).toHaveLength(6);
  });

  it('change only at the end when a post is appended', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 59 }), (count) => {
        const before = idsOf(planUnits(talk(SKETCHES.slice(0, count))));
        const after = idsOf(planUnits(talk(SKETCHES.slice(0, count + 1))));
        const same = before.filter((unit, at) => unit === after[at]).length;
        expect(same).toBeGreaterThanOrEqual(before.length - 1);
        expect(after.length - same).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  it('are soon the same again behind a post that is put in', () => {
    const posts = longThread(300, 120, 'chain').posts.map(({ speaker, text }) => ({ by: speaker, text }));
    const before = new Set(idsOf(planUnits(talk(posts))));
    const after = idsOf(
      planUnits(talk([...posts.slice(0, 20), { by: 'Zoe', text: 'I missed that.' }, ...posts.slice(20)])),
    );
    expect(after.filter((unit) => !before.has(unit)).length).toBeLessThan(6);
  });

  it('cut a post that is too large between sentences', () => {
    const text = Array.from({ length: 400 }, (_, at) => `This is sentence number ${at} of a very long article.`).join(
      ' ',
    );
    const units = planUnits(talk([{ by: 'Ann', text }]));
    expect(units.map(({ turns }) => turns.map(({ from, to }) => to - from))).toEqual([[214], [186]]);
  });

  it('leave out posts without words of their own, and hold at most 60 turns', () => {
    const short = Array.from({ length: 70 }, (_, at) => ({ by: `S${at}`, text: 'No way.' }));
    const units = planUnits(talk([{ by: 'Ann', text: 'Quoted words.', quotes: ['Quoted words.'] }, ...short]));
    expect(units.reduce((sum, { turns }) => sum + turns.length, 0)).toBe(70);
    expect(Math.max(...units.map(({ turns }) => turns.length))).toBeLessThanOrEqual(60);
    expect(planUnits(talk([]))).toEqual([]);
  });

  it('are halved between turns, then between sentences', () => {
    const unit = planUnits(
      talk([
        { by: 'Ann', text: 'One thing. Another thing. A third.' },
        { by: 'Bob', text: 'Yes.' },
      ]),
    )[0]!;
    const [left, right] = halve(unit)!;
    expect([left, right].map(({ turns }) => turns.map(({ index, from, to }) => [index, from, to]))).toEqual([
      [[0, 0, 3]],
      [[1, 0, 1]],
    ]);
    const [one, two] = halve(left)!;
    expect([one, two].map(({ turns }) => turns.map(({ from, to }) => [from, to]))).toEqual([[[0, 1]], [[1, 3]]]);
    expect(halve(right)).toBeNull();
  });
});
