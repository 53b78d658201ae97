import { canBeName } from './false-names.ts';

/** The line in which a pasted forum page names a comment's author, as far as its own marks split it. Offsets are in the text. */
export interface ForumHeader {
  readonly start: number;
  /** Where the words of the comment start at the earliest. */
  readonly end: number;
  /** Name, age and votes run together (`Noosphere8912d0-3`), or null where the name is marked off. */
  readonly glued: string | null;
  readonly name: string | null;
  readonly age: string | null;
  readonly edited: boolean;
  /** The rest behind the age: `Ω614`, `82`, `46 14`. */
  readonly votes: string;
  /** The agreement score that stands on the next line of its own. */
  readonly agreement: string | null;
  readonly key: string | null;
  readonly url: string | null;
  readonly answer: boolean;
}

const OPEN = /^[ \t]*\\?\[ ?[-−–+] ?\\?\]/;
const AGE = '(\\d{1,3}(?:mo|[smhdwy]))((?:\\\\?\\*)?)';
const LINKED = new RegExp(
  `^\\s*\\[([^\\]\\n]{1,80})\\](?:\\([^)\\s]{0,300}\\)|\\[\\d{1,4}\\])\\s*(?:\\[${AGE}\\](?:\\(([^)\\s]{0,400})\\)|\\[\\d{1,4}\\])|${AGE})\\s*((?:Ω ?)?-?\\d[-\\d]*)?\\s*$`,
);
const SPACED = new RegExp(`^\\s+(?:Answer by )?(\\S.{0,60}?) +${AGE}( Ω ?-?\\d+)?( -?\\d+)( -?\\d+)?(?=\\s|$)`);
const GLUED = /^\s*(\S[^\n]{0,80}?\d(?:mo|[smhdwy])(?:\\?\*)?(?:Ω ?-?\d*)?[-\d]*)\s*$/;
const ANSWER = /^\s*Answer by ([^\n]{1,60}?)\s*$/;
const COMMENT_ID = /[?&#]commentId=([\w-]{4,40})|#(?:comment-)?([\w-]{15,20})$/;
const FLAT_OPEN = '[ - ]';
const LONGEST = 900;

/** All comment headers of a page, in order: at line starts, and where a page was flattened (`[ - ]`) within lines. */
export function findForumHeaders(text: string): ForumHeader[] {
  const headers: ForumHeader[] = [];
  const flat = positionsOf(text, FLAT_OPEN);
  let next = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    let end = newline < 0 ? text.length : newline;
    const first = text[start]!;
    const open = first === '[' || first === '\\' || first === ' ' ? OPEN.exec(text.slice(start, start + 12)) : null;
    const header = open ? readHeader(text, start, start + open[0].length, end) : answerHeader(text, start, end);
    if (header) {
      headers.push(header);
      end = Math.max(end, header.end);
    }
    for (; next < flat.length && flat[next]! < end; next++) {
      const inside = flat[next]!;
      if (inside <= start || (header && inside < header.end)) continue;
      const found = flatHeader(text, inside, inside + FLAT_OPEN.length, end);
      if (found) headers.push(found);
    }
    start = end + 1;
  }
  return headers;
}

function positionsOf(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

function flatHeader(text: string, start: number, from: number, lineEnd: number): ForumHeader | null {
  const spaced = SPACED.exec(text.slice(from, Math.min(lineEnd, from + 200)));
  if (!spaced) return null;
  const [all, name, age, star, af, karma, agreement] = spaced;
  const votes = `${af ?? ''}${karma}${agreement ?? ''}`.trim().replace('Ω ', 'Ω');
  return { ...plain(start, from + all.length), name: name!, age: age!, edited: star !== '', votes };
}

function readHeader(text: string, start: number, from: number, lineEnd: number): ForumHeader | null {
  const line = text.slice(from, Math.min(lineEnd, from + LONGEST));
  const flat = flatHeader(text, start, from, lineEnd);
  if (flat) return flat;
  // Some pages put the name on the line behind the mark.
  const [own, ownEnd] = line.trim() === '' ? nextLine(text, lineEnd) : [line, lineEnd];
  const linked = LINKED.exec(own);
  if (linked) {
    const url = linked[4] ?? null;
    const number = numberLine(text, ownEnd);
    return {
      ...plain(start, number?.end ?? ownEnd),
      name: linked[1]!.replace(/\\(.)/g, '$1'),
      age: linked[2] ?? linked[5]!,
      edited: (linked[3] ?? linked[6]) !== '',
      votes: linked[7] ?? '',
      agreement: number?.words ?? null,
      key: commentId(url),
      url,
    };
  }
  const answer = ANSWER.exec(own);
  if (answer) return { ...plain(start, ownEnd), name: answer[1]!, answer: true };
  const glued = GLUED.exec(own)?.[1] ?? null;
  return glued ? { ...plain(start, ownEnd), glued } : null;
}

function answerHeader(text: string, start: number, end: number): ForumHeader | null {
  if (end - start > 80 || !text.startsWith('Answer by ', start)) return null;
  const answer = ANSWER.exec(text.slice(start, end));
  return answer && canBeName(answer[1]!) ? { ...plain(start, end), name: answer[1]!, answer: true } : null;
}

function plain(start: number, end: number): ForumHeader {
  const unknown = {
    glued: null,
    name: null,
    age: null,
    edited: false,
    votes: '',
    agreement: null,
    key: null,
    url: null,
  };
  return { start, end, ...unknown, answer: false };
}

function commentId(url: string | null): string | null {
  const found = url === null ? null : COMMENT_ID.exec(url);
  return found?.[1] ?? found?.[2] ?? null;
}

function nextLine(text: string, end: number): [string, number] {
  const from = end + 1;
  const newline = text.indexOf('\n', from);
  const stop = newline < 0 ? text.length : newline;
  return [text.slice(from, Math.min(stop, from + LONGEST)), stop];
}

/** A line that holds only a number, over one blank line at most. */
function numberLine(text: string, end: number): { words: string; end: number } | null {
  const found = /^\n(?:[ \t]*\n)?[ \t]*(-?\d{1,5})[ \t]*(?:\n|$)/.exec(text.slice(end, end + 40));
  if (!found) return null;
  return { words: found[1]!, end: end + found[0].trimEnd().length };
}
