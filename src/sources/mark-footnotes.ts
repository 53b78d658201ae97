import type { RawBlock } from './raw-thread.ts';

const NOTE_START = /^(?:\[\^[^\]\s]{1,40}\]:|\[?\*{0,2}\[?\^\]?(?:\([^)\s]*\))?\*{0,2}\]?(?:\([^)\s]*\))?(?:\s|$))/;
const NOTE_ITEM = /^\d{1,3}[.)]\s+\[?\*{0,2}\[?\\?\^\]?(?:\([^)\s]*\))?\*{0,2}(?:\([^)\s]*\))?(?:\s+|$)/;
const CONTENTS_LINE = /^(?:[-*+]|\d{1,3}[.)])\s+\[[^\]\n]{1,300}\]\(#[^)\s]{0,200}\)$/;
const LINK_LINE = /^\[[^\]\n]{1,80}\]:[ \t]*\S{1,2000}(?:[ \t]+"[^"]*")?[ \t]*$/;

/**
 * Turns blocks that are notes into `footnote`: `[^1]: text`, `^ text`, and the `1. ^` lists of forum pages with the paragraph or the
 * indented text after each mark. A list of link addresses and a table of contents become `furniture`.
 */
export function markFootnotes(text: string, blocks: readonly RawBlock[]): RawBlock[] {
  let waiting = false;
  let noteBefore = false;
  return blocks
    .flatMap((block) => splitBeforeNotes(text, block))
    .map((block) => {
      if (block.kind !== 'paragraph' && block.kind !== 'list' && block.kind !== 'code') {
        waiting = false;
        noteBefore = false;
        return block;
      }
      const words = text.slice(block.start, block.end);
      const head = words.slice(0, 200);
      if (block.kind === 'paragraph' && head[0] === '[' && head[1] !== '^' && isLinkList(words)) {
        return { ...block, kind: 'furniture' };
      }
      if (block.kind === 'list' && words.includes('](#') && isContentsList(words))
        return { ...block, kind: 'furniture' };
      const mark =
        block.kind === 'list' ? NOTE_ITEM.exec(head) : block.kind === 'paragraph' ? NOTE_START.exec(head) : null;
      if (mark) {
        waiting = words.length <= mark[0].length;
        noteBefore = true;
        return { ...block, kind: 'footnote' };
      }
      const before = text.slice(Math.max(0, block.start - 4), block.start);
      const indented = before.length === 4 && /^[ \t]+$/.test(before);
      if (waiting || (noteBefore && indented)) {
        waiting = false;
        return { ...block, kind: 'footnote' };
      }
      noteBefore = false;
      return block;
    });
}

function isLinkList(words: string): boolean {
  return words.split('\n').every((line) => LINK_LINE.test(line.trim()));
}

function isContentsList(words: string): boolean {
  return words.split('\n').every((line) => CONTENTS_LINE.test(line.trim()) || line.trim() === '');
}

/** A numbered list and the numbered notes behind it are one list to Markdown. */
function splitBeforeNotes(text: string, block: RawBlock): RawBlock[] {
  if (block.kind !== 'list') return [block];
  for (let at = text.indexOf('\n', block.start); at >= 0 && at < block.end; at = text.indexOf('\n', at + 1)) {
    const line = text.slice(at + 1, Math.min(block.end, at + 200));
    const indent = line.length - line.trimStart().length;
    if (!NOTE_ITEM.test(line.trimStart())) continue;
    const words = text.slice(block.start, at).trimEnd();
    return NOTE_ITEM.test(words)
      ? [block]
      : [
          { ...block, end: block.start + words.length },
          { ...block, start: at + 1 + indent },
        ];
  }
  return [block];
}
