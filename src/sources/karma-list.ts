import type { ForumHeader } from './forum-header.ts';

/** The `<karma><name>` lines of a page and where they lie. */
export interface KarmaList {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** What a line of the list says of one comment. */
export interface ListedComment {
  readonly name: string;
  readonly karma: string;
  /** A glued header behind the name. */
  readonly rest: string;
}

const LISTED = /^-?\d{1,5}[^\d\s.,:;)%][^\n]{0,59}$|^-?\d{2,5}[^\n]{1,59}$/;
const AGE_NEXT = /^\d{1,3}(?:mo|[smhdwy])(?![a-z])/;

/** The list that ends above `end` (the `New Comment` line), blank lines and furniture between aside; null where there is none. */
export function findKarmaList(text: string, end: number): KarmaList | null {
  const lines: string[] = [];
  let start = end;
  let last = end;
  for (let to = end; to > 0; ) {
    const from = to < 2 ? 0 : text.lastIndexOf('\n', to - 2) + 1;
    const line = text.slice(from, Math.min(to, from + 100)).trim();
    if (line !== '') {
      if (!LISTED.test(line)) break;
      if (lines.length === 0) last = to;
      lines.push(line);
      start = from;
    }
    to = from;
  }
  return lines.length === 0 ? null : { start, end: last, lines: lines.reverse() };
}

/** The comments by their lines, first to first; null where the list does not fit the headers one to one. */
export function alignKarma(list: KarmaList, headers: readonly ForumHeader[]): readonly ListedComment[] | null {
  if (list.lines.length !== headers.length) return null;
  const pairs = headers.map((header, at) => matchListed(list.lines[at]!, header));
  return pairs.every((pair) => pair !== null) ? pairs : null;
}

/** Names on the list with their shortest karma, for headers that it does not fit line by line. */
export function listedNames(list: KarmaList): string[] {
  return list.lines.map((line) => line.replace(/^-?\d+/, '').trim()).filter((name) => name !== '');
}

/** A name may start with a digit, so each split of the leading digits is tried. */
function matchListed(line: string, header: ForumHeader): ListedComment | null {
  const digits = /^-?\d+/.exec(line)?.[0] ?? '';
  for (let cut = digits.length; cut > 0; cut--) {
    const karma = line.slice(0, cut);
    const name = line.slice(cut).trim();
    if (name === '' || karma === '-') continue;
    if (header.glued === null) {
      if (header.name === name) return { name, karma, rest: '' };
    } else if (header.glued.startsWith(name) && AGE_NEXT.test(header.glued.slice(name.length))) {
      return { name, karma, rest: header.glued.slice(name.length) };
    }
  }
  return null;
}
