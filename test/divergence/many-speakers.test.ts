import { describe, expect, it } from 'vitest';
import { debate, type Turn } from '../helpers/debate.ts';

describe('with many speakers', () => {
  const inferences = { 'c→r': { in: 1, strength: 'strong' } } as const;

  it('forms camps by stated views on the issue when no pair dominates', () => {
    const turns: Turn[] = [
      { by: 'A', says: { r: 'assert', c: 'assert' } },
      { by: 'B', says: { r: 'reject', c: 'reject' }, replyTo: 'p1' },
      { by: 'C', says: { r: 'hedge', c: 'hedge' }, replyTo: 'p2' },
      { by: 'D', says: { r: 'doubt' }, replyTo: 'p3' },
    ];
    const { result, name } = debate(turns, inferences);
    expect(result.issues).toHaveLength(1);
    expect(result.issues[0]!.sides).toEqual([
      { speaker: 'A', camp: 'pro', value: 0.8 },
      { speaker: 'C', camp: 'pro', value: 0.5 },
      { speaker: 'B', camp: 'con', value: -0.8 },
      { speaker: 'D', camp: 'con', value: -0.5 },
    ]);
    // Camp views are mean log-odds: tanh of a quarter of L(.8) + L(.5).
    const camp = Math.tanh((Math.log(9) + Math.log(3)) / 4);
    expect(result.issues[0]!.gap).toBeCloseTo(2 * camp, 12);
    expect(result.cruxes.map(({ item, sides }) => [name(item), sides.map(({ speaker }) => speaker)])).toEqual([
      ['c', ['A', 'C', 'B']],
    ]);
    const closes = result.cruxes[0]!.closes!;
    expect(closes['A']).toEqual(closes['C']);
    expect(Object.keys(closes).sort()).toEqual(['A', 'B', 'C']);
  });

  it('halves the score of a claim that divides a camp', () => {
    const turns = (third: 'assert' | 'reject'): Turn[] => [
      { by: 'A', says: { r: 'assert', c: 'assert' } },
      { by: 'B', says: { r: 'reject', c: 'reject' }, replyTo: 'p1' },
      { by: 'C', says: { r: 'assert', c: 'assert' }, replyTo: 'p2' },
      { by: 'D', says: { r: 'assert', c: third }, replyTo: 'p3' },
    ];
    const united = debate(turns('assert'), inferences).result.cruxes[0]!;
    const divided = debate(turns('reject'), inferences).result.cruxes[0]!;
    expect(united.divided).toBe(false);
    expect(divided.divided).toBe(true);
    expect(divided.score!).toBeLessThan(united.score! / 2);
  });

  it('compares pairs when one pair makes most of the answering turns, and only pairs that met', () => {
    const turns: Turn[] = [
      { by: 'A', says: { r: 'assert', c: 'assert' } },
      { by: 'B', says: { r: 'reject', c: 'reject' }, replyTo: 'p1' },
      { by: 'A', says: {}, replyTo: 'p2' },
      { by: 'B', says: {}, replyTo: 'p3' },
      { by: 'C', says: { r: 'reject', c: 'reject' }, replyTo: 'p2' },
    ];
    const { result } = debate(turns, inferences);
    expect(result.issues.map(({ sides }) => sides.map(({ speaker, camp }) => `${speaker} ${camp}`))).toEqual([
      ['A null', 'B null'],
    ]);
    const asked = debate(turns, inferences, {}, { pair: ['A', 'C'] }).result;
    expect(asked.issues.map(({ sides }) => sides.map(({ speaker }) => speaker))).toEqual([['A', 'C']]);
  });

  it('scores at most ten pairs', () => {
    const voices = Array.from({ length: 15 }, (_, index) => `V${String(index).padStart(2, '0')}`);
    const turns: Turn[] = [{ by: 'A', says: { r: 'assert' } }];
    for (const by of voices) turns.push({ by, says: { r: 'reject' }, replyTo: 'p1' });
    for (let turn = 0; turn < 30; turn++) turns.push({ by: 'V00', says: {}, replyTo: 'p1' });
    expect(debate(turns).result.issues).toHaveLength(10);
  });

  it('lets further speakers change no figure of a pair', () => {
    const two: Turn[] = [
      { by: 'A', says: { r: 'assert', c: 'assert', d: 'hedge' } },
      { by: 'B', says: { r: 'reject', c: 'reject', d: 'reject' }, replyTo: 'p1' },
    ];
    const links = { ...inferences, 'd→c': { in: 1 } } as const;
    const three: Turn[] = [...two, { by: 'C', says: { r: 'hedge', c: 'doubt', e: 'assert' }, replyTo: 'p2' }];
    const figures = ({ result, name }: ReturnType<typeof debate>) =>
      result.cruxes.map(({ item, score, closes }) => [name(item), score, closes]);
    const pair = { pair: ['A', 'B'] } as const;
    expect(figures(debate(three, { ...links, 'e→r': { in: 3 } }, {}, pair))).toEqual(figures(debate(two, links)));
  });

  it('shares ground only between different camps', () => {
    const turns: Turn[] = [
      { by: 'A', says: { r: 'assert', x: 'assert', y: 'assert' } },
      { by: 'B', says: { r: 'reject', y: 'assert' }, replyTo: 'p1' },
      { by: 'C', says: { r: 'assert', x: 'assert' }, replyTo: 'p2' },
      { by: 'D', says: { r: 'reject' }, replyTo: 'p3' },
    ];
    const { result, name } = debate(turns);
    expect(result.agreements.map(({ proposition, speakers }) => [name(proposition), speakers])).toEqual([
      ['y', ['A', 'B']],
    ]);
  });
});
