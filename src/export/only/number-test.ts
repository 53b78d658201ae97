/** A closed or open range of numbers. */
export interface NumberTest {
  readonly low: number;
  readonly high: number;
  readonly open: boolean;
}

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?`;
const COMPARISON = new RegExp(`^(>=|<=|>|<|=)?(${NUMBER})$`);
const RANGE = new RegExp(`^(${NUMBER})\\.\\.(${NUMBER})$`);

/** `0.5`, `>0.5`, `<=2`, `1..3` (both ends included); null for anything else. */
export function readNumberTest(text: string): NumberTest | null {
  const range = RANGE.exec(text);
  if (range) return { low: Number(range[1]), high: Number(range[2]), open: false };
  const [, sign = '=', number] = COMPARISON.exec(text) ?? [];
  if (number === undefined) return null;
  const value = Number(number);
  const low = sign.startsWith('<') ? Number.NEGATIVE_INFINITY : value;
  const high = sign.startsWith('>') ? Number.POSITIVE_INFINITY : value;
  return { low, high, open: sign === '<' || sign === '>' };
}

/** Whether a number lies in the range; a missing number lies in none. */
export function passes({ low, high, open }: NumberTest, value: number | null): boolean {
  if (value === null) return false;
  return open ? value > low && value < high : value >= low && value <= high;
}
