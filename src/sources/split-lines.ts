import { isFurnitureLine } from './furniture.ts';
import type { RawBlock } from './raw-thread.ts';

/** A paragraph as one block per line, for texts that are not hard-wrapped; other blocks stay whole. Page words become `furniture`. */
export function splitLines(text: string, block: RawBlock): RawBlock[] {
  if (block.kind !== 'paragraph') return [block];
  const lines: RawBlock[] = [];
  for (let start = block.start; start < block.end; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > block.end ? block.end : newline;
    const line = text.slice(start, end);
    const from = start + line.length - line.trimStart().length;
    const kind = isFurnitureLine(line) ? 'furniture' : block.kind;
    if (line.trim() !== '') lines.push({ ...block, kind, start: from, end: from + line.trim().length });
    start = end + 1;
  }
  return lines;
}
