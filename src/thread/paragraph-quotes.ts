import { containment, fold, shingleSet, words } from '../text/index.ts';
import type { MergedParagraph } from './merge-captures.ts';

const SHINGLE = 4;
const CONTAINED = 0.8;
const FEWEST_WORDS = 6;
const LONGEST_LIST = 12;

/**
 * For each paragraph, the index of the earlier paragraph that it repeats nearly word for word (null: none). Pages that lose
 * their block quotes leave such paragraphs behind. A run of them is not a quote but a repeated passage and is left alone.
 */
export function findParagraphQuotes(paragraphs: readonly MergedParagraph[]): (number | null)[] {
  const parts = paragraphs.map(({ first }) => shinglesOf(first.text));
  const postings = new Map<number, number[]>();
  const found = paragraphs.map((paragraph, at) => {
    const own = parts[at]!;
    const origin = quotable(paragraph) ? bestOrigin(own, parts, postings) : null;
    for (const shingle of own) {
      const list = postings.get(shingle);
      if (!list) postings.set(shingle, [at]);
      else if (list.length < LONGEST_LIST) list.push(at);
    }
    return origin;
  });
  return found.map((origin, at) => {
    if (origin === null || inRun(found, at)) return null;
    return isVerbatim(paragraphs[at]!.first.text, paragraphs[origin]!.first.folded) ? origin : null;
  });
}

/** Every run of words, as cut by ellipses and by what quoters insert in brackets, stands in the origin without a gap. */
function isVerbatim(quote: string, origin: string): boolean {
  const runs = quote.split(/[[(][^\])\n]{1,80}[\])]|\.\.\.|…/).map(fold);
  const long = runs.filter((run) => run.split(' ').length >= SHINGLE);
  return long.length > 0 && long.every((run) => ` ${origin} `.includes(` ${run} `));
}

function quotable({ first, footnote }: MergedParagraph): boolean {
  return !footnote && first.folded.split(' ').length >= FEWEST_WORDS;
}

/** Shingles of the words; what stands in brackets, where quoters insert, starts a new run of words. */
function shinglesOf(text: string): Set<number> {
  if (!/[[(]/.test(text)) return shingleSet(words(text), SHINGLE);
  const runs = text.split(/[[(][^\])\n]{1,80}[\])]/).map(words);
  const kept = runs.filter((run) => run.length >= SHINGLE);
  if (kept.length === 0) return shingleSet(words(text), SHINGLE);
  return new Set(kept.flatMap((run) => [...shingleSet(run, SHINGLE)]));
}

/** The earliest paragraph that shares most shingles; only those that may share enough are compared in full. */
function bestOrigin(
  own: ReadonlySet<number>,
  parts: readonly ReadonlySet<number>[],
  postings: ReadonlyMap<number, readonly number[]>,
): number | null {
  const shared = new Map<number, number>();
  let rare = 0;
  for (const shingle of own) {
    const list = postings.get(shingle);
    // A full list is cut off and says nothing of the paragraphs that it leaves out.
    if (!list || list.length >= LONGEST_LIST) continue;
    rare++;
    for (const earlier of list) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
  }
  let best: number | null = null;
  let bestShare = 0;
  for (const [earlier, count] of shared) {
    if (count < CONTAINED * rare) continue;
    const share = containment(own, parts[earlier]!);
    if (share < CONTAINED || share < bestShare || (share === bestShare && best !== null && best < earlier)) continue;
    best = earlier;
    bestShare = share;
  }
  return best;
}

/** A neighbour that repeats the neighbour of the origin makes this a repeated passage. */
function inRun(found: readonly (number | null)[], at: number): boolean {
  const origin = found[at]!;
  const before = found[at - 1];
  const after = found[at + 1];
  return (before != null && before === origin - 1) || (after != null && after === origin + 1);
}
