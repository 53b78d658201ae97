import { bodyOf, type LeftOut, makeTurn, type Turn } from './cut.ts';
import { isBlank } from './flat-lines.ts';
import type { FrontMatter } from './front-matter.ts';
import { isFurnitureLine } from './furniture.ts';
import { tailOf } from './tail.ts';

/** What stands before the first turn that the source marks. */
export interface Opening {
  readonly title: string | null;
  readonly turns: readonly Turn[];
  readonly leftOut: readonly LeftOut[];
}

/** One paragraph, all of it in italics or brackets. */
const EDITORS_NOTE = /^\s*(?:\*[^*\n]{1,500}\*|_[^_\n]{1,500}_|\[[^\]\n]{1,500}\])\s*$/;
const TITLE = /^\s*# +([^\n]{1,300})(?:\n|$)/;
const FIELD = /^(?:\*\*)?[\p{L}][\p{L} ]{1,20}(?:\*\*:|:\*\*)[^\n]{0,300}$/u;

/**
 * Front matter, title, lines such as `**Date**: …` and an editor's note in italics are left out; other words up to `end` are one post, by the author that the
 * front matter names or by nobody known.
 */
export function openingOf(text: string, front: FrontMatter | null, end: number): Opening {
  const leftOut: LeftOut[] = [];
  let from = 0;
  if (front) {
    leftOut.push({ start: 0, end: front.end, why: 'front matter' });
    from = front.end;
  }
  const title = TITLE.exec(text.slice(from, Math.min(end, from + 2000)));
  if (title) {
    leftOut.push({ start: from, end: from + title[0].length, why: 'title' });
    from += title[0].length;
  }
  const tail = tailOf(text, from, end);
  const body = bodyOf(text, from, tail.end);
  const known = { title: front?.title ?? title?.[1]?.trim() ?? null, leftOut: [...leftOut, ...tail.leftOut] };
  const words = body[0];
  if (!words) return { ...known, turns: [] };
  if (isFrontMatter(text.slice(words.start, words.end))) {
    return { ...known, turns: [], leftOut: [...known.leftOut, { ...words, why: 'front matter' }] };
  }
  const given = { author: front?.author ?? null, time: front?.time ?? null, url: front?.url ?? null };
  return { ...known, turns: [makeTurn({ ...words, body, ...given })] };
}

function isFrontMatter(words: string): boolean {
  if (EDITORS_NOTE.test(words)) return true;
  const lines = words.split('\n');
  return lines.every((line) => isBlank(line) || FIELD.test(line.trim()) || isFurnitureLine(line));
}
