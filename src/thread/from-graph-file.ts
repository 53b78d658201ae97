import { SourceError } from '../errors/index.ts';
import type { Block, GraphFile, Post } from '../graph-file/index.ts';
import { FORMATS } from '../sources/index.ts';
import { numberSentences } from './sentences.ts';
import type { Thread, ThreadPost } from './thread.ts';

/**
 * The thread that a graph file was made of, sentences split anew. A reply that a file written elsewhere states without a reason counts as
 * given by the source. Throws a SourceError for a format, block or circle of replies that no thread can have.
 */
export function threadFromGraphFile(file: GraphFile): Thread {
  const { id, title, source, sha256, lines, captures, paragraphs, turns } = file.thread;
  const format = FORMATS.find((known) => known === file.thread.format);
  if (!format) {
    throw new SourceError(
      `${source}: a graph file of an unknown format "${file.thread.format}"`,
      `\`thread.format\` should be one of ${FORMATS.join(', ')}.`,
    );
  }
  refuseCircles(file);
  const posts = file.posts.map((post, at): ThreadPost => {
    const blocks = post.blocks.length > 0 ? checkBlocks(post, source) : blocksAroundQuotes(post);
    return {
      ...post,
      replyBy: post.replyTo === null ? null : (post.replyBy ?? 'source'),
      blocks,
      sentences: numberSentences(at + 1, post.text, blocks, post.quotes),
    };
  });
  return {
    ...{ id, title, format, source, sha256, lines, captures, paragraphs, turns },
    speakers: file.speakers,
    posts,
    notices: file.notices,
  };
}

function checkBlocks({ id, text, blocks }: Post, source: string): readonly Block[] {
  let from = 0;
  for (const { start, end } of blocks) {
    if (start < from || end < start || end > text.length) {
      throw new SourceError(
        `${source}: the block ${start}-${end} of post ${id} overlaps another one or lies outside its text`,
        'Correct `blocks`, or delete them all: then everything outside quotes counts as paragraphs.',
      );
    }
    from = end;
  }
  return blocks;
}

/** Blocks for a file written elsewhere: its quotes, and paragraphs between them. */
function blocksAroundQuotes({ text, quotes }: Post): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  const between = (to: number) => {
    if (text.slice(from, to).trim() !== '') blocks.push({ kind: 'paragraph', start: from, end: to });
  };
  for (const { start, end } of [...quotes].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    between(start);
    blocks.push({ kind: 'quote', start, end });
    from = end;
  }
  between(text.length);
  return blocks;
}

function refuseCircles(file: GraphFile): void {
  const parents = new Map(file.posts.map(({ id, replyTo }) => [id, replyTo]));
  const walkOf = new Map<string, number>();
  for (const [walk, { id }] of file.posts.entries()) {
    let at: string | null = id;
    while (at !== null && !walkOf.has(at)) {
      walkOf.set(at, walk);
      at = parents.get(at) ?? null;
    }
    if (at === null || walkOf.get(at) !== walk) continue;
    throw new SourceError(
      `${file.thread.source}: post ${at} answers itself over other posts`,
      'Set the `replyTo` of one of them to null.',
    );
  }
}
