import { type Cut, type LeftOut, makeTurn, type Stretch, type Turn } from './cut.ts';
import { type FlatLines, flatLines, isBlank, lineAt } from './flat-lines.ts';
import { readFrontMatter } from './front-matter.ts';
import { openingOf } from './opening.ts';

/** A comment header in nested Markdown quotes: `> > **name** · [date](address) · 42 points`. */
export interface QuotedHeader {
  readonly line: number;
  readonly depth: number;
  readonly name: string;
  readonly time: string;
  readonly url: string | null;
  readonly score: number | null;
}

const HEADER = /^((?:> ?){0,60})\*\*([^*\n]{1,80})\*\* · ([^\n]{3,600})$/;
const DATE = /\d{1,2}:\d{2}|\b(?:19|20)\d{2}\b|\bago\b/;
const POST = 'post';

/** The headers of comments that a page extractor wrote as nested quotes; the number of `>` is the depth. */
export function findQuotedHeaders(text: string): QuotedHeader[] {
  const lines = flatLines(text);
  const headers: QuotedHeader[] = [];
  for (let line = 0; line < lines.count; line++) {
    const first = text[lines.starts[line]!];
    if (first !== '>' && first !== '*') continue;
    const found = HEADER.exec(lineAt(lines, line, 900).trimEnd());
    if (!found) continue;
    const parts = found[3]!.split(' · ');
    const link = /^\[([^\]]{3,60})\]\(([^)\s]{1,500})\)$/.exec(parts[0] ?? '');
    const time = link?.[1] ?? parts[0] ?? '';
    if (!DATE.test(time)) continue;
    const points = /^(-?\d{1,7}) points?$/.exec(parts[1] ?? '')?.[1];
    headers.push({
      line,
      depth: depthOf(found[1]!),
      name: found[2]!.replace(/\\(.)/g, '$1'),
      time,
      url: link?.[2] ?? null,
      score: points === undefined ? null : Number(points),
    });
  }
  return headers;
}

/** Comments in nested quotes, each with the comment that encloses it as its parent; the words before them are the post itself. */
export function cutNestedComments(text: string, headers: readonly QuotedHeader[]): Cut {
  const lines = flatLines(text);
  const front = readFrontMatter(text);
  const opening = openingOf(text, front, lines.starts[headers[0]!.line]!);
  const turns: Turn[] = opening.turns.map((turn) => ({ ...turn, key: POST }));
  const leftOut: LeftOut[] = [...opening.leftOut];
  const root = turns[0]?.key ?? null;
  const ancestors: { depth: number; key: string }[] = [];
  for (const [at, header] of headers.entries()) {
    const next = headers[at + 1]?.line ?? lines.count;
    const { body, last } = commentLines(lines, header, next);
    while (ancestors.length > 0 && ancestors.at(-1)!.depth >= header.depth) ancestors.pop();
    const key = header.url ?? `#${at + 1}`;
    const { name, time, url, score } = header;
    const place = { start: lines.starts[header.line]!, end: lines.ends[last]! };
    const signals = score === null ? {} : { score, scope: 'post' };
    turns.push(
      makeTurn({ ...place, body, key, parent: ancestors.at(-1)?.key ?? root, author: name, time, url, signals }),
    );
    ancestors.push({ depth: header.depth, key });
    const after = afterwards(lines, last + 1, next);
    if (after) turns.push(makeTurn({ ...after, body: [after] }));
  }
  return { title: opening.title, turns, leftOut, declaredPosts: null, notices: [] };
}

/** The lines of one comment without its quote marks; it ends where a line with words has no mark at all. */
function commentLines(
  lines: FlatLines,
  { line, depth }: QuotedHeader,
  next: number,
): { body: Stretch[]; last: number } {
  const body: Stretch[] = [];
  let last = line;
  let kept = 0;
  for (let at = line + 1; at < next; at++) {
    const words = lineAt(lines, at);
    if (depth > 0 && !words.startsWith('>') && !isBlank(words)) break;
    const start = lines.starts[at]! + marksIn(words, depth);
    const blank = isBlank(lines.text.slice(start, lines.ends[at]!));
    if (blank && body.length === 0) {
      if (words.startsWith('>')) last = at;
      continue;
    }
    body.push({ start, end: Math.min(lines.ends[at]! + 1, lines.text.length) });
    if (!blank || words.startsWith('>')) last = at;
    if (!blank) kept = body.length;
  }
  const spoken = body.slice(0, kept);
  const end = spoken.at(-1);
  if (end)
    spoken[kept - 1] = { start: end.start, end: end.start + lines.text.slice(end.start, end.end).trimEnd().length };
  return { body: spoken, last };
}

function afterwards(lines: FlatLines, from: number, to: number): Stretch | null {
  let first = from;
  while (first < to && isBlank(lineAt(lines, first))) first++;
  if (first >= to) return null;
  const start = lines.starts[first]!;
  const end = start + lines.text.slice(start, lines.ends[to - 1]!).trimEnd().length;
  return { start, end };
}

function depthOf(marks: string): number {
  return marks.replaceAll(' ', '').length;
}

/** How many characters the first `depth` quote marks take, each with the one space behind it. */
function marksIn(line: string, depth: number): number {
  let at = 0;
  for (let mark = 0; mark < depth && line[at] === '>'; mark++) at += line[at + 1] === ' ' ? 2 : 1;
  return at;
}
