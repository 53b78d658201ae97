import { createEmphasis } from './emphasis.ts';
import { isSpace } from './letters.ts';

/** The mask of a sign that display leaves out; 0 stands for one that it shows. */
export const DROPPED = 1;

const ESCAPABLE = /[!-/:-@[-`{-~]/u;
const AUTOLINK = /<(?:https?:\/\/|mailto:|[\w.+-]{1,64}@)[^\s<>]{1,2048}>/uy;
const ADDRESS = /https?:\/\/[^\s<>"*`\]()]*(?:\([^\s<>"*`\]()]*\)[^\s<>"*`\]()]*)*/uy;
const TARGET = /\([^\n[\]()]{0,2048}(?:\([^\n[\]()]{0,2048}\)[^\n[\]()]{0,2048}){0,8}\)/uy;
const CODE_RUN = /`+/gu;
const FENCE_NAME = /[\w+-]{1,20}[ \t]*(?=\n)/uy;

/** Marks what of a Markdown text is mark-up: one byte per UTF-16 unit. */
export function maskMarkup(text: string): Uint8Array {
  const mask = new Uint8Array(text.length);
  const drop = (from: number, to: number): void => {
    mask.fill(DROPPED, from, to);
  };
  const codeEnds = pairCodeRuns(text);
  const emphasis = createEmphasis(text, drop);
  const brackets: number[] = [];
  let at = maskMargin(text, 0, drop);
  while (at < text.length) {
    const sign = text[at]!;
    if (sign === '\n') {
      at = maskMargin(text, at + 1, drop);
      if (text[at] === '\n') emphasis.forget();
    } else if (sign === '\\' && ESCAPABLE.test(text.charAt(at + 1))) {
      drop(at, at + 1);
      at += 2;
    } else if (sign === '`') at = maskCode(text, at, codeEnds, drop);
    else if (sign === '<') at = maskAutolink(text, at, drop);
    else if (sign === 'h') at = Math.max(at + 1, matchEnd(ADDRESS, text, at));
    else if (sign === '[') brackets.push(at++);
    else if (sign === ']') at = maskLink(text, brackets.pop(), at, drop);
    else if (sign === '*' || sign === '_' || sign === '~') at = emphasis.meet(at);
    else at += 1;
  }
  return mask;
}

type Drop = (from: number, to: number) => void;

/** Drops the quote marks and the heading mark at the start of a line; gives the index of its first other sign. */
function maskMargin(text: string, from: number, drop: Drop): number {
  let at = from;
  for (; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '>') drop(at, at + 1);
    else if (!isSpace(text.charCodeAt(at))) break;
  }
  let body = at;
  while (text[body] === '#' && body - at < 7) body += 1;
  if (body === at || body - at > 6 || text[body] !== ' ') return at;
  drop(at, body);
  return body;
}

/** For the start of each run of backticks the start of the next run of the same length. */
function pairCodeRuns(text: string): ReadonlyMap<number, number> {
  const runs = [...text.matchAll(CODE_RUN)];
  const later = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const { 0: run, index } of runs.reverse()) {
    const end = later.get(run.length);
    if (end !== undefined) ends.set(index, end);
    later.set(run.length, index);
  }
  return ends;
}

function maskCode(text: string, at: number, codeEnds: ReadonlyMap<number, number>, drop: Drop): number {
  let body = at;
  while (text[body] === '`') body += 1;
  const end = codeEnds.get(at);
  if (end === undefined) return body;
  const width = body - at;
  drop(at, width < 3 ? body : Math.max(body, matchEnd(FENCE_NAME, text, body)));
  drop(end, end + width);
  return end + width;
}

function maskAutolink(text: string, at: number, drop: Drop): number {
  const end = matchEnd(AUTOLINK, text, at);
  if (end < 0) return at + 1;
  drop(at, at + 1);
  drop(end - 1, end);
  return end;
}

function maskLink(text: string, open: number | undefined, at: number, drop: Drop): number {
  const end = open === undefined || text[at + 1] !== '(' ? -1 : matchEnd(TARGET, text, at + 1);
  if (open === undefined || end < 0) return at + 1;
  drop(text[open - 1] === '!' ? open - 1 : open, open + 1);
  drop(at, end);
  return end;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
