import { bodyOf, type LeftOut, makeTurn, type Stretch, type Turn } from './cut.ts';
import { isBlank } from './flat-lines.ts';
import { isArticleFrame, isFurnitureLine } from './furniture.ts';

const LONGEST_TITLE = 200;
const BY_LINE = /^by (\S[^\n]{1,58})$/i;
const USER_LINE = /^\[([^\]\n]{1,60})\]\([^)\s]*\/users\/[^)\s]*\)$/;
const LINK_LINE = /^\s*\[\d{1,4}\]:\s*\S+\s*$/;
const COUNTS = /^\s*-?\d{1,5}\s*$/;

interface Part {
  readonly turns: readonly Turn[];
  readonly leftOut: readonly LeftOut[];
}

/** Title and article of a page, from its start to `end`; tags, dates and karma around the article are left out. */
export function articleOf(text: string, end: number): Part & { readonly title: string | null } {
  const leftOut: LeftOut[] = [];
  let title: string | null = null;
  let author: string | null = null;
  let from = 0;
  for (const line of linesOf(text, 0, end)) {
    const words = text.slice(line.start, Math.min(line.end, line.start + 400)).trim();
    if (isBlank(words)) continue;
    const by = (BY_LINE.exec(words) ?? USER_LINE.exec(words))?.[1] ?? null;
    const isTitle = title === null && words.length <= LONGEST_TITLE && !isArticleFrame(words);
    if (isTitle) title = words.replace(/^#{1,6} /, '');
    else if (by !== null && author === null) author = by;
    else if (!isArticleFrame(words)) break;
    leftOut.push({ ...line, why: isTitle ? 'title' : 'furniture' });
    from = line.end;
  }
  let to = end;
  for (const line of linesOf(text, from, end).reverse()) {
    const words = text.slice(line.start, Math.min(line.end, line.start + 130)).trim();
    if (isBlank(words)) continue;
    if (!isArticleFrame(words)) break;
    leftOut.push({ ...line, why: 'furniture' });
    to = line.start;
  }
  const body = bodyOf(text, from, to);
  return { title, turns: body[0] ? [makeTurn({ ...body[0], body, author })] : [], leftOut };
}

/**
 * Parts what stands between `start` and `end` into a comment's words and what the page prints below them: from the last `Reply`
 * on, the counts of reactions after it included.
 */
export function splitFooter(
  text: string,
  start: number,
  end: number,
): { readonly words: Stretch; readonly footerEnd: number } {
  const lines = linesOf(text, start, end);
  const reply = lines.findLastIndex(
    ({ start: from, end: to }) => text.slice(from, Math.min(to, from + 12)).trim() === 'Reply',
  );
  const first = lines.findIndex((line) => !isBlank(lineOf(text, line)) && !isFurnitureLine(lineOf(text, line)));
  const from = first > 0 && (reply < 0 || first < reply) ? lines[first]!.start : start;
  if (reply < 0) {
    const last = lines.findLastIndex((line) => !isBlank(lineOf(text, line)) && !isFurnitureLine(lineOf(text, line)));
    const to = last < 0 ? start : lines[last]!.end;
    return { words: { start: Math.min(from, to), end: to }, footerEnd: to };
  }
  let footerEnd = lines[reply]!.end;
  for (const line of lines.slice(reply + 1)) {
    const words = lineOf(text, line);
    if (isBlank(words)) continue;
    if (!COUNTS.test(words) && !isFurnitureLine(words)) break;
    footerEnd = line.end;
  }
  return { words: { start: from, end: lines[reply]!.start }, footerEnd };
}

/** What is left between comments: the page's words are left out, others are a post that nobody is known to have written. */
export function wordsAndFurniture(text: string, start: number, end: number): Part {
  const leftOut: LeftOut[] = [];
  let from = -1;
  let to = -1;
  for (const line of linesOf(text, start, end)) {
    const shown = lineOf(text, line);
    if (isBlank(shown)) continue;
    if (from < 0 && (isFurnitureLine(shown) || LINK_LINE.test(shown))) leftOut.push({ ...line, why: 'furniture' });
    else {
      if (from < 0) from = line.start;
      to = line.end;
    }
  }
  if (from < 0) return { turns: [], leftOut };
  return { turns: [makeTurn({ start: from, end: to, body: bodyOf(text, from, to) })], leftOut };
}

function lineOf(text: string, line: Stretch): string {
  return text.slice(line.start, Math.min(line.end, line.start + 400));
}

function linesOf(text: string, start: number, end: number): Stretch[] {
  const lines: Stretch[] = [];
  for (let from = start; from < end; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > end ? end : newline;
    lines.push({ start: from, end: to });
    from = to + 1;
  }
  return lines;
}
