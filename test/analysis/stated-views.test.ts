import { describe, expect, it } from 'vitest';
import { statedViews } from '../../src/analysis/stated-views.ts';
import type { Claim, CruxSide } from '../../src/graph-file/index.ts';

const claims = new Map(
  [
    ['c1', 'k'],
    ['c2', 'k'],
    ['c3', 'other'],
  ].map(([id, proposition]) => [id!, { id, proposition } as Claim]),
);
const side = (speaker: string, value: number, claim: string): CruxSide => ({
  speaker,
  camp: null,
  stance: value > 0 ? 'assert' : 'reject',
  value,
  claims: [claim],
});
const viewsOf = (...sides: CruxSide[]) => [...statedViews({ claims }, { item: 'k', sides })];

describe('the views stated on a crux', () => {
  it('are yes and no where both sides speak of the very claim', () => {
    expect(viewsOf(side('ann', 0.8, 'c1'), side('bob', -0.5, 'c2'))).toEqual([
      ['ann', 'yes'],
      ['bob', 'no'],
    ]);
  });

  it('are there also where one of them is weak, for it is shown beside the question', () => {
    expect(viewsOf(side('ann', 0.8, 'c1'), side('bob', -0.1, 'c2'))).toHaveLength(2);
  });

  it('leave out who is undecided', () => {
    expect(viewsOf(side('ann', 0.8, 'c1'), side('bob', -0.5, 'c2'), side('cy', 0, 'c2'))).toHaveLength(2);
  });

  it.each([
    ['all hold it', side('ann', 0.8, 'c1'), side('bob', 0.3, 'c2')],
    ['one is undecided', side('ann', 0.8, 'c1'), side('bob', 0, 'c2')],
    ['one speaks of another claim', side('ann', 0.8, 'c1'), side('bob', -0.5, 'c3')],
  ])('are none where %s', (_why, one, other) => {
    expect(viewsOf(one, other)).toEqual([]);
  });
});
