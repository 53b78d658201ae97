import type { BlockKind } from '../graph-file/index.ts';
import type { RawBlock } from './raw-thread.ts';

const SPACE = 32;
const TAB = 9;

/** What a line on its own looks like: `blank`, or the kind of block that it starts or goes on with. */
function lineKind(text: string, start: number, end: number): BlockKind | 'blank' | 'fence' | 'rule' {
  let i = start;
  while (i < end && (text.charCodeAt(i) === SPACE || text.charCodeAt(i) === TAB)) i++;
  if (i === end || text.slice(i, end).trim() === '') return 'blank';
  const char = text[i]!;
  if (char === '>') return 'quote';
  if ((char === '`' || char === '~') && text.startsWith(char.repeat(3), i)) return 'fence';
  if (char === '#') return /^#{1,6}(?:[ \t]|$)/.test(text.slice(i, Math.min(end, i + 8))) ? 'heading' : 'paragraph';
  const head = text.slice(i, Math.min(end, i + 80));
  if (end - i <= 80 && /^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/.test(head)) return 'rule';
  if (/^(?:[-*+•○▪]|\d{1,9}[.)])[ \t]/.test(head)) return 'list';
  return 'paragraph';
}

/**
 * Blocks found line by line, with no nesting: linear on any text. Blank lines and a change of kind part blocks; a list goes on
 * over lines without a marker; a fence that never closes is taken as text.
 */
export function lineBlocks(text: string): RawBlock[] {
  const blocks: RawBlock[] = [];
  let open: { kind: BlockKind; start: number; end: number } | null = null;
  const close = () => {
    if (open) blocks.push({ kind: open.kind, start: open.start, end: open.end });
    open = null;
  };
  let lastFence = text.lastIndexOf('```');
  if (text.lastIndexOf('~~~') > lastFence) lastFence = text.lastIndexOf('~~~');
  let fenced = false;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    let kind = lineKind(text, start, end);
    const closing = fenced && kind === 'fence';
    if (fenced && kind !== 'blank') kind = 'code';
    else if (kind === 'fence') {
      fenced = start < lastFence;
      kind = fenced ? 'code' : 'paragraph';
      if (fenced) close();
    }
    const goesOn: boolean = open !== null && (open.kind === kind || (open.kind === 'list' && kind === 'paragraph'));
    if (kind === 'blank') {
      if (!fenced) close();
    } else if (goesOn && open && kind !== 'heading') {
      open.end = trimmedEnd(text, start, end);
    } else {
      close();
      const from = trimmedStart(text, start);
      open = {
        kind: kind === 'rule' ? 'furniture' : (kind as BlockKind),
        start: from,
        end: trimmedEnd(text, from, end),
      };
      if (kind === 'rule') close();
    }
    if (closing) {
      fenced = false;
      close();
    }
    start = end + 1;
  }
  close();
  return blocks;
}

function trimmedStart(text: string, from: number): number {
  let i = from;
  while (text.charCodeAt(i) === SPACE || text.charCodeAt(i) === TAB) i++;
  return i;
}

function trimmedEnd(text: string, from: number, end: number): number {
  let i = end;
  while (i > from && (text.charCodeAt(i - 1) === SPACE || text.charCodeAt(i - 1) === TAB)) i--;
  return i;
}
