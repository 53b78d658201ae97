import type { Stance } from '../graph-file/index.ts';
import type { RelationJudgement } from '../readers/index.ts';

/** Stated views stay short of certainty, so that no reason is ever infinitely weak beside them. */
export const MAX_VIEW = 0.95;

/** How far a stance goes on the −1..1 scale: .8 leaves room above a plain assertion, .5 is its hedged half. */
const STANCE_VIEWS: Readonly<Record<Stance, number | null>> = {
  assert: 0.8,
  hedge: 0.5,
  unsure: 0,
  doubt: -0.5,
  reject: -0.8,
  conditional: null,
  reported: null,
};

/** Nats that a fully accepted reason adds: a strong one outweighs two normal ones only together with a weak one. */
export const WEIGHTS: Readonly<Record<RelationJudgement['strength'], number>> = { weak: 0.5, normal: 1, strong: 2 };

/** Share of an inference's weight that its speaker grants it. */
export const ENDORSEMENTS: Readonly<Record<RelationJudgement['endorsed'], number>> = {
  holds: 1,
  weak: 0.5,
  denies: 0,
  reverses: -1,
};

const OPPOSITES: Readonly<Record<Stance, Stance>> = {
  assert: 'reject',
  hedge: 'doubt',
  unsure: 'unsure',
  doubt: 'hedge',
  reject: 'assert',
  conditional: 'conditional',
  reported: 'reported',
};

/** View in −.95..95 that a stance states; a stated probability wins. Null where no view of the speaker's own is stated. */
export function viewOf(stance: Stance, p: number | null): number | null {
  const view = STANCE_VIEWS[stance];
  if (view === null || p === null) return view;
  return Math.min(MAX_VIEW, Math.max(-MAX_VIEW, 2 * p - 1));
}

/** The stance towards the negated claim. */
export function negateStance(stance: Stance): Stance {
  return OPPOSITES[stance];
}
