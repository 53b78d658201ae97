import type { Words } from '../readers/index.ts';
import type { ThreadPost } from '../thread/index.ts';

/** Where words lie: the post, and its number in the thread. */
export interface Footing {
  readonly post: ThreadPost;
  readonly order: number;
}

/** What is wrong with a place: no such post, outside its text, or in words that the post only quotes. */
export type Misplaced = 'absent' | 'outside' | 'quoted';

/** Looks up places of words in posts, and says whether they are the post's own. */
export interface Ground {
  find(words: Words): Footing | Misplaced;
  /** The same for words that may repeat someone (`reported`, `restate`). */
  findQuotable(words: Words): Footing | Misplaced;
  has(post: string): boolean;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Prepares a thread's posts. */
export function surveyGround(posts: readonly ThreadPost[]): Ground {
  const footings = new Map(posts.map((post, order) => [post.id, { post, order }]));
  const quoted = new Map<string, readonly Stretch[]>();
  const quotesOf = (post: ThreadPost) => {
    const known = quoted.get(post.id) ?? mergeStretches(quotedStretches(post));
    quoted.set(post.id, known);
    return known;
  };
  const findQuotable = (words: Words): Footing | Misplaced => {
    const footing = footings.get(words.post);
    if (!footing) return 'absent';
    const inside = words.start >= 0 && words.start < words.end && words.end <= footing.post.text.length;
    return inside ? footing : 'outside';
  };
  return {
    findQuotable,
    find(words) {
      const found = findQuotable(words);
      if (typeof found === 'string') return found;
      return overlaps(quotesOf(found.post), words) ? 'quoted' : found;
    },
    has: (post) => footings.has(post),
  };
}

function quotedStretches(post: ThreadPost): readonly Stretch[] {
  return [...post.quotes, ...post.blocks.filter(({ kind }) => kind === 'quote')];
}

function mergeStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (!last || stretch.start > last.end) merged.push(stretch);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
  }
  return merged;
}

function overlaps(sorted: readonly Stretch[], { start, end }: Stretch): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && sorted[low]!.start < end;
}
