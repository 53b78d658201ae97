import type { RawThread } from '../sources/index.ts';
import type { Captures } from './captures.ts';
import type { CapturedParagraph } from './paragraphs.ts';

/** A paragraph of the union of all captures: where it was seen first, and where again. */
export interface MergedParagraph {
  readonly first: CapturedParagraph;
  readonly copies: readonly CapturedParagraph[];
  /** Seen only in a later capture, where captures of this kind of page put footnotes: at the end of a post. */
  readonly footnote: boolean;
}

/** Merges captures into one run of paragraphs: what only a later capture has is put after its predecessor there. */
export function mergeCaptures(paragraphs: readonly CapturedParagraph[], captures: Captures): MergedParagraph[] {
  const firstEnd = captures.starts[1] ?? paragraphs.length;
  const copies = new Map<number, CapturedParagraph[]>();
  const insertedAfter = new Map<number, CapturedParagraph[]>();
  for (let at = firstEnd, anchor = -1; at < paragraphs.length; at++) {
    if (captures.starts.includes(at)) anchor = -1;
    const origin = captures.copyOf[at] ?? null;
    if (origin !== null) anchor = origin;
    const list = origin === null ? insertedAfter : copies;
    list.set(anchor, [...(list.get(anchor) ?? []), paragraphs[at]!]);
  }
  const merged: MergedParagraph[] = [];
  const insert = (anchor: number) => {
    const extra = dropRepeats(insertedAfter.get(anchor) ?? []);
    const marks = footnoteMarks(merged);
    for (const paragraph of extra) {
      const footnote = paragraph.block.kind === 'footnote' || (marks > 0 && marks === extra.length);
      merged.push({ first: paragraph, copies: [], footnote });
    }
  };
  insert(-1);
  for (let at = 0; at < firstEnd; at++) {
    const first = paragraphs[at]!;
    merged.push({ first, copies: copies.get(at) ?? [], footnote: first.block.kind === 'footnote' });
    insert(at);
  }
  return merged;
}

/** A third capture repeats what the second one added. */
function dropRepeats(extra: readonly CapturedParagraph[]): CapturedParagraph[] {
  const seen = new Set<string>();
  return extra.filter(({ folded }) => !seen.has(folded) && seen.add(folded));
}

const LOOK_BACK = 12;

/** Highest mark of the last run of `[1]`, `[2]` … in the paragraphs before; 0 where the last paragraphs have none. */
function footnoteMarks(before: readonly MergedParagraph[]): number {
  let highest = 0;
  for (let at = before.length - 1; at >= Math.max(0, before.length - LOOK_BACK); at--) {
    const { first, footnote } = before[at]!;
    if (footnote) return highest;
    const marks = [...first.text.matchAll(/\[(\d{1,2})\]/g)].map((match) => Number(match[1]));
    highest = Math.max(highest, ...marks);
    if (marks.includes(1)) return highest;
  }
  return highest;
}

/** Index of the raw post in the first capture that a raw post of a later capture repeats; null for a post that only it has. */
export function matchPosts(
  raw: RawThread,
  paragraphs: readonly CapturedParagraph[],
  captures: Captures,
): (number | null)[] {
  const votes = raw.posts.map(() => new Map<number, number>());
  for (const [at, origin] of captures.copyOf.entries()) {
    if (origin === null) continue;
    const tally = votes[paragraphs[at]!.postIndex]!;
    const post = paragraphs[origin]!.postIndex;
    tally.set(post, (tally.get(post) ?? 0) + paragraphs[at]!.folded.length);
  }
  return votes.map((tally) => {
    const ranked = [...tally].sort(([postA, a], [postB, b]) => b - a || postA - postB);
    return ranked[0]?.[0] ?? null;
  });
}
