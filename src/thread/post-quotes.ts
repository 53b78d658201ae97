import type { Quote } from '../graph-file/index.ts';
import { findFolded } from '../text/index.ts';
import type { ComposedPost } from './compose-post.ts';

/** A quotation as found: its span in the quoting post, and the post and paragraph that it seems to come from. */
export interface QuoteSighting {
  readonly post: number;
  readonly start: number;
  readonly end: number;
  readonly origin: { readonly post: number; readonly start: number; readonly end: number } | null;
}

/** Narrows each sighting to the very words in the origin; a post never quotes itself or a later post. */
export function tieQuotes(
  sightings: readonly QuoteSighting[],
  posts: readonly ComposedPost[],
  idOf: (post: number) => string,
): Map<number, Quote[]> {
  const quotes = new Map<number, Quote[]>();
  for (const { post, start, end, origin } of sightings) {
    const words = posts[post]!.text.slice(start, end);
    const of = origin && origin.post < post ? narrow(posts[origin.post]!, origin, words, idOf(origin.post)) : null;
    quotes.set(post, [...(quotes.get(post) ?? []), { start, end, of }]);
  }
  for (const list of quotes.values()) list.sort((a, b) => a.start - b.start);
  return quotes;
}

/** The words from the first to the last run that both share; quoters insert in brackets and leave out with an ellipsis. */
function narrow(
  post: ComposedPost,
  paragraph: { readonly start: number; readonly end: number },
  words: string,
  id: string,
) {
  const text = post.text.slice(paragraph.start, paragraph.end);
  const runs = words.split(/[[(][^\])\n]{1,80}[\])]|\.\.\.|…/).filter((run) => /\p{L}.*\s.*\p{L}/su.test(run));
  const found = [findFolded(text, words), ...runs.map((run) => findFolded(text, run))].filter((span) => span !== null);
  if (found.length === 0) return { post: id, ...paragraph };
  const start = paragraph.start + Math.min(...found.map((span) => span.start));
  return { post: id, start, end: paragraph.start + Math.max(...found.map((span) => span.end)) };
}
