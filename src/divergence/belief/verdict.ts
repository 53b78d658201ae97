import { BACKFIRE, MIN_CLOSURE, MIN_GAP, UNDECIDED } from '../constants.ts';
import { type Closures, closuresOf, type Dispute, scoreOf, viewsOf } from './closure.ts';
import type { Item } from './suppose.ts';

/**
 * What an item is in a dispute. `double`: settling it moves both; `overdetermined`: it would, had a side not reasons to
 * spare; `one-sided`: it moves one; `backfires`: it drives them apart; `unanswered`: one side has not spoken.
 */
export type Verdict = 'double' | 'overdetermined' | 'one-sided' | 'backfires' | 'unanswered' | 'none';

export interface ItemScore extends Closures {
  readonly item: Item;
  readonly views: readonly [number, number];
  readonly stated: readonly [boolean, boolean];
  readonly score: number;
  readonly verdict: Verdict;
}

// .8 − .5 is more than .3 in binary arithmetic; the margin keeps such gaps out.
const isGap = (first: number, second: number) => Math.abs(second - first) > MIN_GAP + 1e-9;

/** Whether two stated views differ in kind: far enough apart, and of opposite signs or one of them undecided. */
export function differInKind(first: number, second: number): boolean {
  if (!isGap(first, second)) return false;
  return first * second < 0 || Math.min(Math.abs(first), Math.abs(second)) < UNDECIDED;
}

function judge(item: Item, views: readonly [number, number], stated: readonly boolean[], closures: Closures): Verdict {
  const { plain, capped } = closures;
  if (!stated[0] && !stated[1]) return 'none';
  if (!stated[0] || !stated[1]) return plain[stated[0] ? 1 : 0] >= MIN_CLOSURE ? 'unanswered' : 'none';
  // A bearing has no undecided middle: .5 and 1 nat differ although both count in the same direction.
  const differ = item.kind === 'claim' ? differInKind(...views) : isGap(...views);
  if (!differ) return 'none';
  if (Math.min(...plain) < BACKFIRE) return 'backfires';
  if (Math.min(...plain) >= MIN_CLOSURE) return Math.min(...capped) >= MIN_CLOSURE ? 'double' : 'overdetermined';
  return Math.max(...plain) >= MIN_CLOSURE ? 'one-sided' : 'none';
}

/** Scores one item by exact swaps (crux-and-labels 1.4). */
export function scoreItem(dispute: Dispute, item: Item): ItemScore {
  const views = viewsOf(dispute, item);
  const stated = dispute.beliefs.map(
    ({ mind }) => item.kind !== 'claim' || !Number.isNaN(mind.stated[item.index]!),
  ) as unknown as readonly [boolean, boolean];
  const closures = closuresOf(dispute, item);
  return {
    item,
    views,
    stated,
    ...closures,
    score: scoreOf(closures.plain),
    verdict: judge(item, views, stated, closures),
  };
}
