import type { Quote } from '../graph-file/index.ts';
import type { RawThread } from '../sources/index.ts';
import type { PostGroup } from './group-posts.ts';
import type { ThreadPost } from './thread.ts';

type Reply = Pick<ThreadPost, 'replyTo' | 'replyBy'>;

/** Which post each one answers: what the source says, else the post that it quotes most, else null. Nothing is guessed from position. */
export function resolveReplies(
  raw: RawThread,
  groups: readonly PostGroup[],
  postOfRaw: readonly (number | null)[],
  quotes: ReadonlyMap<number, readonly Quote[]>,
  speakers: readonly string[],
  idOf: (post: number) => string,
): Reply[] {
  const byKey = new Map<string, number>();
  for (const [at, { key }] of raw.posts.entries()) {
    const post = postOfRaw[at];
    if (key !== null && post != null) byKey.set(key, post);
  }
  return groups.map(({ head }, at) => {
    const parent = head.parent === null ? undefined : byKey.get(head.parent);
    if (parent !== undefined && parent !== at) return { replyTo: idOf(parent), replyBy: 'source' };
    const quoted = mostQuoted(quotes.get(at) ?? [], (id) => speakers[Number(id.slice(1)) - 1] !== speakers[at]);
    return quoted === null ? { replyTo: null, replyBy: null } : { replyTo: quoted, replyBy: 'quote' };
  });
}

function mostQuoted(quotes: readonly Quote[], foreign: (post: string) => boolean): string | null {
  const votes = new Map<string, number>();
  for (const { of, start, end } of quotes)
    if (of && foreign(of.post)) votes.set(of.post, (votes.get(of.post) ?? 0) + end - start);
  let best: string | null = null;
  for (const [post, weight] of votes) if (best === null || weight > votes.get(best)!) best = post;
  return best;
}
