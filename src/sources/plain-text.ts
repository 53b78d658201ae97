import type { BlockKind } from '../graph-file/index.ts';
import { assemble } from './assemble.ts';
import { bodyOf, type Cut, type LeftOut, makeTurn, type Stretch, type Turn } from './cut.ts';
import { type FlatLines, flatLines, isBlank, lineAt } from './flat-lines.ts';
import { readFrontMatter } from './front-matter.ts';
import { announcedComments, isFurnitureLine } from './furniture.ts';
import { isHardWrapped } from './hard-wrap.ts';
import { type LineKind, lineKind } from './line-kind.ts';
import type { RawThread } from './raw-thread.ts';

/**
 * Reads text that names nobody: each paragraph is a post without an author. A line is a paragraph unless lines are wrapped by
 * width; `---` lines mark the next paragraph as the start of a turn; notes, lists, quotes, headings and page furniture are told apart.
 */
export function readPlainText(text: string): RawThread {
  return assemble(text, 'text', 'unmarked', cutPlainText(text));
}

/** Where the paragraphs of unmarked text lie. */
export function cutPlainText(text: string): Cut {
  const lines = flatLines(text);
  const wrapped = isHardWrapped(text);
  const front = readFrontMatter(text);
  const leftOut: LeftOut[] = front ? [{ start: 0, end: front.end, why: 'front matter' }] : [];
  const turns: Turn[] = [];
  let line = 0;
  while (front && line < lines.count && lines.starts[line]! < front.end) line++;
  let breakBefore = false;
  let notes = false;
  let declared: number | null = null;
  let afterFurniture = false;
  let ownWords = 0;
  while (line < lines.count) {
    const kind = kindOfLine(lines, line, notes, afterFurniture);
    const next = kind === 'blank' || kind === 'rule' ? line + 1 : endOfParagraph(lines, line, kind, wrapped);
    const whole = { start: lines.starts[line]!, end: lines.ends[next - 1]! };
    if (kind === 'rule') {
      leftOut.push({ ...whole, why: 'rule' });
      breakBefore = true;
    } else if (kind !== 'blank') {
      const words = kind === 'note' ? wordsOfNote(lines, line, next) : whole;
      if (kind === 'furniture' && declared === null) {
        const comments = announcedComments(lineAt(lines, line, 200));
        if (comments !== null) declared = comments + (ownWords > 0 ? 1 : 0);
      }
      turns.push(
        makeTurn({ ...trimmed(text, whole), body: [trimmed(text, words)], kind: blockKind(kind), breakBefore }),
      );
      breakBefore = false;
      if (kind !== 'furniture') ownWords++;
    }
    if (kind !== 'blank') {
      notes = kind === 'note' || kind === 'note-goes-on';
      afterFurniture = kind === 'furniture';
    }
    line = next;
  }
  return { title: front?.title ?? null, turns, leftOut, declaredPosts: declared, notices: [] };
}

function kindOfLine(
  lines: FlatLines,
  line: number,
  notes: boolean,
  afterFurniture: boolean,
): LineKind | 'note-goes-on' {
  const words = lineAt(lines, line, 200);
  const kind = lineKind(words);
  if (kind === 'blank' || kind === 'note' || kind === 'rule') return kind;
  if (isFurnitureLine(words) && lines.ends[line]! - lines.starts[line]! < 200) return 'furniture';
  // The counts of votes and reactions stand on lines of their own between the words of the page.
  if (afterFurniture && /^\s*-?\d{1,5}\s*$/.test(words)) return 'furniture';
  return notes && /^(?: {3}|\t)/.test(words) && kind !== 'list' ? 'note-goes-on' : kind;
}

function endOfParagraph(lines: FlatLines, first: number, kind: LineKind | 'note-goes-on', wrapped: boolean): number {
  if (kind === 'note') return endOfNote(lines, first, wrapped);
  if (kind === 'fence') return endOfFence(lines, first);
  if (kind === 'furniture' || kind === 'heading') return first + 1;
  let next = first + 1;
  if (kind === 'quote' || kind === 'table') while (lineKind(lineAt(lines, next, 200)) === kind) next++;
  else if (wrapped) while (next < lines.count && goesOn(lines, next)) next++;
  return next;
}

function goesOn(lines: FlatLines, line: number): boolean {
  const words = lineAt(lines, line, 200);
  return lineKind(words) === 'paragraph' && !isFurnitureLine(words);
}

/** A note is its mark with the words after it, or the next line that has any. */
function endOfNote(lines: FlatLines, mark: number, wrapped: boolean): number {
  let next = mark + 1;
  if (!isBareMark(lineAt(lines, mark, 200))) {
    while (wrapped && next < lines.count && goesOn(lines, next)) next++;
    return next;
  }
  while (next < lines.count && isBlank(lineAt(lines, next, 200))) next++;
  const kind = lineKind(lineAt(lines, next, 200));
  if (next >= lines.count || kind === 'note' || kind === 'rule' || isFurnitureLine(lineAt(lines, next, 200)))
    return mark + 1;
  return endOfParagraph(lines, next, kind, wrapped);
}

function isBareMark(words: string): boolean {
  return /^\s*(?:\d{1,3}[.)]\s+)?\[?[*\\]*\^[*\]]*(?:\([^)\s]*\))?\**\s*$/.test(words);
}

function wordsOfNote(lines: FlatLines, mark: number, end: number): Stretch {
  const start = isBareMark(lineAt(lines, mark, 200)) && end > mark + 1 ? lines.starts[mark + 1]! : lines.starts[mark]!;
  return bodyOf(lines.text, start, lines.ends[end - 1]!)[0] ?? { start, end: lines.ends[end - 1]! };
}

/** Behind the line that closes the fence; a fence that nobody closes is a line like others. */
function endOfFence(lines: FlatLines, first: number): number {
  const mark = lineAt(lines, first, 200).trim().slice(0, 3);
  const close = lines.text.indexOf(`\n${mark}`, lines.ends[first]!);
  if (close < 0) return first + 1;
  let next = first + 1;
  while (lines.starts[next]! <= close) next++;
  return next + 1;
}

function blockKind(kind: LineKind | 'note-goes-on'): BlockKind {
  if (kind === 'note' || kind === 'note-goes-on') return 'footnote';
  if (kind === 'fence') return 'code';
  return kind === 'blank' || kind === 'rule' ? 'furniture' : kind;
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}
