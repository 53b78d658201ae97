import { describe, expect, it } from 'vitest';
import { closeBySwap } from '../../src/divergence/belief/closure.ts';
import { chooseCruxSet } from '../../src/divergence/belief/crux-set.ts';
import { pullsOn } from '../../src/divergence/belief/gradients.ts';
import { total, traceOrigins } from '../../src/divergence/belief/origin.ts';
import { rankItems } from '../../src/divergence/belief/rank.ts';
import { scoreItems } from '../../src/divergence/belief/score-items.ts';
import { reach } from '../../src/divergence/belief/suppose.ts';
import { scoreItem } from '../../src/divergence/belief/verdict.ts';
import { findWaypoints } from '../../src/divergence/belief/waypoints.ts';
import { sketch } from '../helpers/belief.ts';

// r: RL training of CoT systems is good for safety; a: such systems are easier to align; b: RL makes models more capable;
// c: the CoT reflects the real reasoning; d: slower progress is good; e: RL moves reasoning out of the forward pass.
const example = sketch({
  claims: ['r', 'a', 'b', 'c', 'd', 'e'],
  links: { 'a→r': 2, 'b→r': -1, 'd→r': -1, 'c→a': 2, 'e→a': 1 },
});
const dispute = example.dispute(
  { views: { r: 0.6, a: 0.8, b: 0.8, c: 0.8, e: 0.6 }, endorses: { 'b→r': 0.5 } },
  { views: { r: -0.6, a: -0.6, b: 0.8, c: -0.6, d: 0.8 } },
);
const [S, T] = dispute.beliefs;

describe('the worked example of six claims', () => {
  it('finds the conviction behind each stated view', () => {
    expect(S.conviction[example.claim('a')]).toBeCloseTo(-0.0028, 4);
    expect(S.conviction[example.claim('r')]).toBeCloseTo(0.1863, 4);
    expect(T.conviction[example.claim('a')]).toBeCloseTo(-0.1863, 4);
    expect(T.conviction[example.claim('r')]).toBeCloseTo(1.4137, 4);
    expect(dispute.gap).toBe(-1.2);
  });

  it('moves the root by a swap of c as worked out by hand', () => {
    const c = example.item('c');
    const path = reach(dispute.network, [c]);
    const inS = dispute.suppose[0]([{ item: c, value: -0.6 }], path, 'plain');
    expect(inS[example.claim('a')]).toBeCloseTo(-0.2926, 4);
    expect(inS[example.claim('r')]).toBeCloseTo(-0.3795, 4);
    const inT = dispute.suppose[1]([{ item: c, value: 0.8 }], path, 'plain');
    expect(inT[example.claim('a')]).toBeCloseTo(0.6087, 4);
    expect(inT[example.claim('r')]).toBeCloseTo(0.4743, 4);
  });

  it.each([
    ['a', 'double', [1.0072, 1.0072], 1, [1.0072, 0.5]],
    ['c', 'double', [0.8162, 0.8952], 0.8548, [0.8153, 0.3425]],
    ['b→r', 'overdetermined', [0.1194, 0.1194], 0.1194, [0.1194, 0]],
    ['d', 'unanswered', [0.2625, 0.2625], 0.2625, [0.2625, 0]],
    ['e', 'unanswered', [0.0789, 0.1367], 0.1039, [0.0784, 0]],
    ['b', 'none', [0, 0], 0, [0, 0]],
  ] as const)('scores %s as %s', (name, verdict, plain, score, capped) => {
    const found = scoreItem(dispute, example.item(name));
    expect(found.verdict).toBe(verdict);
    expect(found.score).toBeCloseTo(score, 4);
    for (const side of [0, 1] as const) {
      expect(found.plain[side]).toBeCloseTo(plain[side], 4);
      expect(found.capped[side]).toBeCloseTo(capped[side], 4);
    }
  });

  it('traces the gap to where it starts', () => {
    const origins = traceOrigins(dispute.network, dispute.beliefs, dispute.root);
    const share = (name: string) => origins.conviction[example.claim(name)];
    expect(share('a')).toBeCloseTo(0.048, 3);
    expect(share('c')).toBeCloseTo(0.8, 3);
    expect(share('d')).toBeCloseTo(0.273, 3);
    expect(share('e')).toBeCloseTo(0.163, 3);
    expect(share('b')).toBeCloseTo(0, 12);
    expect(share('r')).toBeCloseTo(-0.421, 3);
    expect(origins.links[example.item('b→r').index]).toBeCloseTo(0.137, 3);
    expect(Math.abs(total(origins) - 1)).toBeLessThan(5e-4);
  });

  it('takes the pull of c on the root by one reverse pass', () => {
    expect(pullsOn(dispute.network, S, dispute.root).claims[example.claim('c')]).toBeCloseTo(0.2304, 4);
    expect(pullsOn(dispute.network, T, dispute.root).claims[example.claim('c')]).toBeCloseTo(0.4096, 4);
  });

  it('reports c with a on its way, because c closes most of the gap on a', () => {
    const onA = closeBySwap(dispute, [example.item('c')], 'plain', example.claim('a'));
    expect(onA[0]).toBeCloseTo(0.7804, 4);
    expect(onA[1]).toBeCloseTo(0.8634, 4);
    const { reported, paths } = findWaypoints(dispute, rankItems(scoreItems(dispute)));
    expect(reported.map(({ item }) => item)).toEqual([example.item('c'), example.item('b→r')]);
    expect(paths.get(reported[0]!)).toEqual([example.claim('a')]);
  });

  it('settles the dispute by two items together', () => {
    const { reported } = findWaypoints(dispute, rankItems(scoreItems(dispute)));
    const joint = closeBySwap(dispute, [example.item('c'), example.item('b→r')], 'plain');
    expect(joint[0]).toBeCloseTo(0.9472, 4);
    expect(joint[1]).toBeCloseTo(1.0118, 4);
    const set = chooseCruxSet(dispute, reported);
    expect(set.items).toEqual([example.item('c'), example.item('b→r')]);
    expect(set.closes).toBeCloseTo(0.9472, 4);
  });
});
