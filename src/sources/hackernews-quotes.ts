import { fold } from '../text/index.ts';
import type { HtmlText } from './post-writer.ts';
import type { RawBlock } from './raw-thread.ts';

const FEWEST_WORDS = 4;
const LONGEST_ORIGIN = 50_000;
const MOST_STRETCHES = 16;

/**
 * The blocks of a post with italic stretches, and paragraphs between double quotation marks, turned into quotes where the
 * post above (`folded` text) has the same words: on Hacker News nothing but habit marks a quotation.
 */
export function quoteFromAbove({ text, blocks, italics }: HtmlText, folded: string): readonly RawBlock[] {
  if (folded.length > LONGEST_ORIGIN) return blocks;
  const repeats = (start: number, end: number) => {
    const words = fold(text.slice(start, end));
    return words.split(' ').length >= FEWEST_WORDS && ` ${folded} `.includes(` ${words} `);
  };
  let found: readonly RawBlock[] = blocks.map((block) => {
    const words = text.slice(block.start, block.end);
    const marked = block.kind === 'paragraph' && /^["“].*["”]$/s.test(words);
    return marked && repeats(block.start, block.end) ? { ...block, kind: 'quote' } : block;
  });
  for (const { start, end } of italics.slice(0, MOST_STRETCHES)) {
    const inOwn = found.some(({ kind, start: from, end: to }) => kind === 'paragraph' && from < start && end < to);
    if (inOwn && repeats(start, end)) found = found.flatMap((block) => cutQuote(text, block, start - 1, end + 1));
  }
  return found;
}

function cutQuote(text: string, block: RawBlock, start: number, end: number): RawBlock[] {
  if (block.kind !== 'paragraph' || start < block.start || block.end < end) return [block];
  const before = text.slice(block.start, start).trimEnd();
  const after = text.slice(end, block.end);
  const parts: RawBlock[] = [{ kind: 'quote', start, end }];
  if (before !== '') parts.unshift({ kind: 'paragraph', start: block.start, end: block.start + before.length });
  if (after.trim() !== '') {
    const lead = after.length - after.trimStart().length;
    parts.push({ kind: 'paragraph', start: end + lead, end: block.end });
  }
  return parts;
}
