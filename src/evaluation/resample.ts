/** Ends of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Repeatable numbers in [0, 1) (Lehmer, 48271 mod 2^31 − 1; Park and Miller 1988). */
export function drawNumbers(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return (state - 1) / 2147483646;
  };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * 95% percentile interval of a figure by drawing items anew, with replacement, `rounds` times (Efron 1979); null for fewer than
 * two items.
 */
export function bootstrap<T>(
  items: readonly T[],
  figure: (drawn: readonly T[]) => number,
  rounds: number,
  seed: number,
): Interval | null {
  if (items.length < 2) return null;
  const random = drawNumbers(seed);
  const figures = Array.from({ length: rounds }, () =>
    figure(items.map(() => items[Math.floor(random() * items.length)]!)),
  );
  figures.sort((a, b) => a - b);
  return { low: quantile(figures, 0.025), high: quantile(figures, 0.975) };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at - Math.floor(at));
}

const MOST_EXACT = 12;

/**
 * How often random signs would make the mean of differences as far from zero as it is (sign-flip permutation test, two-sided):
 * exact up to twelve differences, else from `rounds` draws.
 */
export function signFlipP(differences: readonly number[], rounds: number, seed: number): number | null {
  if (differences.length === 0) return null;
  // Sums of the same numbers in another order may differ in the last bits.
  const limit = Math.abs(differences.reduce((sum, value) => sum + value, 0)) - 1e-9;
  const random = drawNumbers(seed);
  const exact = differences.length <= MOST_EXACT;
  const count = exact ? 2 ** differences.length : rounds;
  let far = exact ? 0 : 1;
  for (let round = 0; round < count; round++) {
    const sum = differences.reduce((all, value, at) => {
      const flip = exact ? (round >> at) & 1 : random() < 0.5;
      return all + (flip ? -value : value);
    }, 0);
    if (Math.abs(sum) >= limit) far += 1;
  }
  return far / (exact ? count : count + 1);
}
