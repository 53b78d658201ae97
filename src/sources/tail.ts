import type { LeftOut } from './cut.ts';
import { lineKind } from './line-kind.ts';

/**
 * Section headings and rules at the end of a turn belong to what follows: `end` is where the turn's own words end at the latest.
 * Looks at text from `start` to `end` only.
 */
export function tailOf(
  text: string,
  start: number,
  end: number,
): { readonly end: number; readonly leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  let to = end;
  while (to > start) {
    const lineStart = Math.max(start, text.lastIndexOf('\n', to - 1) + 1);
    const kind = lineKind(text.slice(lineStart, Math.min(to, lineStart + 200)));
    if (kind === 'heading' || kind === 'rule') leftOut.push({ start: lineStart, end: to, why: kind });
    else if (kind !== 'blank') break;
    to = Math.max(start, lineStart - 1);
  }
  return { end: to, leftOut: leftOut.reverse() };
}
