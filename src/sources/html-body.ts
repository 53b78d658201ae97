import type { BlockKind } from '../graph-file/index.ts';
import type { Stretch } from './cut.ts';
import type { RawBlock, RawPiece, RawPost } from './raw-thread.ts';

const STARTS_AS_HTML = /^\s*<(?:p|aside|ul|ol|blockquote|div|h[1-6]|pre|table|details|img|a)[\s>]/;
const KIND_OF: Readonly<Record<string, BlockKind>> = { li: 'list', pre: 'code', table: 'table' };
const BREAKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'blockquote',
  'aside',
  'pre',
  'table',
  'tr',
  'details',
  'summary',
  'hr',
]);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const LONGEST_TAG = 4000;

/** Whether a post's body is HTML, as in Markdown archives of Discourse. */
export function isHtmlBody(body: string): boolean {
  return STARTS_AS_HTML.test(body.slice(0, 40)) && body.includes('</');
}

/**
 * The words of HTML between `start` and `end` of `source`, tags dropped, with exact pieces. `blockquote` and `aside.quote` are quotes,
 * the latter with the author and, where it is of this `topic`, the post number that it names; a quote's title line is left out. One
 * pass, no tree.
 */
export function readHtmlBody(
  source: string,
  { start, end }: Stretch,
  topic: string | null,
): Pick<RawPost, 'text' | 'pieces' | 'blocks'> {
  const pieces: RawPiece[] = [];
  const blocks: RawBlock[] = [];
  const open: Open = { quotes: 0, aside: null, title: false, kinds: [] };
  const done: string[] = [];
  let block = '';
  let blockStart = 0;
  const closeBlock = () => {
    const words = block.trim();
    const from = blockStart + block.length - block.trimStart().length;
    if (words !== '') {
      blocks.push({ ...blockOf(open), start: from, end: from + words.length });
      done.push(block, '\n\n');
      blockStart += block.length + 2;
    }
    block = '';
  };
  const add = (from: number, to: number) => {
    if (open.title || (block === '' && source.slice(from, to).trim() === '')) return;
    for (let at = from; at < to; ) {
      const sign = source.slice(at, to).indexOf('&');
      const until = sign < 0 ? to : at + sign;
      const start = blockStart + block.length;
      if (until > at) pieces.push({ start, end: start + until - at, sourceStart: at });
      block += source.slice(at, until);
      if (until === to) break;
      const entity = /^&(#x?[\da-f]{1,6}|[a-z]{2,8});/i.exec(source.slice(until, Math.min(to, until + 12)));
      block += entity ? decodeEntity(entity[1]!) : '&';
      at = until + (entity ? entity[0].length : 1);
    }
  };
  for (let at = start; at < end; ) {
    const tagStart = source.indexOf('<', at);
    const textEnd = tagStart < 0 || tagStart >= end ? end : tagStart;
    add(at, textEnd);
    if (textEnd === end) break;
    const ahead = source.slice(tagStart + 1, Math.min(end, tagStart + LONGEST_TAG));
    const close = ahead.indexOf('>');
    const another = ahead.indexOf('<');
    // A tag that holds another one was never closed: what it would swallow are words.
    const whole = close >= 0 && (another < 0 || close < another);
    const tagEnd = tagStart + 1 + close;
    const tag = whole ? readTag(source.slice(tagStart, tagEnd + 1)) : null;
    if (!tag) {
      add(tagStart, tagStart + 1);
      at = tagStart + 1;
      continue;
    }
    if (tag.name === 'br') block += '\n';
    else if (BREAKS.has(tag.name) || /^h[1-6]$/.test(tag.name)) closeBlock();
    track(open, tag, topic);
    at = tagEnd + 1;
  }
  closeBlock();
  const text = done.join('').trimEnd();
  return { text, pieces: trimPieces(pieces, text.length), blocks };
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly source: string;
}

interface Open {
  quotes: number;
  aside: { author: string | null; key: string | null } | null;
  title: boolean;
  kinds: BlockKind[];
}

function readTag(source: string): Tag | null {
  const found = /^<(\/?)([a-z][a-z0-9]*)[\s>/]/i.exec(source);
  return found ? { name: found[2]!.toLowerCase(), closes: found[1] === '/', source } : null;
}

function track(open: Open, { name, closes, source }: Tag, topic: string | null): void {
  if (name === 'blockquote') open.quotes = Math.max(0, open.quotes + (closes ? -1 : 1));
  else if (name === 'aside') {
    const quote = !closes && /class="[^"]{0,60}\bquote\b/.test(source);
    const here = topic === null || topic === attribute(source, 'data-topic');
    const key = here ? attribute(source, 'data-post') : null;
    open.aside = quote ? { author: attribute(source, 'data-username'), key } : null;
    open.title = false;
  } else if (open.aside && /class="title"/.test(source)) open.title = true;
  if (name === 'blockquote') open.title = false;
  const kind = /^h[1-6]$/.test(name) ? 'heading' : KIND_OF[name];
  if (kind && !closes) open.kinds.push(kind);
  else if (kind && open.kinds.at(-1) === kind) open.kinds.pop();
}

function blockOf(open: Open): Omit<RawBlock, 'start' | 'end'> {
  if (open.quotes === 0) return { kind: open.kinds.at(-1) ?? 'paragraph' };
  return open.aside?.author ? { kind: 'quote', of: open.aside } : { kind: 'quote' };
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]{1,80})"`).exec(tag)?.[1] ?? null;
}

function decodeEntity(name: string): string {
  if (name[0] !== '#') return ENTITIES[name.toLowerCase()] ?? `&${name};`;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD';
}

function trimPieces(pieces: readonly RawPiece[], length: number): RawPiece[] {
  return pieces
    .filter((piece) => piece.start < length)
    .map((piece) => (piece.end > length ? { ...piece, end: length } : piece));
}
