import { fold, foldWithOffsets } from './fold.ts';
import type { Span } from './span.ts';

/** The first place in a text that reads like the quote once both are folded, or null; an empty quote is nowhere. */
export function findFolded(text: string, quote: string): Span | null {
  const wanted = fold(quote);
  if (wanted === '') return null;
  const { folded, offsets } = foldWithOffsets(text);
  const at = ` ${folded} `.indexOf(` ${wanted} `);
  if (at < 0) return null;
  return { start: offsets[at]!, end: offsets[at + wanted.length - 1]! + 1 };
}
