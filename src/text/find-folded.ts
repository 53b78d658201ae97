import { fold, foldWithOffsets } from './fold.ts';
import { joinedEnd } from './fold-cluster.ts';
import type { Span } from './span.ts';

// A copied quotation may begin or end inside a word; a shorter one would be found in every other word.
const LONG_ENOUGH = 12;

/**
 * The first place in a text that reads like the quote once both are folded, or null; an empty quote is nowhere.
 * Whole words are looked for first; a quote of at least twelve folded letters may also be cut off inside a word.
 */
export function findFolded(text: string, quote: string): Span | null {
  const wanted = fold(quote);
  if (wanted === '') return null;
  const { folded, offsets } = foldWithOffsets(text);
  const whole = ` ${folded} `.indexOf(` ${wanted} `);
  const at = whole >= 0 || wanted.length < LONG_ENOUGH ? whole : folded.indexOf(wanted);
  if (at < 0) return null;
  return { start: offsets[at]!, end: joinedEnd(text, offsets[at + wanted.length - 1]!) };
}
