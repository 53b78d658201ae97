import type { RawPost, RawThread } from '../../src/sources/index.ts';

/** Author and blocks of each post, blocks as `kind: words`. */
export function showPosts(thread: RawThread): [string | null, ...string[]][] {
  return thread.posts.map((post) => [post.author, ...showBlocks(post)]);
}

export function showBlocks({ text, blocks }: Pick<RawPost, 'text' | 'blocks'>): string[] {
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}
