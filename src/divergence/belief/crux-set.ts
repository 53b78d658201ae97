import { CRUX_SET_SHARE, CRUX_SET_SIZE } from '../constants.ts';
import { closeBySwap, type Dispute } from './closure.ts';
import type { Item } from './suppose.ts';
import type { ItemScore } from './verdict.ts';

/** Few items whose joint swap closes most of the gap for both sides; `closes` is the smaller side's share of it. */
export interface CruxSet {
  readonly items: readonly Item[];
  readonly closes: number;
}

/** Greedy choice: each step adds the item that most raises the smaller closure of the joint swap (crux-and-labels 1.4). */
export function chooseCruxSet(dispute: Dispute, reported: readonly ItemScore[]): CruxSet {
  const rest = new Set(reported.map(({ item }) => item));
  let chosen: Item[] = [];
  let closes = 0;
  while (chosen.length < CRUX_SET_SIZE && closes < CRUX_SET_SHARE) {
    let best: Item | null = null;
    for (const item of rest) {
      const joint = Math.min(...closeBySwap(dispute, [...chosen, item], 'plain'));
      if (joint > closes + 1e-9) [best, closes] = [item, joint];
    }
    if (!best) break;
    chosen = [...chosen, best];
    rest.delete(best);
  }
  return { items: chosen, closes };
}
