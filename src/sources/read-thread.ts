import { InternalError, type Notice, SourceError, UnknownSource, UsageError } from '../errors/index.ts';
import { decodeBytes } from './decode.ts';
import { type FormatGuess, isJson, rankFormats } from './detect.ts';
import { readForumPage } from './forum-page.ts';
import { readHackerNews } from './hackernews.ts';
import { readKialo } from './kialo.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import { FORMATS, type Format, type RawThread } from './raw-thread.ts';
import { readReddit } from './reddit.ts';
import { readTranscript } from './transcript.ts';

const UNSURE = 0.5;
const UNKNOWN = 0.1;
const HEAD = 4000;
const PAGE = /^\s*(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype|html|head|body|\?xml)\b/i;
const MAIL_HEADER =
  /^(?:From|To|Date|Subject|Message-ID|In-Reply-To|References|Received|Return-Path|Path|Newsgroups|Xref|MIME-Version|Content-Type): \S/gim;
const MAIL_HEADER_FIRST = /^\s*(?:From \S|[A-Z][A-Za-z-]{1,30}: \S)/;
const READERS: Readonly<Record<Exclude<Format, 'crux-json'>, (text: string, name: string) => RawThread>> = {
  text: readPlainText,
  transcript: readTranscript,
  markdown: readMarkdown,
  'forum-page': readForumPage,
  'reddit-json': readReddit,
  'hackernews-json': readHackerNews,
  kialo: readKialo,
};

/**
 * Bytes of a file to the discussion in it; the format is detected unless given. Throws a UsageError for an unknown format, a
 * SourceError where there is no discussion in it, an InternalError for a crux graph, which the caller opens itself.
 */
export function readThread(bytes: Uint8Array, name: string, options: { readonly format?: Format } = {}): RawThread {
  if (options.format !== undefined && !FORMATS.includes(options.format)) {
    throw new UsageError(`unknown format ${options.format}`, `Formats: ${FORMATS.join(', ')}.`);
  }
  const decoded = decodeBytes(bytes, name);
  const guesses = options.format ? [] : rankFormats(decoded.text, name);
  const format = options.format ?? guesses[0]!.format;
  if (format === 'crux-json') throw new InternalError(`${name}: a crux graph was handed to the reader of discussions`);
  if (!options.format) refuseUnknown(decoded.text, name, guesses[0]!);
  const raw = READERS[format](decoded.text, name);
  if (!raw.posts.some(saysSomething)) {
    throw new SourceError(
      `${name}: no words of a discussion in it`,
      `It was read as ${format}; --format takes ${FORMATS.join(', ')}.`,
    );
  }
  return { ...raw, notices: [...decoded.notices, ...tellDoubt(guesses), ...raw.notices] };
}

function refuseUnknown(text: string, name: string, best: FormatGuess): void {
  const head = text.slice(0, HEAD);
  if (PAGE.test(head) || (/\.x?html?$/i.test(name) && /^\s*</.test(head))) {
    throw new UnknownSource(
      `${name} is a web page or XML, which is not read`,
      'Copy the text of the page with its comments into a file, or save the thread as JSON where the site offers it.',
    );
  }
  if ((head.match(MAIL_HEADER) ?? []).length >= 3 && MAIL_HEADER_FIRST.test(head)) {
    throw new UnknownSource(
      `${name} is mail or a news article, which is not read`,
      'Put the messages into one text with a line `Name: …` or `**Name:**` before each; --format text reads the file as it is.',
    );
  }
  if (best.confidence > UNKNOWN || !isJson(text)) return;
  throw new UnknownSource(
    `${name} is JSON, but no discussion that is known`,
    'Looked for a Reddit thread (….json), a Hacker News item (Algolia or Firebase) and a crux graph.',
  );
}

function saysSomething({ text, blocks, state }: RawThread['posts'][number]): boolean {
  if (state !== 'ok') return true;
  return blocks.some(({ kind, start, end }) => kind !== 'furniture' && /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function tellDoubt([best, next]: readonly FormatGuess[]): Notice[] {
  if (!best || best.confidence >= UNSURE) return [];
  const other = next ? `; it may also be ${next.format} (${next.why})` : '';
  const text = `Read as ${best.format} (${best.why})${other}. If that is wrong, give --format.`;
  return [{ rule: 'format-unsure', post: null, text }];
}
