import type { Closure } from '../graph-file/index.ts';
import type { Glyphs } from './glyphs.ts';

/** A share as whole per cent, 0.346 → `35%`. */
export function percent(share: number, glyphs: Glyphs): string {
  const rounded = Math.round(share * 100);
  return `${rounded < 0 ? glyphs.minus : ''}${Math.abs(rounded)}%`;
}

/** A view's value with its sign, two decimals. */
export function signed(value: number, glyphs: Glyphs): string {
  const text = Math.abs(value).toFixed(2);
  return `${value < 0 && text !== '0.00' ? glyphs.minus : '+'}${text}`;
}

/** The range of a closure over the capped and the plain reading, lower end first; one figure where both round alike. */
export function closureRange({ plain, capped }: Closure, glyphs: Glyphs): string {
  const low = percent(Math.min(plain, capped), glyphs);
  const high = percent(Math.max(plain, capped), glyphs);
  return low === high ? high : `${low.slice(0, -1)}${glyphs.range}${high}`;
}

/** A bar for a share of 1, `width` columns. */
export function bar(share: number, width: number, glyphs: Glyphs): { readonly full: string; readonly empty: string } {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width);
  return { full: glyphs.full.repeat(filled), empty: glyphs.empty.repeat(width - filled) };
}

/** `1 claim`, `3 claims`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
