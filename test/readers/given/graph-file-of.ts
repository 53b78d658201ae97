import type { ClaimGraph } from '../../../src/graph/index.ts';
import { type GraphFile, parseGraphFile, serializeGraphFile } from '../../../src/graph-file/index.ts';
import type { Thread } from '../../../src/thread/index.ts';

/** A graph file of a thread and its graph with nothing computed beyond it, written and read back. */
export function graphFileOf(thread: Thread, graph: ClaimGraph, more: Partial<GraphFile> = {}): GraphFile {
  const { id, title, format, source, sha256, lines, captures, paragraphs, turns } = thread;
  const reader = { name: 'llm', model: 'some-model', version: '7' } as const;
  const file: GraphFile = {
    schema: 'cruxgraph/1',
    thread: {
      id,
      title,
      format,
      source,
      sha256,
      lines,
      captures,
      paragraphs: { ...paragraphs },
      reader,
      asOf: null,
      turns,
    },
    speakers: [...thread.speakers],
    posts: thread.posts.map(({ sentences, ...post }) => ({
      ...post,
      ...{ pieces: [...post.pieces], copies: [...post.copies], quotes: [...post.quotes], blocks: [...post.blocks] },
    })),
    claims: [...graph.claims.values()],
    propositions: [...graph.propositions.values()],
    relations: [...graph.relations.values()],
    moves: [...graph.moves.values()],
    ...{ issues: [], cruxes: [], agreements: [], unanswered: [], terms: [], notices: [...thread.notices] },
    ledger: {
      posts: { read: thread.posts.length, skipped: 0, failed: 0 },
      claims: { kept: graph.claims.size, repaired: 0, dropped: 0 },
      requests: 3,
      tokens: { in: 10, out: 5, cached: 0 },
    },
    ...more,
  };
  return parseGraphFile(serializeGraphFile(file), 'test.crux.json');
}
