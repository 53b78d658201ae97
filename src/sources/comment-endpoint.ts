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
  const [head] = opening.turns;
  const served = head !== undefined && declared !== undefined;
  if (served) leftOut.push({ start: head.start, end: head.end, why: 'furniture' });
  if (navigation < lines.count) leftOut.push({ start: lines.starts[navigation]!, end: text.length, why: 'furniture' });
  const comments = headings.map((line, at) => readComment(lines, line, headings[at + 1] ?? navigation));
  const turns = served ? comments : [...opening.turns, ...comments];
  return { title: opening.title, turns, leftOut, declaredPosts: declared ? Number(declared) : null, notices: [] };
}

function findNavigation(lines: FlatLines, from: number): number {
  for (let line = lines.count - 1; line > from; line--) if (NAVIGATION.test(lineAt(lines, line, 40))) return line;
  return lines.count;
}

function readComment(lines: FlatLines, heading: number, next: number): Turn {
  const found = HEADING.exec(lineAt(lines, heading, 320))!;
  const tabs = found[1]!.length;
  const facts = noFacts();
  let first = heading + 1;
  while (first < next && readFact(lineAt(lines, first, 1000), tabs, facts)) first++;
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
  const end = last ? body.at(-1)!.end : lines.ends[first - 1]!;
  const name = found[2] ?? found[3]!;
  const { key, parent, url, time, signals, reacts } = facts;
  return makeTurn({
    ...{ start: lines.starts[heading]!, end, body, key, parent, url, time },
    author: name === '[Anonymous]' ? null : name,
    signals: Object.keys(reacts).length > 0 ? { ...signals, reacts } : signals,
  });
}

interface Facts {
  depth: number;
  key: string | null;
  parent: string | null;
  url: string | null;
  time: string | null;
  signals: Record<string, unknown>;
  reacts: Record<string, number>;
  /** Reactions to the whole comment follow (not those to a passage of it). */
  whole: boolean;
}

function noFacts(): Facts {
  return { depth: 0, key: null, parent: null, url: null, time: null, signals: {}, reacts: {}, whole: false };
}

/** Takes one line below a heading into `facts`; false where it is no such line, so that the body starts there. */
function readFact(line: string, tabs: number, facts: Facts): boolean {
  if (isBlank(line)) return true;
  const words = line.trim().replace(/^[-*] /, '');
  if (line.startsWith('\t'.repeat(tabs + 1)) && !REACTION.test(words)) return false;
  const date = /^(?:[A-Z][\w ]{0,20}: )?(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)Z$/.exec(words);
  const figure = /^(Karma|Reply depth): (-?\d{1,6})$/.exec(words);
  const link = COMMENTS.exec(words) ?? COMMENT_ID.exec(words);
  const reaction = REACTION.exec(words);
  if (date) facts.time = `${date[1]}T${date[2]}Z`;
  else if (figure?.[1] === 'Karma') facts.signals['karma'] = Number(figure[2]);
  else if (figure) facts.depth = Math.min(Number(figure[2]), 60);
  else if (/^Reactions (?:\(whole comment\)|by quoted text):?$/.test(words)) facts.whole = words.includes('whole');
  else if (link && /^Parent comment/.test(words)) facts.parent = link[1]!;
  else if (link && /^(?:HTML|Permalink|Link|Comment)\b[^:]{0,30}: ?\S+$/i.test(words)) {
    facts.key = link[1]!;
    facts.url = /https?:\/\/[^\s)]+/.exec(words)?.[0] ?? facts.url;
  } else if (reaction) {
    if (facts.whole) facts.reacts[reaction[1]!] = Number(reaction[2]);
  } else
    return /^(?:Voting system|Approval votes?|Total votes?|Votes?)\b[^.]{0,60}$/i.test(words) || /^["“]/.test(words);
  return true;
}
