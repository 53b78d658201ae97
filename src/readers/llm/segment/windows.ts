import type { Paragraph } from '../../../thread/index.ts';
import { fence, quoteWords } from '../data-block.ts';
import { countTokens } from '../make-request.ts';

/** Paragraphs `from` to `to` (exclusive), to be divided in one call. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export const WINDOW_TOKENS = 6000;
/** Paragraphs that two windows share, so that voices on either side can be told to be the same. */
export const OVERLAP = 10;
const HEAD = 1200;
const TAIL = 300;

/** Cuts paragraphs into windows of at most `most` tokens that overlap; each has at least one paragraph beyond the overlap. */
export function planWindows(paragraphs: readonly Paragraph[], most = WINDOW_TOKENS, overlap = OVERLAP): Window[] {
  const sizes = paragraphs.map((paragraph) => countTokens(writeParagraph(paragraph, 1, 0)));
  const windows: Window[] = [];
  let from = 0;
  while (from < paragraphs.length) {
    let to = from;
    let filled = 0;
    const least = from + (windows.length === 0 ? 1 : overlap + 1);
    while (to < paragraphs.length && (to < least || filled + sizes[to]! <= most)) filled += sizes[to++]!;
    windows.push({ from, to });
    if (to === paragraphs.length) break;
    from = Math.max(to - overlap, from + 1);
  }
  return windows;
}

/** The call's text for a window. Paragraphs are numbered from 1 in each window, so that equal text makes equal calls. */
export function writeWindow(
  paragraphs: readonly Paragraph[],
  { from, to }: Window,
  declaredPosts: number | null,
): string {
  const count = to - from;
  const lines = declaredPosts === null ? [] : [`posts ${declaredPosts}`];
  for (const [at, paragraph] of paragraphs.slice(from, to).entries())
    lines.push(writeParagraph(paragraph, at + 1, from));
  return `Divide paragraphs 1 to ${count}.\n${fence(lines)}`;
}

function writeParagraph(
  { text, quotes, footnote, breakBefore, afterFurniture }: Paragraph,
  number: number,
  from: number,
): string {
  const shown = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)} [...] ${text.slice(-TAIL)}` : text;
  const repeats = quotes === null || quotes < from ? '' : ` repeats ${quotes - from + 1}`;
  const marks = `${repeats}${footnote ? ' footnote' : ''}${breakBefore || afterFurniture ? ' break' : ''}`;
  return `${number}${marks} ${quoteWords(shown)}`;
}
