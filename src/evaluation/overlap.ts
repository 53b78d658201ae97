import { findFolded } from '../text/index.ts';
import { type Ground, listLines, toFirstCapture } from './ground.ts';

/** Where words lie: lines of the first capture and, where the words are known, characters of the joined lines. */
export interface Stretch {
  readonly lines: ReadonlySet<number>;
  readonly chars: { readonly start: number; readonly end: number } | null;
}

/** From this overlap (intersection over union) on, two stretches are taken for the same words. */
const SAME_WORDS = 0.5;

/** A finder of stretches in a thread: by lines only, or by lines and the words that stand in them. */
export function stretchFinder(ground: Ground): (first: number, last: number, words: string | null) => Stretch {
  const starts: number[] = [];
  let length = 0;
  for (const line of ground.lines) {
    starts.push(length);
    length += line.length + 1;
  }
  return (first, last, words) => {
    const lines = toFirstCapture(ground, listLines(ground.lines, first, last));
    if (words === null || lines.size === 0) return { lines, chars: null };
    const [from, to] = [Math.min(...lines), Math.max(...lines)];
    const text = ground.lines.slice(from - 1, to).join('\n');
    const exact = text.indexOf(words);
    const found = exact >= 0 ? { start: exact, end: exact + words.length } : findFolded(text, words);
    const shift = starts[from - 1]!;
    return { lines, chars: found && { start: shift + found.start, end: shift + found.end } };
  };
}

/** Intersection over union, of characters where both are known, else of lines. */
function overlapOf(a: Stretch, b: Stretch): number {
  if (a.chars && b.chars) {
    const shared = Math.min(a.chars.end, b.chars.end) - Math.max(a.chars.start, b.chars.start);
    const joined = Math.max(a.chars.end, b.chars.end) - Math.min(a.chars.start, b.chars.start);
    return Math.max(0, shared) / Math.max(1, joined);
  }
  let shared = 0;
  for (const line of a.lines) if (b.lines.has(line)) shared += 1;
  return shared / Math.max(1, a.lines.size + b.lines.size - shared);
}

/** For each stretch the numbers of the gold stretches that are the same words. */
export function sameWords(predicted: readonly Stretch[], gold: readonly Stretch[]): number[][] {
  const onLine = new Map<number, number[]>();
  for (const [at, { lines }] of gold.entries()) {
    for (const line of lines) {
      const there = onLine.get(line);
      if (there) there.push(at);
      else onLine.set(line, [at]);
    }
  }
  return predicted.map((stretch) => {
    const near = new Set([...stretch.lines].flatMap((line) => onLine.get(line) ?? []));
    return [...near].filter((at) => overlapOf(stretch, gold[at]!) >= SAME_WORDS);
  });
}
