import type { Thread, ThreadPost } from '../../thread/index.ts';

/** A sentence in its speaker's own words, ready for cue patterns. */
export interface OwnSentence {
  readonly post: ThreadPost;
  readonly postIndex: number;
  /** Position among the post's sentences, from 0. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly block: number;
  readonly text: string;
  /** Lower case, straight quotes, single spaces. */
  readonly plain: string;
}

/** All sentences of a thread that are not quotations, in order; headings and footnote marks are left out. */
export function listOwnSentences(thread: Thread): OwnSentence[] {
  const found: OwnSentence[] = [];
  for (const [postIndex, post] of thread.posts.entries()) {
    for (const [at, { start, end, quoted, block }] of post.sentences.entries()) {
      if (quoted || post.blocks[block]?.kind === 'heading') continue;
      const text = post.text.slice(start, end);
      found.push({ post, postIndex, at, start, end, block, text, plain: straighten(text) });
    }
  }
  return found;
}

/** Text as the cue patterns expect it. */
export function straighten(text: string): string {
  return text
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
