import type { Post } from '../graph-file/index.ts';

/** A physical line of a post: its place in the text and its number in the input, null where that is not known. */
export interface SourceLine {
  readonly start: number;
  readonly end: number;
  readonly line: number | null;
}

/** The lines of a post's text with their numbers in the input, in order. */
export function sourceLines({ text, pieces }: Pick<Post, 'text' | 'pieces'>): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  if (text === '') return lines;
  let at = 0;
  let counted = 0;
  let number: number | null = null;
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    while (at < pieces.length && pieces[at]!.end <= start) at += 1;
    const piece = pieces[at];
    if (!piece || piece.firstLine === null || piece.start > Math.max(start, end - 1)) {
      lines.push({ start, end, line: null });
    } else {
      const from = Math.max(start, piece.start);
      if (counted < piece.start || number === null) {
        counted = piece.start;
        number = piece.firstLine;
      }
      for (let next = text.indexOf('\n', counted); next >= 0 && next < from; next = text.indexOf('\n', counted)) {
        number += 1;
        counted = next + 1;
      }
      lines.push({ start, end, line: number });
    }
    start = end + 1;
  }
  return lines;
}
