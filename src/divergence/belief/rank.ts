import type { ItemScore, Verdict } from './verdict.ts';

const CLASSES: Partial<Record<Verdict, number>> = { double: 0, overdetermined: 1, 'one-sided': 2 };

/** Place of a verdict among ranked ones: double before overdetermined before one-sided; null for what is never ranked. */
export function rankClass(verdict: Verdict): number | null {
  return CLASSES[verdict] ?? null;
}

/** Scores as they are compared: differences that arithmetic alone can make do not rank. */
export const comparable = (score: number): number => Math.round(score * 1e6);

/** The items worth ranking, best first: by class, then score; ties keep the given order. */
export function rankItems(scores: readonly ItemScore[]): readonly ItemScore[] {
  const ranked = scores.filter(({ verdict }) => rankClass(verdict) !== null);
  return ranked.sort(
    (a, b) => rankClass(a.verdict)! - rankClass(b.verdict)! || comparable(b.score) - comparable(a.score),
  );
}
