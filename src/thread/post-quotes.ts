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

function narrow(
  post: ComposedPost,
  paragraph: { readonly start: number; readonly end: number },
  words: string,
  id: string,
) {
  const inside = findFolded(post.text.slice(paragraph.start, paragraph.end), words);
  const start = paragraph.start + (inside?.start ?? 0);
  const end = inside ? paragraph.start + inside.end : paragraph.end;
  return { post: id, start, end };
}
