import type { Divergence } from '../divergence/index.ts';
import type { Notice } from '../errors/index.ts';
import type { ClaimGraph } from '../graph/index.ts';
import type { GraphFile, Ledger, ReaderStamp } from '../graph-file/index.ts';
import type { Thread } from '../thread/index.ts';

/** Everything that one analysis found, as the graph file holds it; lists run in the order of the thread or of rank. */
export function toGraphFile(
  thread: Thread,
  graph: ClaimGraph,
  divergence: Divergence,
  reading: { readonly stamp: ReaderStamp; readonly ledger: Ledger; readonly notices: readonly Notice[] },
  asOf: string | null,
): GraphFile {
  const order = new Map(thread.posts.map(({ id }, at) => [id, at]));
  const byPlace = <T extends { readonly post: string; readonly start: number; readonly id: string }>(
    items: Iterable<T>,
  ) =>
    [...items].sort(
      (a, b) =>
        order.get(a.post)! - order.get(b.post)! || a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
  const byId = <T extends { readonly id: string }>(items: Iterable<T>) =>
    [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const feedback = new Set(divergence.feedback);
  return {
    schema: 'cruxgraph/1',
    thread: {
      id: thread.id,
      title: thread.title,
      format: thread.format,
      source: thread.source,
      sha256: thread.sha256,
      lines: thread.lines,
      reader: reading.stamp,
      captures: thread.captures,
      paragraphs: thread.paragraphs,
      asOf,
      turns: thread.turns,
    },
    speakers: [...thread.speakers],
    posts: thread.posts.map((post) => ({
      id: post.id,
      speaker: post.speaker,
      replyTo: post.replyTo,
      replyBy: post.replyBy,
      startConfidence: post.startConfidence,
      time: post.time,
      url: post.url,
      state: post.state,
      text: post.text,
      pieces: [...post.pieces],
      source: post.source,
      copies: [...post.copies],
      quotes: [...post.quotes],
      blocks: [...post.blocks],
      signals: { ...post.signals },
    })),
    claims: byPlace(graph.claims.values()),
    propositions: byId(graph.propositions.values()),
    relations: byId(graph.relations.values()).map((relation) => ({ ...relation, feedback: feedback.has(relation.id) })),
    moves: byPlace(graph.moves.values()),
    issues: [...divergence.issues],
    cruxes: [...divergence.cruxes],
    agreements: [...divergence.agreements],
    unanswered: [...divergence.unanswered],
    terms: [...divergence.terms],
    notices: uniqueNotices([...thread.notices, ...reading.notices, ...graph.notices, ...divergence.notices]),
    ledger: reading.ledger,
  };
}

function uniqueNotices(notices: readonly Notice[]): Notice[] {
  const seen = new Set<string>();
  return notices.filter(({ rule, post, text }) => {
    const key = `${rule}\n${post}\n${text}`;
    return !seen.has(key) && seen.add(key);
  });
}
