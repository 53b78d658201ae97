import { bodyOf, type Cut, type LeftOut, makeTurn, type Turn } from './cut.ts';
import { canBeName } from './false-names.ts';
import { flatLines, lineAt } from './flat-lines.ts';
import { readFrontMatter } from './front-matter.ts';
import { isHtmlBody, readHtmlBody } from './html-body.ts';
import { openingOf } from './opening.ts';
import { countSpeakers } from './recurrence.ts';
import { tailOf } from './tail.ts';

/** A heading that may name who wrote what follows. `sure`: it says so in words (`Comment by …`) or gives a date. */
export interface NameHeading {
  readonly line: number;
  /** Offset behind the heading. */
  readonly wordsAt: number;
  readonly level: number;
  readonly name: string;
  readonly key: string | null;
  readonly url: string | null;
  readonly time: string | null;
  readonly sure: boolean;
}

const DATE = /\d{1,2}:\d{2}|\b(?:19|20)\d{2}\b|\bago\b|\d{1,2}[./]\d{1,2}[./]\d{2}/;
const LINK = /^\[([^\]\n]{1,80})\]\(([^)\s]{0,400})\)/;
const BY = /^(?:comment|reply|answer|post|message)(?: #?(\d{1,9}))? (?:by|from) /i;
const SAID = /^(\S.{0,60}?) (?:wrote|said|says|writes)(?: on (.{3,40}?))?:?$/;
const DATED = /^(\S.{0,60}?)\s+(?:[—–·|-]\s+(\S.{2,40})|\(([^()]{3,40})\))$/;

/** Headings of one level that name speakers: two names and two turns at least, and a name that recurs or headings that say so. */
export function findNameHeadings(text: string): NameHeading[] {
  const lines = flatLines(text);
  const levels = new Map<number, NameHeading[]>();
  for (let line = 0; line < lines.count; line++) {
    if (text[lines.starts[line]!] !== '#') continue;
    const heading = readHeading(lineAt(lines, line, 600));
    if (!heading) continue;
    const same = levels.get(heading.level) ?? [];
    same.push({ ...heading, line, wordsAt: lines.ends[line]! });
    levels.set(heading.level, same);
  }
  return [...levels.values()]
    .map((headings) => accepted(text, headings))
    .reduce((most, found) => (found.length > most.length ? found : most), []);
}

function accepted(text: string, headings: readonly NameHeading[]): NameHeading[] {
  const sure = headings.filter((heading) => heading.sure);
  if (sure.length >= 2 && sure.length >= headings.length / 2) return sure;
  const counts = countSpeakers(text, headings);
  const recurring = headings.filter(({ name }) => counts.get(name)! >= 2);
  const names = new Set(recurring.map(({ name }) => name)).size;
  if (recurring.length < 2 || counts.size < 2 || recurring.length < headings.length / 2) return [];
  // Where nearly all headings are names, a name that comes once is one more; in a mixed text it may be a section.
  return names >= 2 && recurring.length < headings.length * 0.7 ? recurring : [...headings];
}

function readHeading(line: string): Omit<NameHeading, 'line' | 'wordsAt'> | null {
  const found = /^(#{1,5})[ \t]+(\S[^\n]*?)[ \t]*#*$/.exec(line);
  if (!found) return null;
  let words = found[2]!
    .replace(/<a [^>]{0,100}><\/a>/g, '')
    .replaceAll('**', '')
    .trim();
  const by = BY.exec(words);
  if (by) words = words.slice(by[0].length);
  const link = LINK.exec(words);
  if (link) words = `${link[1]}${words.slice(link[0].length)}`;
  const said = SAID.exec(words);
  const dated = said ? null : DATED.exec(words);
  const when = said?.[2] ?? dated?.[2] ?? dated?.[3] ?? null;
  const time = when !== null && DATE.test(when) ? when : null;
  const whole = said ? said[1]! : dated && time !== null ? dated[1]! : words;
  const name = whole.replace(/^@|:$/g, '').replace(/\\(.)/g, '$1').trim();
  if (!canBeName(name)) return null;
  const sure = by !== null || said !== null || time !== null || whole.startsWith('@');
  const url = link && /^(?:https?:|\/)/.test(link[2]!) ? link[2]! : null;
  return { level: found[1]!.length, name, key: by?.[1] ?? null, url, time, sure };
}

/** Turns under headings that name their speaker. */
export function cutHeadingTurns(text: string, headings: readonly NameHeading[]): Cut {
  const lines = flatLines(text);
  const front = readFrontMatter(text);
  const topic = /^topic_id: *(\d+)/m.exec(text.slice(0, front?.end ?? 0))?.[1] ?? null;
  const opening = openingOf(text, front, lines.starts[headings[0]!.line]!);
  const turns: Turn[] = [...opening.turns];
  const leftOut: LeftOut[] = [...opening.leftOut];
  for (const [at, { line, name, key, time }] of headings.entries()) {
    const next = headings[at + 1]?.line ?? lines.count;
    const from = lines.ends[line]!;
    const tail = tailOf(text, from, lines.ends[next - 1]!);
    for (const part of tail.leftOut) leftOut.push(part);
    const place = { start: lines.starts[line]!, end: tail.end };
    const [words] = bodyOf(text, from, tail.end);
    const html = words !== undefined && isHtmlBody(text.slice(words.start, words.end));
    const written = html ? readHtmlBody(text, words, topic) : null;
    turns.push(makeTurn({ ...place, body: words && !html ? [words] : [], written, author: name, key, time }));
  }
  return { title: opening.title, turns, leftOut, declaredPosts: null, notices: [] };
}
