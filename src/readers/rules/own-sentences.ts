import { contentWords } from '../../text/index.ts';
import type { Thread, ThreadPost } from '../../thread/index.ts';
import { countMatterOf } from './matter.ts';

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
  /** Its content words, as the text room gives them. */
  readonly content: readonly string[];
  /** How many of them carry matter. */
  readonly matter: number;
}

/** All sentences of a thread that are not quotations, in order; headings and footnote marks are left out. */
export function listOwnSentences(thread: Thread): OwnSentence[] {
  const found: OwnSentence[] = [];
  for (const [postIndex, post] of thread.posts.entries()) {
    for (const [at, { start, end, quoted, block }] of post.sentences.entries()) {
      if (quoted || post.blocks[block]?.kind === 'heading') continue;
      const text = post.text.slice(start, end);
      const content = contentWords(text);
      const matter = countMatterOf(content);
      found.push({ post, postIndex, at, start, end, block, text, plain: straighten(text), content, matter });
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
