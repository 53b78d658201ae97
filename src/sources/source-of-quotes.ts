import type { RawBlock } from './raw-thread.ts';

const NAME = '[\\p{L}\\d_@](?:[^:*\\n>]{0,58}[\\p{L}\\d_.)])?';
const INSIDE = new RegExp(
  `^(?:>\\s?)+(?:\\*\\*(${NAME}):\\*\\*|\\*\\*(${NAME})\\*\\*:|(${NAME}) (?:wrote|said|writes|says):)`,
  'u',
);
const BEFORE = new RegExp(`(?:^|[,>] )@?(${NAME}) (?:wrote|said|writes|says):\\**\\s*$`, 'u');

/** The blocks with the name that a quote gives its speaker: `> **Name:**` in its first line or `Name wrote:` in the line before it. */
export function sourceOfQuotes(text: string, blocks: readonly RawBlock[]): RawBlock[] {
  return blocks.map((block, at) => {
    if (block.kind !== 'quote') return block;
    const newline = text.indexOf('\n', block.start);
    const first = text.slice(block.start, Math.min(block.end, newline < 0 ? block.end : newline, block.start + 120));
    const inside = INSIDE.exec(first);
    const before = blocks[at - 1];
    const introduced = before?.kind === 'paragraph' ? BEFORE.exec(lastLine(text, before)) : null;
    const author = inside?.[1] ?? inside?.[2] ?? inside?.[3] ?? introduced?.[1];
    if (!author || author.split(/\s+/).length > 5) return block;
    return { ...block, of: { author: author.trim(), key: null } };
  });
}

function lastLine(text: string, block: RawBlock): string {
  const from = Math.max(block.start, text.lastIndexOf('\n', block.end - 1) + 1, block.end - 120);
  return text.slice(from, block.end);
}
