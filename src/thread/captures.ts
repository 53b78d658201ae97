import { containment, jaccard, shingleSet } from '../text/index.ts';
import type { CapturedParagraph } from './paragraphs.ts';

/** For each paragraph of a thread, the earlier paragraph that it is another capture of (null: its first occurrence). */
export interface Captures {
  readonly count: number;
  /** Index of the first paragraph of each capture; the first is 0. */
  readonly starts: readonly number[];
  readonly copyOf: readonly (number | null)[];
}

/** Number of the capture, from 0, that a paragraph stands in. */
export function captureAt(starts: readonly number[], index: number): number {
  return starts.findLastIndex((start) => start <= index);
}

const SHINGLE = 5;
const SAME = 0.85;
const CONTAINED = 0.95;
/** Share of a later capture's words that must lie in paragraphs aligned with the earlier one. */
const COVERED = 0.6;
/** A file with less than this share of word-for-word repeated long paragraphs is not searched at all. */
const WORTH_A_SEARCH = 0.12;
const LONG = 60;

/**
 * Finds whole threads captured twice or more in one file: the tail is aligned with the head in order (longest increasing
 * run of near-equal paragraphs) and counts as a capture when most of its words are covered.
 */
export function findCaptures(paragraphs: readonly CapturedParagraph[]): Captures {
  const copyOf: (number | null)[] = paragraphs.map(() => null);
  const starts = [0];
  if (!worthASearch(paragraphs)) return { count: 1, starts, copyOf };
  const shingles = paragraphs.map(({ folded }) => shingleSet(folded.split(' '), SHINGLE));
  let headEnd = paragraphs.length;
  for (const start of restarts(paragraphs, shingles)) {
    const end = start < headEnd ? start : headEnd;
    const stop = nextRestart(paragraphs, shingles, start);
    const pairs = align(paragraphs, shingles, end, start, stop);
    if (coverage(paragraphs, pairs, start, stop) < COVERED) continue;
    headEnd = end;
    starts.push(start);
    for (const [later, earlier] of pairs) copyOf[later] = earlier;
  }
  return { count: starts.length, starts, copyOf };
}

function worthASearch(paragraphs: readonly CapturedParagraph[]): boolean {
  const seen = new Set<string>();
  let long = 0;
  let repeated = 0;
  for (const { folded } of paragraphs) {
    if (folded.length < LONG) continue;
    long++;
    if (seen.has(folded)) repeated++;
    else seen.add(folded);
  }
  return repeated > 0 && repeated / long >= WORTH_A_SEARCH;
}

/** Places where a capture may start: paragraphs equal to one of the first three. */
function restarts(paragraphs: readonly CapturedParagraph[], shingles: readonly Set<number>[]): number[] {
  const found: number[] = [];
  for (let first = 0; first < Math.min(3, paragraphs.length); first++) {
    for (let at = first + 1; at < paragraphs.length; at++) {
      if (same(paragraphs, shingles, first, at) && at - first > 0) found.push(Math.max(at - first, first + 1));
    }
    if (found.length > 0) break;
  }
  return found;
}

function nextRestart(
  paragraphs: readonly CapturedParagraph[],
  shingles: readonly Set<number>[],
  start: number,
): number {
  for (let at = start + 1; at < paragraphs.length; at++) if (same(paragraphs, shingles, start, at)) return at;
  return paragraphs.length;
}

function same(
  paragraphs: readonly CapturedParagraph[],
  shingles: readonly Set<number>[],
  earlier: number,
  later: number,
): boolean {
  if (paragraphs[earlier]!.folded === paragraphs[later]!.folded) return true;
  const a = shingles[earlier]!;
  const b = shingles[later]!;
  if (a.size < 3 || b.size < 3) return false;
  if (jaccard(a, b) >= SAME) return true;
  // A paragraph that one capture splits in several is contained in the other's longer one.
  return containment(b, a) >= CONTAINED || containment(a, b) >= CONTAINED;
}

/** Longest in-order alignment of paragraphs [start, stop) with [0, headEnd), as (later, earlier) pairs. */
function align(
  paragraphs: readonly CapturedParagraph[],
  shingles: readonly Set<number>[],
  headEnd: number,
  start: number,
  stop: number,
): [number, number][] {
  const candidates = matchCandidates(shingles, headEnd, start, stop);
  const matches: [number, number][] = [];
  for (const [later, earlier] of candidates)
    if (same(paragraphs, shingles, earlier, later)) matches.push([later, earlier]);
  return longestInOrder(matches, paragraphs);
}

/** Pairs that share a shingle, found through an index so that no paragraph is compared with all others. */
function matchCandidates(
  shingles: readonly Set<number>[],
  headEnd: number,
  start: number,
  stop: number,
): [number, number][] {
  const postings = new Map<number, number[]>();
  for (let at = 0; at < headEnd; at++) {
    for (const shingle of shingles[at]!) {
      const list = postings.get(shingle);
      if (!list) postings.set(shingle, [at]);
      else if (list.length < 16) list.push(at);
    }
  }
  const pairs: [number, number][] = [];
  for (let at = start; at < stop; at++) {
    const near = new Set<number>();
    for (const shingle of shingles[at]!) for (const earlier of postings.get(shingle) ?? []) near.add(earlier);
    for (const earlier of [...near].sort((a, b) => a - b)) pairs.push([at, earlier]);
  }
  return pairs;
}

/** Heaviest chain (by words) with rising `later` and never falling `earlier`; several later paragraphs may share one. */
function longestInOrder(
  matches: readonly [number, number][],
  paragraphs: readonly CapturedParagraph[],
): [number, number][] {
  const best: number[] = [];
  const previous: number[] = [];
  let top = -1;
  // Fenwick tree over `earlier` keeps the heaviest chain that ends at or before it.
  const size = matches.reduce((most, [, earlier]) => Math.max(most, earlier + 1), 0);
  const tree: number[] = new Array(size + 1).fill(-1);
  const query = (upTo: number) => {
    let found = -1;
    for (let at = upTo + 1; at > 0; at -= at & -at) {
      const held = tree[at]!;
      if (held >= 0 && (found < 0 || best[held]! > best[found]!)) found = held;
    }
    return found;
  };
  const update = (earlier: number, match: number) => {
    for (let at = earlier + 1; at <= size; at += at & -at) {
      const held = tree[at]!;
      if (held < 0 || best[match]! > best[held]!) tree[at] = match;
    }
  };
  for (let from = 0; from < matches.length; ) {
    let to = from;
    while (to < matches.length && matches[to]![0] === matches[from]![0]) to++;
    for (let at = from; at < to; at++) {
      const [later, earlier] = matches[at]!;
      const before = query(earlier);
      const exact = paragraphs[later]!.folded === paragraphs[earlier]!.folded ? 1 : 0;
      previous[at] = before;
      best[at] = (before < 0 ? 0 : best[before]!) + paragraphs[later]!.folded.length + exact;
      if (top < 0 || best[at]! > best[top]!) top = at;
    }
    for (let at = from; at < to; at++) update(matches[at]![1], at);
    from = to;
  }
  const chain: [number, number][] = [];
  for (let at = top; at >= 0; at = previous[at]!) chain.push(matches[at]!);
  return chain.reverse();
}

function coverage(
  paragraphs: readonly CapturedParagraph[],
  pairs: readonly [number, number][],
  start: number,
  stop: number,
): number {
  let all = 0;
  for (let at = start; at < stop; at++) all += paragraphs[at]!.folded.length;
  const covered = pairs.reduce((sum, [later]) => sum + paragraphs[later]!.folded.length, 0);
  return all === 0 ? 0 : covered / all;
}
