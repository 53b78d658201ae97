import { isDigit, isSpace, isWordAt } from './letters.ts';
import type { Span } from './span.ts';

// Text wrapped by hand or by mail programs stays below this; in longer lines a newline was meant.
const WRAPPED_LINE = 100;
const BULLETS = '-*+\u2022\u2023\u25e6\u2043\u00b7';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly marked: boolean;
  readonly heading: boolean;
}

/**
 * Cuts a text where no sentence can run on: at blank lines, rules, headings, list items, changes of `>` depth and after
 * lines too long to be wrapped. Quote marks, bullets, numbers and `#` at the start of a stretch are left out.
 */
export function cutStretches(text: string): Span[] {
  const stretches: Span[] = [];
  let last: Line | null = null;
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const line = readLine(text, from, to);
    const open: Span | undefined = stretches.at(-1);
    if (line && last && open && runsOn(text, last, line)) stretches[stretches.length - 1] = { ...open, end: line.end };
    else if (line) stretches.push({ start: line.start, end: line.end });
    last = line;
    from = to + 1;
  }
  return stretches;
}

function runsOn(text: string, last: Line, line: Line): boolean {
  if (line.marked || line.heading || last.heading || line.depth !== last.depth) return false;
  if (last.end - last.start <= WRAPPED_LINE) return true;
  const first = text.charAt(line.start);
  return first !== first.toUpperCase();
}

/** A line without its margin; null when nothing but quote marks, spaces or a rule stands on it. */
function readLine(text: string, from: number, to: number): Line | null {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end -= 1;
  let start = from;
  let depth = 0;
  for (; start < end; start += 1) {
    if (text[start] === '>') depth += 1;
    else if (!isSpace(text.charCodeAt(start))) break;
  }
  if (start >= end || isRule(text, start, end)) return null;
  const body = skipMarker(text, start, end);
  const heading = text[start] === '#' && body > start;
  return body >= end ? null : { start: body, end, depth, marked: body > start && !heading, heading };
}

function isRule(text: string, start: number, end: number): boolean {
  const mark = text[start]!;
  if (end - start < 3 || !'-=*_~'.includes(mark)) return false;
  for (let at = start; at < end; at += 1) if (text[at] !== mark && !isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** The index behind a list marker or heading mark and its space, or `start` when there is none. */
function skipMarker(text: string, start: number, end: number): number {
  let at = start;
  const first = text[start]!;
  if (BULLETS.includes(first)) at += 1;
  else if (first === '#') {
    while (text[at] === '#' && at - start < 7) at += 1;
    if (at - start > 6) return start;
  } else at = skipNumber(text, start);
  if (at === start || !(isSpace(text.charCodeAt(at)) || first === '\u2022')) return start;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Behind `1.`, `12)`, `(3)`, `a)` or `(b)`; a letter with a dot may be an initial and is no marker. */
function skipNumber(text: string, start: number): number {
  const bracket = text[start] === '(';
  let at = bracket ? start + 1 : start;
  const body = at;
  while (at - body < 3 && isDigit(text.charCodeAt(at))) at += 1;
  const digits = at > body;
  if (!digits && isWordAt(text, at) && text.charCodeAt(at) < 0x80) at += 1;
  if (at === body) return start;
  return text[at] === ')' || (text[at] === '.' && digits && !bracket) ? at + 1 : start;
}
