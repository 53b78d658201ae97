import { splitFooter } from './forum-frame.ts';
import type { ForumHeader } from './forum-header.ts';
import { findKarmaList } from './karma-list.ts';

const NEW_COMMENT = /^New Comment[ \t]*$/gm;

/**
 * Where each capture of a page starts that was pasted more than once: behind the last comment before another `New Comment` line
 * that has comments below it. The first is 0.
 */
export function captureStarts(text: string, headers: readonly ForumHeader[]): number[] {
  const starts = [0];
  const first = headers[0];
  if (!first) return starts;
  let at = 0;
  for (const { index } of text.matchAll(NEW_COMMENT)) {
    if (index < first.start) continue;
    while (at + 1 < headers.length && headers[at + 1]!.start < index) at++;
    const before = headers[at]!;
    if (at + 1 >= headers.length || before.start < starts.at(-1)!) continue;
    const list = findKarmaList(text.slice(before.end, index), index - before.end);
    const until = list ? before.end + list.start : index;
    starts.push(Math.max(before.end, splitFooter(text, before.end, until).footerEnd));
  }
  return starts;
}
