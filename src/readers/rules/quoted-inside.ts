import { fold } from '../../text/index.ts';
import type { ThreadPost } from '../../thread/index.ts';
import type { OwnSentence } from './own-sentences.ts';
import type { Reading } from './reading.ts';

const QUOTED = /"([^"]{12,240})"/g;
const FEWEST_WORDS = 3;
/** Posts before a sentence in which its quotations are looked for; the opening post is always one of them. */
const REACH = 40;

/**
 * The sentence of somebody else that holds words which a sentence puts between quotation marks behind `from` ("I agree with the
 * "Keep the ferry" part"); null where no earlier post has them.
 */
export function quotedInside(reading: Reading, { post, plain }: OwnSentence, from: number): OwnSentence | null {
  const quotes = [...plain.matchAll(QUOTED)].flatMap(({ index, 1: words }) => {
    const folded = fold(words!);
    return index >= from && folded.split(' ').length >= FEWEST_WORDS ? [` ${folded} `] : [];
  });
  if (quotes.length === 0) return null;
  const at = reading.position.get(post.id)!;
  const opening = at > 0 ? reading.thread.posts.slice(0, 1) : [];
  const later = reading.thread.posts.slice(Math.max(1, at - REACH), at);
  // The first who has the words said them; others may have quoted them too.
  for (const words of quotes)
    for (const other of [...opening, ...later]) {
      if (other.speaker === post.speaker || !foldedPost(other).includes(words)) continue;
      const holder = reading.ofPost.get(other.id)?.find(({ text }) => ` ${fold(text)} `.includes(words));
      if (holder) return holder;
    }
  return null;
}

const known = new WeakMap<ThreadPost, string>();

function foldedPost(post: ThreadPost): string {
  const folded = known.get(post) ?? ` ${fold(post.text)} `;
  known.set(post, folded);
  return folded;
}
