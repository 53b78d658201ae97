import { isSpace } from './letters.ts';
import { DROPPED, maskMarkup } from './markdown-mask.ts';

const MARKS = /[\\`*_~[>#]|</u;

/**
 * Markdown as one line for display: without emphasis, code and quote marks, headings and backslashes, links and images
 * as their words, single spaces. Light on purpose: what is no clear mark-up stays as it is written. Linear.
 */
export function plainText(markdown: string): string {
  const mask = MARKS.test(markdown) ? maskMarkup(markdown) : null;
  const pieces: string[] = [];
  let from = 0;
  let spaced = true;
  for (let at = 0; at <= markdown.length; at += 1) {
    const dropped = at === markdown.length || mask?.[at] === DROPPED;
    const space = !dropped && isSpace(markdown.charCodeAt(at));
    if (!dropped && !(space && (spaced || markdown[at] !== ' '))) {
      spaced = space;
      continue;
    }
    if (at > from) pieces.push(markdown.slice(from, at));
    if (space && !spaced) pieces.push(' ');
    spaced ||= space;
    from = at + 1;
  }
  return pieces.join('').trimEnd();
}
