import type { RawBlock, RawPost } from './raw-thread.ts';

/**
 * What a post says of a change of mind: `awarded` (its author was moved by the post that it answers), `confirmed` or
 * `rejected` (DeltaBot's verdict on an award); null where it says nothing. Quotes and code do not count.
 */
export function deltaOf(
  author: string | null,
  text: string,
  blocks: readonly RawBlock[],
  subreddit: string | null,
): 'awarded' | 'confirmed' | 'rejected' | null {
  if (author === 'DeltaBot') {
    if (/^\s*confirmed: \d+ deltas? awarded/i.test(text)) return 'confirmed';
    return /\bdelta (?:has been|was) rejected\b/i.test(text) ? 'rejected' : null;
  }
  if (author === 'AutoModerator') return null;
  const sign = subreddit?.toLowerCase() === 'changemyview' ? /!delta\b|[Δ∆]/i : /!delta\b/i;
  const own = blocks.filter(({ kind }) => kind !== 'quote' && kind !== 'code');
  return own.some(({ start, end }) => sign.test(text.slice(start, end))) ? 'awarded' : null;
}

/** The posts with DeltaBot's verdicts carried over to the awards that they judge. */
export function settleDeltas(posts: readonly RawPost[]): readonly RawPost[] {
  const verdicts = new Map<string, unknown>();
  for (const { parent, author, signals } of posts) {
    if (author === 'DeltaBot' && parent !== null && signals['delta']) verdicts.set(parent, signals['delta']);
  }
  if (verdicts.size === 0) return posts;
  return posts.map((post) => {
    const verdict = post.key === null || post.author === 'DeltaBot' ? undefined : verdicts.get(post.key);
    return verdict === undefined ? post : { ...post, signals: { ...post.signals, delta: verdict } };
  });
}
