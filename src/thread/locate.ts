import type { Piece } from '../graph-file/index.ts';

interface Located {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const lineBreaks = new WeakMap<Located, Int32Array>();

/** Lines (1-based, inclusive) of a span of a post in the input; null where the input has no flat text. */
export function locate(
  post: Located,
  start: number,
  end: number,
): { firstLine: number | null; lastLine: number | null } {
  return { firstLine: lineAt(post, start), lastLine: lineAt(post, Math.max(start, end - 1)) };
}

function lineAt(post: Located, offset: number): number | null {
  const piece = post.pieces.findLast((candidate) => candidate.start <= offset) ?? post.pieces[0];
  if (piece?.firstLine == null) return null;
  const breaks = breaksOf(post);
  const inside = Math.min(Math.max(offset, piece.start), piece.end);
  return piece.firstLine + countBelow(breaks, inside) - countBelow(breaks, piece.start);
}

function breaksOf(post: Located): Int32Array {
  const known = lineBreaks.get(post);
  if (known) return known;
  const found: number[] = [];
  for (let at = post.text.indexOf('\n'); at >= 0; at = post.text.indexOf('\n', at + 1)) found.push(at);
  const breaks = Int32Array.from(found);
  lineBreaks.set(post, breaks);
  return breaks;
}

function countBelow(sorted: Int32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A finder of 1-based line numbers for offsets of a text. */
export function lineFinder(text: string): (offset: number) => number {
  const whole: Located = { text, pieces: [] };
  return (offset) => countBelow(breaksOf(whole), offset) + 1;
}
