import { type Notice, SourceError } from '../errors/index.ts';
import { assemble } from './assemble.ts';
import { bodyOf, type Cut, type LeftOut, makeTurn, shiftCut, type Turn } from './cut.ts';
import { flatLines, lineAt } from './flat-lines.ts';
import { captureStarts } from './forum-captures.ts';
import { articleOf, splitFooter, wordsAndFurniture } from './forum-frame.ts';
import { type ForumHeader, findForumHeaders } from './forum-header.ts';
import { type SplitHeader, splitGlued, splitRest } from './forum-names.ts';
import { readVotes } from './forum-votes.ts';
import { announcedComments } from './furniture.ts';
import { alignKarma, findKarmaList, type KarmaList, listedNames } from './karma-list.ts';
import type { RawThread } from './raw-thread.ts';
import { sayCount } from './say-count.ts';

const HEAD = 300_000;

/** 0..1: how much a text looks like a page of LessWrong, the Alignment Forum or the EA Forum that was pasted with its comment headers. */
export function looksLikeForumPage(text: string): number {
  const head = text.slice(0, HEAD);
  if (!/\[ ?[-−–+] ?\\?\]/.test(head)) return 0;
  const headers = findForumHeaders(head).filter(({ start }) => !head.startsWith('Answer by', start));
  if (headers.length === 0) return 0;
  const framed = /^New Comment\s*$|^\d+ comments?, sorted by/m.test(head);
  if (headers.length >= 2) return framed ? 1 : 0.9;
  return framed ? 0.9 : 0.45;
}

/**
 * Reads a pasted forum page. Names and karma that run together are split by the list of both above `New Comment`; where that
 * does not fit, karma stays unset. Nesting is lost in such pages, so no post has a parent.
 * Throws a SourceError where there is no comment header.
 */
export function readForumPage(text: string, name: string): RawThread {
  const headers = findForumHeaders(text);
  if (headers.length > 0) return assemble(text, 'forum-page', 'given', cutForumPage(text, headers));
  throw new SourceError(
    `${name}: no comment of a forum page in it`,
    'A pasted page has a line such as `[-]Name3d52` above each comment; copy it with the comments unfolded.',
  );
}

/** Where articles and comments lie in a pasted forum page, or in several captures of it one after the other. */
export function cutForumPage(text: string, headers: readonly ForumHeader[] = findForumHeaders(text)): Cut {
  const starts = captureStarts(text, headers);
  if (starts.length === 1) return cutPage(text, headers);
  const pages = starts.map((start, at) => {
    const page = text.slice(start, starts[at + 1] ?? text.length);
    return shiftCut(cutPage(page, findForumHeaders(page)), start);
  });
  return {
    title: pages[0]!.title,
    turns: pages.flatMap(({ turns }) => turns),
    leftOut: pages.flatMap(({ leftOut }) => leftOut),
    declaredPosts: pages[0]!.declaredPosts,
    notices: pages[0]!.notices,
  };
}

function cutPage(text: string, headers: readonly ForumHeader[]): Cut {
  const firstHeader = headers[0]?.start ?? text.length;
  const frame = findFrame(text, firstHeader);
  const list = frame.commentsFrom === null ? null : findKarmaList(text, frame.commentsFrom);
  const topEnd = list?.start ?? frame.commentsFrom ?? firstHeader;
  const article = articleOf(text, topEnd);
  const between = wordsAndFurniture(text, list?.end ?? topEnd, firstHeader);
  const turns: Turn[] = [...article.turns, ...between.turns];
  const leftOut: LeftOut[] = [...article.leftOut, ...between.leftOut];
  if (list) leftOut.push({ start: list.start, end: list.end, why: 'furniture' });
  const read = nameHeaders(headers, list);
  for (const [at, header] of headers.entries()) {
    const next = headers[at + 1]?.start ?? text.length;
    const { words, footerEnd } = splitFooter(text, header.end, next);
    const end = Math.max(footerEnd, header.end);
    turns.push(makeTurn({ ...read.known[at]!, start: header.start, end, body: bodyOf(text, words.start, words.end) }));
    const rest = wordsAndFurniture(text, end, next);
    turns.push(...rest.turns);
    for (const part of rest.leftOut) leftOut.push(part);
  }
  const declaredPosts = frame.announced === null ? null : frame.announced + article.turns.length;
  const notices = [...read.notices, ...tellCount(frame.announced, headers.length)];
  return { title: article.title, turns, leftOut, declaredPosts, notices };
}

/** Where the part with the comments starts, and how many it announces. */
function findFrame(text: string, firstHeader: number): { commentsFrom: number | null; announced: number | null } {
  const lines = flatLines(text.slice(0, firstHeader));
  let commentsFrom: number | null = null;
  let announced: number | null = null;
  for (let line = 0; line < lines.count; line++) {
    const words = lineAt(lines, line, 130).trim();
    const count = announcedComments(words);
    if (words === 'New Comment') commentsFrom = lines.starts[line]!;
    else if (count !== null && (commentsFrom !== null || /sorted by/i.test(words))) {
      announced = count;
      commentsFrom ??= lines.starts[line]!;
    }
  }
  return { commentsFrom, announced };
}

type Known = Pick<Turn, 'author' | 'time' | 'key' | 'url' | 'state' | 'signals'>;

function nameHeaders(headers: readonly ForumHeader[], list: KarmaList | null): { known: Known[]; notices: Notice[] } {
  const comments = headers.filter(({ answer }) => !answer);
  const listed = list ? alignKarma(list, comments) : null;
  const guesses = listed ? [] : splitGlued(comments, list ? listedNames(list) : []);
  const at = new Map(comments.map((header, index) => [header, index]));
  const known = headers.map((header) => {
    const index = at.get(header) ?? -1;
    const row = listed?.[index] ?? null;
    const split = header.glued === null ? null : row ? splitRest(row.name, row.rest) : (guesses[index] ?? null);
    return knownOf(header, split, row?.karma ?? null);
  });
  const unread = known.filter(
    ({ signals }, index) => hasVotes(headers[index]!) && signals['karma'] === undefined,
  ).length;
  return { known, notices: unread > 0 ? [tellUnread(unread, list, comments.length)] : [] };
}

function hasVotes(header: ForumHeader): boolean {
  return header.votes !== '' || (header.glued !== null && /[-\d]$/.test(header.glued));
}

function knownOf(header: ForumHeader, split: SplitHeader | null, karma: string | null): Known {
  const name = split?.name ?? header.name ?? header.glued;
  const deleted = name !== null && /^\[?(?:comment )?deleted\]?$/i.test(name);
  const votes = readVotes(split?.votes ?? header.votes, header.agreement, karma, header.glued !== null);
  const edited = split?.edited ?? header.edited;
  return {
    author: deleted || name === '[anonymous]' ? null : name,
    time: split?.age ?? header.age,
    key: header.key,
    url: header.url,
    state: deleted ? 'deleted-by-author' : 'ok',
    signals: { ...votes, ...(edited ? { edited: true } : {}), ...(header.answer ? { answer: true } : {}) },
  };
}

function tellUnread(unread: number, list: KarmaList | null, comments: number): Notice {
  const lines = list ? sayCount(list.lines.length, 'line', 'lines') : '';
  const why = list
    ? `the list of names above the comments (${lines}) does not fit the ${sayCount(comments, 'comment', 'comments')} one to one`
    : 'the page lists no names above the comments';
  const text = `The karma of ${sayCount(unread, 'comment', 'comments')} runs together with other figures and stays unset: ${why}.`;
  return { rule: 'karma-unread', post: null, text };
}

function tellCount(announced: number | null, found: number): Notice[] {
  if (announced === null || announced === found) return [];
  const text = `The page announces ${sayCount(announced, 'comment', 'comments')}; ${found} were found.`;
  return [{ rule: 'count-differs', post: null, text }];
}
