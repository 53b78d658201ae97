import { bodyOf, type Cut, type LeftOut, makeTurn, type Stretch, type Turn } from './cut.ts';
import { type FlatLines, flatLines, isBlank, lineAt } from './flat-lines.ts';
import { openingOf } from './opening.ts';

const HEADING = /^(\t*)### Comment by (?:\[([^\]\n]{1,80})\]\([^)\s]{0,200}\)|(\S[^\n]{0,80}))\s*$/;
const COMMENTS = /\/comments\/([\w-]{4,40})/;
const COMMENT_ID = /[?&]commentId=([\w-]{4,40})/;
const REACTION = /^[-*\s]*([\w-]{2,40}): (\d{1,5})(?: \([^)]*\))?$/;
const NAVIGATION = /^#{1,4} Navigation\s*$/;

/** Lines that head comments in the Markdown that LessWrong serves for programs (`/api/post/…/comments`). */
export function findEndpointHeadings(text: string): number[] {
  if (!text.includes('### Comment by ')) return [];
  const lines = flatLines(text);
  const found: number[] = [];
  for (let line = 0; line < lines.count; line++) if (HEADING.test(lineAt(lines, line, 320))) found.push(line);
  return found;
}

/** Comments of that Markdown with their ids, parents, karma and reactions; bodies lose the tabs that show their depth. */
export function cutCommentEndpoint(text: string, headings: readonly number[]): Cut {
  const lines = flatLines(text);
  const navigation = findNavigation(lines, headings.at(-1)!);
  const opening = openingOf(text, null, lines.starts[headings[0]!]!);
  const declared = /\bShowing \d+ of (\d+) comments/.exec(text.slice(0, lines.starts[headings[0]!]!))?.[1];
  const leftOut: LeftOut[] = [...opening.leftOut];
  if (opening.turns[0]) leftOut.push({ start: opening.turns[0].start, end: opening.turns[0].end, why: 'furniture' });
  if (navigation < lines.count) leftOut.push({ start: lines.starts[navigation]!, end: text.length, why: 'furniture' });
  const turns = headings.map((line, at) => readComment(lines, line, headings[at + 1] ?? navigation));
  return { title: opening.title, turns, leftOut, declaredPosts: declared ? Number(declared) : null, notices: [] };
}

function findNavigation(lines: FlatLines, from: number): number {
  for (let line = lines.count - 1; line > from; line--) if (NAVIGATION.test(lineAt(lines, line, 40))) return line;
  return lines.count;
}

function readComment(lines: FlatLines, heading: number, next: number): Turn {
  const found = HEADING.exec(lineAt(lines, heading, 320))!;
  const tabs = found[1]!.length;
  let first = heading + 1;
  while (first < next && !startsBody(lineAt(lines, first), tabs)) first++;
  const facts = readFacts(lines, heading + 1, first);
  const body: Stretch[] = [];
  for (let line = first; line < next; line++) {
    const words = lineAt(lines, line, facts.depth + tabs + 2);
    const indent = /^\t*/.exec(words)![0].length;
    const start = lines.starts[line]! + Math.min(indent, tabs + facts.depth + 1);
    body.push({ start, end: Math.min(lines.ends[line]! + 1, lines.text.length) });
  }
  while (body.length > 0 && isBlank(lines.text.slice(body.at(-1)!.start, body.at(-1)!.end))) body.pop();
  const last = body.pop();
  if (last) body.push(...bodyOf(lines.text, last.start, last.end));
  const end = last ? body.at(-1)!.end : lines.ends[Math.max(heading, first - 1)]!;
  const name = found[2] ?? found[3]!;
  const { depth: _depth, ...known } = facts;
  return makeTurn({ start: lines.starts[heading]!, end, body, author: name === '[Anonymous]' ? null : name, ...known });
}

function startsBody(line: string, tabs: number): boolean {
  return line.startsWith('\t'.repeat(tabs + 1)) && !isBlank(line);
}

interface Facts extends Pick<Turn, 'key' | 'parent' | 'url' | 'time' | 'signals'> {
  readonly depth: number;
}

function readFacts(lines: FlatLines, from: number, to: number): Facts {
  let [depth, key, parent, url, time] = [0, null, null, null, null] as [number, ...(string | null)[]];
  const signals: Record<string, unknown> = {};
  const reacts: Record<string, number> = {};
  let reactions = false;
  for (let line = from; line < to; line++) {
    const words = lineAt(lines, line, 1000)
      .trim()
      .replace(/^[-*] /, '');
    const date = /^(?:[A-Z][\w ]{0,20}: )?(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)Z$/.exec(words);
    const link = COMMENTS.exec(words) ?? COMMENT_ID.exec(words);
    if (date) time = `${date[1]}T${date[2]}Z`;
    else if (/^Karma: -?\d+$/.test(words)) signals['karma'] = Number(words.slice(7));
    else if (/^Reply depth: \d+$/.test(words)) depth = Math.min(Number(words.slice(13)), 60);
    else if (/^Reactions\b/.test(words)) reactions = /whole comment/.test(words);
    else if (link && /^Parent comment/.test(words)) parent = link[1]!;
    else if (link) {
      key = link[1]!;
      url = /https?:\/\/[^\s)]+/.exec(words)?.[0] ?? url;
    } else if (reactions && REACTION.test(words)) {
      const [, name, count] = REACTION.exec(words)!;
      reacts[name!] = Number(count);
    }
  }
  if (Object.keys(reacts).length > 0) signals['reacts'] = reacts;
  return { depth, key: key ?? null, parent: parent ?? null, url: url ?? null, time: time ?? null, signals };
}
