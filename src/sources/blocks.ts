import { lineBlocks } from './line-blocks.ts';
import { markFootnotes } from './mark-footnotes.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import type { RawBlock } from './raw-thread.ts';

/** Above this many nested quote and list marks on a line nobody means them. */
const DEEPEST = 32;
const DEEPEST_INDENT = 120;
/** Markdown parsers take time with the square of the lines in one container; this bounds it to a constant per character. */
const LINES_SQUARED_PER_CHARACTER = 30;
/** Above this many lines of fewer than six characters each it is no prose, and parsers pay by the line. */
const SHORT_LINES = 400;
const CHUNK = 4000;

/**
 * Blocks of a post's Markdown in order: they do not overlap and every letter of `text` lies in one. Offsets are UTF-16 code units.
 * A quote ends with its last `>` line. Time is linear in `text`; stretches that are hostile to parsers are read line by line.
 */
export function splitBlocks(text: string): RawBlock[] {
  if (isPlain(text)) return markFootnotes(text, lineBlocks(text));
  const blocks: RawBlock[] = [];
  for (const [start, end] of independentStretches(text)) {
    const stretch = text.slice(start, end);
    const found = isHostile(stretch) ? lineBlocks(stretch) : markdownBlocks(stretch);
    for (const block of found) blocks.push({ ...block, start: block.start + start, end: block.end + start });
  }
  return markFootnotes(text, blocks);
}

/** Whether a text is nested so deep, or so broken into lines inside quotes and lists, that `splitBlocks` reads it line by line. */
export function isPathological(text: string): boolean {
  return !isPlain(text) && independentStretches(text).some(([start, end]) => isHostile(text.slice(start, end)));
}

/** No line starts with anything that Markdown gives a meaning to. */
function isPlain(text: string): boolean {
  for (let start = 0; start < text.length; ) {
    let i = start;
    while (text.charCodeAt(i) === 32) i++;
    if (i - start > 3 || '#>-*+_=`~|:\t\uFEFF'.includes(text[i] ?? 'x')) return false;
    const digit = text.charCodeAt(i);
    if (digit >= 48 && digit <= 57 && /^\d{1,9}[.)]/.test(text.slice(i, i + 10))) return false;
    const newline = text.indexOf('\n', i);
    if (newline < 0) return true;
    start = newline + 1;
  }
  return true;
}

/**
 * Cuts at blank lines that end every open quote and list (the next line is not indented and no list item) and lie in no fence,
 * so that the parts can be parsed apart with the same result.
 */
function independentStretches(text: string): [number, number][] {
  const stretches: [number, number][] = [];
  let from = 0;
  let fence: string | null = null;
  let afterBlank = false;
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text.slice(start, Math.min(end, start + 200)))?.[1];
    const first = text[start] ?? '\n';
    const free = first.trim() !== '' && !/^(?:[-*+]|\d)/.test(first);
    if (afterBlank && free && !fence && start - from > CHUNK) {
      stretches.push([from, start]);
      from = start;
    }
    if (mark && fence === null) fence = mark;
    else if (mark && fence !== null && mark[0] === fence[0] && mark.length >= fence.length) fence = null;
    afterBlank = start === end || text.slice(start, end).trim() === '';
    start = end + 1;
  }
  if (from < text.length) stretches.push([from, text.length]);
  return stretches;
}

function isHostile(stretch: string): boolean {
  let lines = 0;
  let containers = false;
  for (let start = 0; start < stretch.length; ) {
    let marks = 0;
    let i = start;
    for (; i < stretch.length; i++) {
      const char = stretch[i]!;
      if (char === '>') marks++;
      else if ((char === '-' || char === '*' || char === '+') && isGap(stretch[i + 1])) marks++;
      else if ((char === '.' || char === ')') && isGap(stretch[i + 1])) marks++;
      else if (!isGap(char) && !(char >= '0' && char <= '9')) break;
      else if (char === '\n') break;
      if (marks > DEEPEST || (marks === 0 && i - start > DEEPEST_INDENT)) return true;
    }
    containers ||= marks > 0;
    lines++;
    const newline = stretch.indexOf('\n', i);
    if (newline < 0) break;
    start = newline + 1;
  }
  if (lines > SHORT_LINES && lines * 6 > stretch.length) return true;
  return containers && lines * lines > LINES_SQUARED_PER_CHARACTER * Math.max(stretch.length, 500);
}

function isGap(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n';
}
