import type { RawPost, RawThread } from '../sources/index.ts';
import type { Captures } from './captures.ts';
import { type MergedParagraph, matchPosts } from './merge-captures.ts';
import type { CapturedParagraph } from './paragraphs.ts';
import type { TurnGuess } from './thread.ts';

/** The paragraphs of one post, with the raw post that heads it and what made it a post. */
export interface PostGroup {
  readonly head: RawPost;
  readonly paragraphs: readonly MergedParagraph[];
  readonly guess: TurnGuess | null;
}

/** Posts of unmarked text: one per guessed turn. */
export function groupByTurns(paragraphs: readonly MergedParagraph[], guesses: readonly TurnGuess[]): PostGroup[] {
  return guesses.map((guess, at) => {
    const inside = paragraphs.slice(guess.first, guesses[at + 1]?.first ?? paragraphs.length);
    return { head: inside[0]!.first.post, paragraphs: inside, guess };
  });
}

/** Posts that the source marks: those of the first capture, with what later captures add put in its place. */
export function groupBySource(
  raw: RawThread,
  captured: readonly CapturedParagraph[],
  captures: Captures,
  merged: readonly MergedParagraph[],
): { readonly groups: readonly PostGroup[]; readonly postOfRaw: readonly (number | null)[] } {
  const repeats = matchPosts(raw, captured, captures);
  const firstPost = captured[captures.starts[1] ?? captured.length]?.postIndex ?? raw.posts.length;
  const home = raw.posts.map((post, at) => {
    if (at < firstPost) return at;
    const origin = repeats[at] ?? null;
    return origin === null && post.blocks.length === 0 ? null : (origin ?? at);
  });
  const paragraphs = new Map<number, MergedParagraph[]>();
  for (const paragraph of merged) {
    const at = home[paragraph.first.postIndex]!;
    paragraphs.set(at, [...(paragraphs.get(at) ?? []), paragraph]);
  }
  const order = inMergedOrder(raw, merged, home, firstPost);
  const groups = order.map((at) => ({ head: raw.posts[at]!, paragraphs: paragraphs.get(at) ?? [], guess: null }));
  const position = new Map(order.map((at, index) => [at, index]));
  return { groups, postOfRaw: home.map((at) => (at === null ? null : (position.get(at) ?? null))) };
}

/** Raw posts that stay, in reading order; posts without any text keep their place among the first capture's. */
function inMergedOrder(
  raw: RawThread,
  merged: readonly MergedParagraph[],
  home: readonly (number | null)[],
  firstPost: number,
): number[] {
  const order: number[] = [];
  const placed = new Set<number>();
  const place = (at: number) => {
    if (placed.has(at)) return;
    placed.add(at);
    order.push(at);
  };
  let next = 0;
  for (const { first } of merged) {
    const at = home[first.postIndex]!;
    if (at < firstPost) for (; next <= at; next++) place(next);
    place(at);
  }
  for (; next < Math.min(firstPost, raw.posts.length); next++) place(next);
  return order;
}
