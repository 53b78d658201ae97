import type { Place } from '../graph-file/index.ts';
import { firstLines, foldLine, type Ground, linesOf, listLines } from './ground.ts';
import { setF1 } from './shares.ts';

/** Whether posts begin, repeat, belong and answer as the gold says. */
interface PostMeasures {
  readonly post_f1: number | null;
  readonly copy_f1: number | null;
  readonly author: number | null;
  readonly reply: number | null;
}

interface PlacedPost extends Place {
  readonly id: string;
  readonly first: number;
  readonly copy: boolean;
}

export function measurePosts(ground: Ground): PostMeasures {
  const gold = ground.gold.posts.filter(({ chrome, author }) => !chrome && author !== null && author !== 'chrome');
  const places = ground.file.posts.flatMap(({ id, source, copies }) =>
    [source, ...copies].flatMap((place, at): PlacedPost[] =>
      place?.firstLine ? [{ ...place, id, first: place.firstLine, copy: at > 0 }] : [],
    ),
  );
  return {
    post_f1: setF1(new Set(places.map(({ first }) => first)), new Set(gold.map(({ first_line }) => first_line))),
    copy_f1: measureCopies(ground),
    author: measureAuthors(ground, gold, places),
    reply: measureReplies(ground, gold, places),
  };
}

/** Pairs of a line and the line that it repeats, over later captures. */
function measureCopies(ground: Ground): number | null {
  const { file, lines, sameLine } = ground;
  const gold = new Set([...sameLine].map(([line, first]) => `${line} ${first}`));
  const predicted = new Set<string>();
  for (const { source, copies } of file.posts) {
    const [first = 0, last = 0] = [source?.firstLine ?? 0, source?.lastLine ?? 0];
    if (first === 0) continue;
    const firsts = firstLines(lines, first, last);
    for (const line of copies.flatMap((copy) => linesOf(ground, copy))) {
      const words = foldLine(lines, line);
      const copied = firsts.get(words);
      if (words !== '' && copied !== undefined) predicted.add(`${line} ${copied}`);
    }
  }
  return gold.size + predicted.size === 0 ? null : setF1(predicted, gold);
}

/** B-cubed F1 of speakers over the lines of posts that are not empty (Bagga and Baldwin 1998). */
function measureAuthors(ground: Ground, gold: Ground['gold']['posts'], places: readonly PlacedPost[]): number | null {
  const { lines, posts } = ground;
  const truth = new Map<number, string>();
  for (const { author, first_line, last_line } of gold)
    for (const line of listLines(lines, first_line, last_line))
      if (lines[line - 1]!.trim() !== '') truth.set(line, author!);
  const guess = new Map<number, string>();
  for (const place of places) for (const line of linesOf(ground, place)) guess.set(line, posts.get(place.id)!.speaker);
  if (truth.size === 0) return null;
  const both = new Map<string, number>();
  const ofAuthor = new Map<string, number>();
  const ofSpeaker = new Map<string, number>();
  const keys = [...truth].map(([line, author]) => {
    // A line that no post holds is alone with itself.
    const speaker = guess.has(line) ? `post ${guess.get(line)}` : `line ${line}`;
    const key = { author, speaker, both: JSON.stringify([author, speaker]) };
    count(both, key.both);
    count(ofAuthor, author);
    count(ofSpeaker, speaker);
    return key;
  });
  const mean = (share: (key: (typeof keys)[number]) => number) =>
    keys.reduce((sum, key) => sum + share(key), 0) / keys.length;
  const precision = mean((key) => both.get(key.both)! / ofSpeaker.get(key.speaker)!);
  const recall = mean((key) => both.get(key.both)! / ofAuthor.get(key.author)!);
  return (2 * precision * recall) / (precision + recall);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Share of gold replies whose post starts where it should and answers the post that starts where its parent does. */
function measureReplies(ground: Ground, gold: Ground['gold']['posts'], places: readonly PlacedPost[]): number | null {
  const goldPosts = new Map(gold.map((post) => [post.id, post]));
  const own = places.filter(({ copy }) => !copy);
  const startOf = new Map(own.map(({ id, first }) => [id, first]));
  const startingAt = new Map(own.map(({ id, first }) => [first, id]));
  const replies = gold.filter(({ duplicate_of, reply_to }) => duplicate_of === null && goldPosts.has(reply_to ?? ''));
  const right = replies.filter(({ first_line, reply_to }) => {
    const post = ground.posts.get(startingAt.get(first_line) ?? '');
    return post && startOf.get(post.replyTo ?? '') === goldPosts.get(reply_to!)!.first_line;
  });
  return replies.length === 0 ? null : right.length / replies.length;
}
