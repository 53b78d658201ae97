import stringWidth from 'string-width';
import type { Run, Tone } from './row.ts';

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Characters of one code unit, one column, that join with no neighbour: measuring by segments is slow and rarely needed. */
export const NARROW =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03ff\u0400-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u259f]*$/;

/** A run of text in one tone. */
export function run(text: string, tone: Tone = 'plain'): Run {
  return { text, tone };
}

/** Terminal columns that a text takes. */
export function cellWidth(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** Terminal columns that runs take side by side. */
export function runsWidth(runs: readonly Run[]): number {
  return cellWidth(runs.map(({ text }) => text).join(''));
}

/** The longest start of a text, in whole characters as a reader sees them, that is at most `width` columns wide. */
export function cutText(text: string, width: number): string {
  if (width <= 0) return '';
  if (NARROW.test(text.slice(0, width + 1))) return text.slice(0, width);
  // A window keeps the cost of cutting a very long word into lines linear.
  const head = text.slice(0, width * 16 + 256);
  let used = 0;
  let last = 0;
  for (const { segment, index } of clusters.segment(head)) {
    used += cellWidth(segment);
    if (used > width) return text.slice(0, index);
    last = index;
  }
  return head.length < text.length && last > 0 ? text.slice(0, last) : head;
}

/** The same runs with neighbours of one tone joined and empty ones left out. */
export function mergeRuns(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = [];
  for (const { text, tone } of runs) {
    const last = merged.at(-1);
    if (text === '') continue;
    if (last?.tone === tone) merged[merged.length - 1] = { text: last.text + text, tone };
    else merged.push({ text, tone });
  }
  return merged;
}

/** Runs cut to at most `width` columns; where something is lost the end is `clip`. */
export function clipRuns(runs: readonly Run[], width: number, clip = '…'): readonly Run[] {
  if (runsWidth(runs) <= width) return runs;
  const room = width - cellWidth(clip);
  if (room <= 0) return [run(cutText(clip, width), 'dim')];
  const kept: Run[] = [];
  let used = 0;
  for (const { text, tone } of mergeRuns(runs)) {
    const part = cutText(text, room - used);
    kept.push({ text: part, tone });
    used += cellWidth(part);
    if (part.length < text.length) break;
  }
  const last = kept.at(-1)!;
  return [...kept.slice(0, -1), { text: wholeWords(last.text) + clip, tone: last.tone }];
}

/** Runs filled with spaces, or clipped, to exactly `width` columns. */
export function padRuns(runs: readonly Run[], width: number, clip = '…'): readonly Run[] {
  const clipped = clipRuns(runs, width, clip);
  const missing = width - runsWidth(clipped);
  return missing > 0 ? [...clipped, run(' '.repeat(missing))] : clipped;
}

/** A text filled with spaces on the left, or cut, to exactly `width` columns. */
export function padStart(text: string, width: number): string {
  const part = cutText(text, width);
  return ' '.repeat(Math.max(0, width - cellWidth(part))) + part;
}

// A word cut in two reads badly; only a text without a space near its end is cut inside a word.
function wholeWords(text: string): string {
  const space = text.lastIndexOf(' ');
  return (space > text.length - 16 && space > 0 ? text.slice(0, space) : text).trimEnd();
}
