import { describe, expect, it } from 'vitest';
import { closeBySwap } from '../../src/divergence/belief/closure.ts';
import { rankItems } from '../../src/divergence/belief/rank.ts';
import { scoreItems } from '../../src/divergence/belief/score-items.ts';
import { differInKind, scoreItem } from '../../src/divergence/belief/verdict.ts';
import { findWaypoints } from '../../src/divergence/belief/waypoints.ts';
import { sketch } from '../helpers/belief.ts';

describe('hard cases of the score', () => {
  it('does not take the rejection of a reason for the rejection of its conclusion', () => {
    const { dispute, claim } = sketch({ claims: ['r', 'd'], links: { 'd→r': 2 } });
    const [, T] = dispute({ views: { r: 0.8, d: 0.8 } }, { views: { d: -0.8 } }).beliefs;
    expect(T.strength[claim('r')]).toBe(0);
  });

  it('sees no gap in kind between strong and mild agreement', () => {
    expect(differInKind(0.8, 0.5)).toBe(false);
    expect(differInKind(0.8, 0.2)).toBe(true);
    expect(differInKind(0.4, -0.1)).toBe(true);
    expect(differInKind(0.2, -0.1)).toBe(false);
    const { dispute, item } = sketch({ claims: ['r', 'c'], links: { 'c→r': 1 } });
    const apart = dispute({ views: { r: 0.8, c: 0.8 } }, { views: { r: 0.5, c: 0.5 } });
    expect(scoreItem(apart, item('c')).verdict).toBe('none');
  });

  it('finds no single crux among six equal reasons, but one when it stands alone', () => {
    const names = ['1', '2', '3', '4', '5', '6'];
    const six = sketch({ claims: ['r', ...names], links: Object.fromEntries(names.map((name) => [`${name}→r`, 1])) });
    const held = (view: number) => ({ views: Object.fromEntries(['r', ...names].map((name) => [name, view])) });
    const scores = scoreItems(six.dispute(held(0.8), held(-0.8)));
    expect(scores).toHaveLength(6);
    for (const { plain, capped, verdict } of scores) {
      expect(verdict).toBe('overdetermined');
      for (const side of [0, 1] as const) {
        expect(plain[side]).toBeCloseTo(0.3187, 4);
        expect(capped[side]).toBeCloseTo(0, 12);
      }
    }
    const one = sketch({ claims: ['r', '1'], links: { '1→r': 1 } });
    const views = (view: number) => ({ views: { r: view, 1: view } });
    const alone = scoreItem(one.dispute(views(0.8), views(-0.8)), one.item('1'));
    expect(alone.verdict).toBe('double');
    for (const side of [0, 1] as const) {
      expect(alone.plain[side]).toBeCloseTo(0.3187, 4);
      expect(alone.capped[side]).toBeCloseTo(0.3187, 4);
    }
  });

  it('finds an undercutting claim to be the crux and the inference it cuts its waypoint', () => {
    const { dispute, item } = sketch({ claims: ['r', 'd', 'k'], links: { 'd→r': 2 }, undercuts: ['k↛d→r'] });
    const apart = dispute({ views: { d: 0.8, r: 0.8, k: -0.8 } }, { views: { d: 0.8, r: -0.5, k: 0.8 } });
    const k = scoreItem(apart, item('k'));
    expect(k.verdict).toBe('double');
    expect(k.plain[0]).toBeCloseTo(0.3923, 4);
    expect(k.plain[1]).toBeCloseTo(0.5735, 4);
    const { reported } = findWaypoints(apart, rankItems(scoreItems(apart)));
    expect(reported.map((score) => score.item)).toEqual([item('k')]);
  });

  it('reports both a claim and its reason when the reason has its own way to the root', () => {
    const { dispute, item, claim } = sketch({ claims: ['r', 'a', 'd'], links: { 'd→a': 0.5, 'd→r': 2, 'a→r': 2 } });
    const apart = dispute({ views: { r: 0.8, a: 0.8, d: 0.8 } }, { views: { r: -0.8, a: -0.8, d: -0.8 } });
    const scores = rankItems(scoreItems(apart));
    expect(scores.map((score) => score.item)).toEqual([item('d'), item('a')]);
    expect(scores[0]!.score).toBeCloseTo(0.877, 3);
    expect(scores[1]!.score).toBeCloseTo(0.79, 3);
    expect(closeBySwap(apart, [item('d')], 'plain', claim('a'))[0]).toBeCloseTo(0.123, 3);
    expect(findWaypoints(apart, scores).reported).toHaveLength(2);
  });

  it('lets a denied condition pull its claim down and an accepted one do nothing', () => {
    const { dispute, claim } = sketch({ claims: ['r', 'k'], links: { 'k→r': { weight: 2, condition: true } } });
    const [denies, accepts] = dispute({ views: { k: -0.8 } }, { views: { k: 0.8 } }).beliefs;
    expect(denies.strength[claim('r')]).toBeCloseTo(Math.tanh(-0.8), 12);
    expect(accepts.strength[claim('r')]).toBe(0);
  });

  it('does not rank a swap that drives both sides further apart', () => {
    const { dispute, item } = sketch({ claims: ['r', 'c'], links: { 'c→r': 1 } });
    const apart = dispute({ views: { r: 0.8, c: -0.8 } }, { views: { r: -0.8, c: 0.8 } });
    const score = scoreItem(apart, item('c'));
    expect(score.plain[0]).toBeLessThan(0);
    expect(score.verdict).toBe('backfires');
    expect(rankItems(scoreItems(apart))).toEqual([]);
  });

  it('calls a swap one-sided when only one side moves by it', () => {
    const { dispute, item } = sketch({ claims: ['r', 'c'], links: { 'c→r': 2 } });
    const apart = dispute({ views: { r: 0.5, c: 0.8 } }, { views: { r: -0.5, c: -0.8 }, endorses: { 'c→r': 0 } });
    expect(scoreItem(apart, item('c'))).toMatchObject({ verdict: 'one-sided', score: 0 });
  });
});
