import { describe, expect, it } from 'vitest';
import type { Contention } from '../../src/divergence/contentions.ts';
import { joinContentions } from '../../src/divergence/join-contentions.ts';

/** Ids such as `a1b` are claims of Ann in sentence a1: the letter at the end tells two claims of one sentence apart. */
const wordsOf = (claim: string) => claim.slice(0, 2);
const between = (item: string, ann: string, bob: string): Contention => ({
  ...{ item, question: item, strength: 0.5, about: [item], marks: null },
  sides: [
    { speaker: 'Ann', camp: null, stance: 'assert', value: 0.8, claims: [ann] },
    { speaker: 'Bob', camp: null, stance: 'reject', value: -0.8, claims: [bob] },
  ],
});
const joined = (...contentions: readonly Contention[]) =>
  joinContentions(contentions, wordsOf).map(({ sides }) => sides.map(({ claims }) => claims));

describe('contentions', () => {
  it('that quote the same words of both are one, and show them once', () => {
    expect(joined(between('x', 'a1', 'b1'), between('y', 'a1b', 'b1'))).toEqual([[['a1'], ['b1']]]);
  });

  it('that start from the same words keep what is said beside them', () => {
    expect(joined(between('x', 'a1', 'b1'), between('y', 'a1b', 'b2'))).toEqual([[['a1'], ['b1', 'b2']]]);
  });

  it('of other words stay apart', () => {
    expect(joined(between('x', 'a1', 'b1'), between('y', 'a2', 'b1'))).toEqual([
      [['a1'], ['b1']],
      [['a2'], ['b1']],
    ]);
  });
});
