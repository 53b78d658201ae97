import type { ClaimGraph } from '../graph/index.ts';
import type { Thread } from '../thread/index.ts';
import { PAIR_SHARE } from './constants.ts';

/** Two speakers, in the order of their ids. */
export type Pair = readonly [string, string];

/** Who answered whom. */
export interface Exchanges {
  /** Pairs that exchanged a turn, busiest first. */
  readonly pairs: readonly Pair[];
  /** Whether one pair makes most of the answering turns. */
  readonly pairwise: boolean;
  /** The post that a post answers. */
  readonly answers: ReadonlyMap<string, string>;
  /** Posts by other speakers that answer a post. */
  readonly answeredBy: ReadonlyMap<string, readonly string[]>;
  speakerOf(post: string): string | undefined;
  met(one: string, other: string): boolean;
}

const keyOf = (one: string, other: string) => JSON.stringify(one < other ? [one, other] : [other, one]);

/**
 * Reads who answered whom: by the source's parents and quotes; where the source gives no parents at all, a turn answers
 * the last turn of somebody else. A move aimed at another's words is contact too, but no turn.
 */
export function readExchanges(thread: Thread, graph: ClaimGraph): Exchanges {
  const posts = thread.posts.filter(({ id }) => graph.posts.has(id));
  const speakerOf = new Map(posts.map(({ id, speaker }) => [id, speaker]));
  const hasParents = posts.some(({ replyBy }) => replyBy === 'source');
  const answers = new Map<string, string>();
  const answeredBy = new Map<string, string[]>();
  const turns = new Map<string, number>();
  let before: { id: string; speaker: string } | null = null;
  let lastOther: string | null = null;
  for (const post of posts) {
    if (before && before.speaker !== post.speaker) lastOther = before.id;
    before = post;
    const parent = post.replyTo !== null && speakerOf.has(post.replyTo) ? post.replyTo : hasParents ? null : lastOther;
    if (parent === null) continue;
    answers.set(post.id, parent);
    if (speakerOf.get(parent) === post.speaker) continue;
    const replies = answeredBy.get(parent);
    if (replies) replies.push(post.id);
    else answeredBy.set(parent, [post.id]);
    const key = keyOf(speakerOf.get(parent)!, post.speaker);
    turns.set(key, (turns.get(key) ?? 0) + 1);
  }
  const total = [...turns.values()].reduce((sum, count) => sum + count, 0);
  const most = [...turns.values()].reduce((best, count) => Math.max(best, count), 0);
  const contacts = new Set(turns.keys());
  for (const { speaker, target } of graph.moves.values()) {
    const other = target === null ? undefined : (graph.claims.get(target)?.speaker ?? speakerOf.get(target));
    if (other !== undefined && other !== speaker) contacts.add(keyOf(speaker, other));
  }
  const count = (key: string) => turns.get(key) ?? 0;
  const busiest = [...contacts].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
  return {
    pairs: busiest.map((key) => JSON.parse(key) as Pair),
    pairwise: total > 0 && most >= PAIR_SHARE * total,
    answers,
    answeredBy,
    speakerOf: (post) => speakerOf.get(post),
    met: (one, other) => contacts.has(keyOf(one, other)),
  };
}
