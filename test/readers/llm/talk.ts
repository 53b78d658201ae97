import { splitSentences } from '../../../src/text/index.ts';
import type { Thread } from '../../../src/thread/index.ts';
import { type PostSketch, sketchThread } from '../../helpers/thread.ts';

/** A sketched thread whose posts have their sentences; each line of a post is a block of its own. */
export function talk(posts: readonly PostSketch[], title: string | null = null): Thread {
  const thread = sketchThread(posts);
  return {
    ...thread,
    title,
    posts: thread.posts.map((post, number) => {
      const lines = post.text.split('\n');
      let start = 0;
      const blocks = lines.map((line) => {
        const block = { kind: 'paragraph' as const, start, end: start + line.length };
        start += line.length + 1;
        return block;
      });
      const spans = blocks.flatMap((block, at) =>
        splitSentences(post.text.slice(block.start, block.end)).map((span) => ({
          start: block.start + span.start,
          end: block.start + span.end,
          block: at,
        })),
      );
      const quoted = (from: number, to: number) => post.quotes.some(({ start, end }) => start < to && from < end);
      const sentences = spans.map((span, at) => ({
        id: `${number + 1}.${at + 1}`,
        ...span,
        quoted: quoted(span.start, span.end),
      }));
      return { ...post, blocks, sentences };
    }),
  };
}
