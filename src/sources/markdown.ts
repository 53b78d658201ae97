import { assemble } from './assemble.ts';
import { splitBlocks } from './blocks.ts';
import { cutCommentEndpoint, findEndpointHeadings } from './comment-endpoint.ts';
import { type Cut, type LeftOut, makeTurn, type Turn } from './cut.ts';
import { readFrontMatter } from './front-matter.ts';
import { isFurnitureLine } from './furniture.ts';
import { isHardWrapped } from './hard-wrap.ts';
import { cutHeadingTurns, findNameHeadings } from './heading-turns.ts';
import { lineKind } from './line-kind.ts';
import { cutNestedComments, findQuotedHeaders } from './nested-comments.ts';
import { openingOf } from './opening.ts';
import type { RawThread } from './raw-thread.ts';
import { splitLines } from './split-lines.ts';

const HEAD = 300_000;
const MARKS = /^(?:#{1,6} \S|> ?\S|```|\[[^\]\n]+\]: \S|\|.*\|$|[-*+] \S|\*\*\S)/gm;

/** 0..1: how much a text looks like a discussion in Markdown; high where comments are marked, at most 0.6 where nobody is named. */
export function looksLikeMarkdown(text: string, name: string): number {
  const head = text.slice(0, HEAD);
  if (findEndpointHeadings(head).length > 0) return 1;
  const quoted = findQuotedHeaders(head);
  if (quoted.length > 0) return quoted.length > 1 || quoted[0]!.depth > 0 ? 0.95 : 0.7;
  if (findNameHeadings(head).length > 0) return 0.9;
  const named = /\.(?:md|markdown)$/i.test(name) ? 0.3 : 0;
  const marks = (head.slice(0, 50_000).match(MARKS) ?? []).length;
  return named + Math.min(0.3, marks * 0.03);
}

/**
 * Reads a discussion in Markdown: comments under headings that name their author, comments in nested quotes, LessWrong's Markdown for
 * programs; where nobody is named, each block is a post without an author and `---` rules part the turns.
 */
export function readMarkdown(text: string): RawThread {
  const given = cutGivenMarkdown(text);
  if (given) return assemble(text, 'markdown', 'given', given);
  return assemble(text, 'markdown', 'unmarked', cutMarkdownBlocks(text));
}

/** Where marked comments lie, or the one text of an author that the front matter names; null where nobody is named. */
export function cutGivenMarkdown(text: string): Cut | null {
  const endpoint = findEndpointHeadings(text);
  if (endpoint.length > 0) return cutCommentEndpoint(text, endpoint);
  const quoted = findQuotedHeaders(text);
  if (quoted.length > 0) return cutNestedComments(text, quoted);
  const headings = findNameHeadings(text);
  if (headings.length > 0) return cutHeadingTurns(text, headings);
  const front = readFrontMatter(text);
  if (!front?.author) return null;
  const { title, turns, leftOut } = openingOf(text, front, text.length);
  return { title, turns, leftOut, declaredPosts: null, notices: [] };
}

/** The blocks of Markdown that names nobody, each one paragraph of unmarked text. */
export function cutMarkdownBlocks(text: string): Cut {
  const front = readFrontMatter(text);
  const from = front?.end ?? 0;
  const words = text.slice(from);
  const wrapped = isHardWrapped(words);
  const leftOut: LeftOut[] = front ? [{ start: 0, end: from, why: 'front matter' }] : [];
  const turns: Turn[] = [];
  let title = front?.title ?? null;
  let breakBefore = false;
  for (const whole of splitBlocks(words)) {
    for (const block of wrapped ? [whole] : splitLines(words, whole)) {
      const place = { start: block.start + from, end: block.end + from };
      const shown = words.slice(block.start, Math.min(block.end, block.start + 400));
      if (block.kind === 'furniture' && lineKind(shown) === 'rule') {
        leftOut.push({ ...place, why: 'rule' });
        breakBefore = true;
        continue;
      }
      if (block.kind === 'heading' && turns.length === 0) title ??= shown.replace(/^#+\s*|\s*#*$/g, '');
      const printed = block.kind === 'paragraph' && isFurnitureLine(shown);
      turns.push(makeTurn({ ...place, body: [place], kind: printed ? 'furniture' : block.kind, breakBefore }));
      breakBefore = false;
    }
  }
  return { title, turns, leftOut, declaredPosts: null, notices: [] };
}
