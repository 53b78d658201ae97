import type { Block, BlockKind, Quote } from '../graph-file/index.ts';
import { splitSentences } from '../text/index.ts';
import type { Sentence } from './thread.ts';

const SPEECH: ReadonlySet<BlockKind> = new Set(['paragraph', 'quote', 'list', 'footnote', 'heading']);

/** Sentences of a post with ids `<post number>.<sentence number>`; code, tables and furniture have none. */
export function numberSentences(
  post: number,
  text: string,
  blocks: readonly Block[],
  quotes: readonly Quote[],
): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [block, { kind, start, end }] of blocks.entries()) {
    if (!SPEECH.has(kind)) continue;
    for (const span of splitSentences(text.slice(start, end))) {
      const from = start + span.start;
      const to = start + span.end;
      const quoted = kind === 'quote' || quotes.some((quote) => quote.start < to && from < quote.end);
      sentences.push({ id: `${post}.${sentences.length + 1}`, start: from, end: to, quoted, block });
    }
  }
  return sentences;
}
