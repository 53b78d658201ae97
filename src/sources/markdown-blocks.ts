import type { BlockContent, Blockquote, DefinitionContent, List, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { lineBlocks } from './line-blocks.ts';
import type { RawBlock } from './raw-thread.ts';

// Inline marks do not matter for blocks and are two thirds of the cost and most of the known pathological input. Raw HTML,
// link definitions and underlined headings are off because in discussions they swallow what people said.
const PROSE_INSIDE = [
  'attention',
  'autolink',
  'codeText',
  'labelStartImage',
  'labelStartLink',
  'labelEnd',
  'characterReference',
  'characterEscape',
  'hardBreakEscape',
  'htmlText',
];
const SWALLOWERS = ['htmlFlow', 'definition', 'setextUnderline'];
const markdown = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [{ disable: { null: [...PROSE_INSIDE, ...SWALLOWERS] } }])
  .freeze();

type Node = RootContent | BlockContent | DefinitionContent;

/** The blocks of a stretch of Markdown, offsets in `text`. Quotes inside list items are blocks of their own. */
export function markdownBlocks(text: string): RawBlock[] {
  // The parser drops a byte order mark, which would move every offset.
  const parsed = markdown.parse(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text);
  return parsed.children.flatMap((node) => blocksOf(node, text));
}

function blocksOf(node: Node, text: string): RawBlock[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  switch (node.type) {
    case 'blockquote':
      return splitLazyLines(text, start, end);
    case 'list':
      return cutOutQuotes(node, text, start, end);
    case 'heading':
      return [{ kind: 'heading', start, end }];
    case 'thematicBreak':
      return [{ kind: 'furniture', start, end }];
    case 'code':
      return codeBlocks(text, start, end, node.lang ?? null);
    default:
      return [{ kind: isTable(text, start, end) ? 'table' : 'paragraph', start, end }];
  }
}

/** Pasted pages lose the blank line after a quote, so a line without `>` is the answer and not the quote. */
function splitLazyLines(text: string, start: number, end: number): RawBlock[] {
  const blocks: { kind: 'quote' | 'paragraph'; start: number; end: number }[] = [];
  for (let from = start; from < end; ) {
    const newline = text.indexOf('\n', from);
    const stop = newline < 0 || newline > end ? end : newline;
    const first = from + indentOf(text, from);
    const kind = text[first] === '>' ? 'quote' : 'paragraph';
    const last = blocks.at(-1);
    if (first < stop) {
      if (last?.kind === kind) last.end = stop;
      else blocks.push({ kind, start: first, end: stop });
    }
    from = stop + 1;
  }
  return blocks;
}

function cutOutQuotes(list: List, text: string, start: number, end: number): RawBlock[] {
  const quotes: Blockquote[] = [];
  const pending: Node[] = [list];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'blockquote') quotes.push(node);
    else if (node.type === 'list') for (const item of node.children) pending.push(...item.children);
  }
  quotes.sort((a, b) => a.position!.start.offset! - b.position!.start.offset!);
  const blocks: RawBlock[] = [];
  let from = start;
  for (const quote of quotes) {
    const [first, last] = [quote.position!.start.offset!, quote.position!.end.offset!];
    if (text.slice(from, first).trim()) blocks.push(...trimmed('list', text, from, first));
    blocks.push(...splitLazyLines(text, first, last));
    from = last;
  }
  return [...blocks, ...trimmed('list', text, from, end)];
}

function trimmed(kind: RawBlock['kind'], text: string, start: number, end: number): RawBlock[] {
  const slice = text.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  return slice.trim() ? [{ kind, start: from, end: from + slice.trim().length }] : [];
}

function codeBlocks(text: string, start: number, end: number, language: string | null): RawBlock[] {
  const first = start + indentOf(text, start);
  const fence = text.slice(first, first + 3);
  if (fence !== '```' && fence !== '~~~') {
    return trimmed(isProse(text.slice(start, end)) ? 'paragraph' : 'code', text, start, end);
  }
  const lastLine = text.slice(text.lastIndexOf('\n', end - 1) + 1, end).trim();
  if (lastLine.startsWith(fence) && text.lastIndexOf('\n', end - 1) > first) {
    return [{ kind: language === 'quote' ? 'quote' : 'code', start: first, end }];
  }
  // A fence that nobody closed would hide the rest of the post.
  const newline = text.indexOf('\n', first);
  if (newline < 0 || newline >= end) return [{ kind: 'code', start: first, end }];
  const rest = lineBlocks(text.slice(newline + 1, end));
  return [
    { kind: 'code', start: first, end: newline },
    ...rest.map((block) => ({ ...block, start: block.start + newline + 1, end: block.end + newline + 1 })),
  ];
}

/** Indented text of a pasted page is mostly a note or a verse; programs have their own punctuation. */
function isProse(text: string): boolean {
  const signs = text.match(/[{}();=<>$\\|[\]]/g)?.length ?? 0;
  return (text.match(/\p{L}\s+\p{L}/gu)?.length ?? 0) >= 4 && signs * 40 < text.length;
}

function isTable(text: string, start: number, end: number): boolean {
  const newline = text.indexOf('\n', start);
  if (newline < 0 || newline >= end || !text.slice(start, newline).includes('|')) return false;
  const second = text.indexOf('\n', newline + 1);
  const delimiter = text.slice(newline + 1, second < 0 || second > end ? end : second);
  return delimiter.includes('-') && delimiter.includes('|') && /^[\s|:-]+$/.test(delimiter);
}

function indentOf(text: string, from: number): number {
  let i = from;
  while (text[i] === ' ' || text[i] === '\t') i++;
  return i - from;
}
