import type { Claim, GraphFile, Move, Post } from '../graph-file/index.ts';
import type { Gold } from './gold.ts';
import type { PlacedGraph } from './placed-graph.ts';

/** What all measures of one thread against one gold share. */
export interface Ground {
  readonly gold: Gold;
  readonly file: GraphFile;
  readonly lines: readonly string[];
  readonly posts: ReadonlyMap<string, Post>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly moves: ReadonlyMap<string, Move>;
  /** Line of a later capture → line of the first capture with the same words. */
  readonly sameLine: ReadonlyMap<number, number>;
}

export function openGround(gold: Gold, { file, lines }: PlacedGraph): Ground {
  return {
    gold,
    file,
    lines,
    posts: new Map(file.posts.map((post) => [post.id, post])),
    claims: new Map(file.claims.map((claim) => [claim.id, claim])),
    moves: new Map(file.moves.map((move) => [move.id, move])),
    sameLine: pairSameLines(gold, lines),
  };
}

/** A line for comparing captures: letters a–z and digits only. */
export function foldLine(lines: readonly string[], line: number): string {
  return (lines[line - 1] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The first line of each wording between two lines, both included. */
export function firstLines(lines: readonly string[], first: number, last: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of listLines(lines, first, last)) {
    const words = foldLine(lines, line);
    if (!found.has(words)) found.set(words, line);
  }
  return found;
}

function pairSameLines({ posts }: Gold, lines: readonly string[]): Map<number, number> {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const same = new Map<number, number>();
  for (const { duplicate_of, first_line, last_line } of posts) {
    const original = duplicate_of === null ? undefined : byId.get(duplicate_of);
    if (!original) continue;
    const firsts = firstLines(lines, original.first_line, original.last_line);
    for (const line of listLines(lines, first_line, last_line)) {
      const words = foldLine(lines, line);
      const first = firsts.get(words);
      if (words !== '' && first !== undefined) same.set(line, first);
    }
  }
  return same;
}

/** Lines as lines of the first capture, each once. */
export function toFirstCapture({ sameLine }: Ground, lines: Iterable<number>): Set<number> {
  return new Set([...lines].map((line) => sameLine.get(line) ?? line));
}

/** Lines of a span within the thread, if it has any; both ends included. */
export function linesOf(
  { lines }: Pick<Ground, 'lines'>,
  span: { readonly firstLine: number | null; readonly lastLine: number | null } | null | undefined,
): number[] {
  if (!span?.firstLine) return [];
  return listLines(lines, span.firstLine, span.lastLine || span.firstLine);
}

/** Line numbers from `first` to `last` as far as the thread goes. */
export function listLines(lines: readonly string[], first: number, last: number): number[] {
  const count = Math.max(0, Math.min(last, lines.length) - first + 1);
  return Array.from({ length: count }, (_, at) => first + at);
}

/** Lines of claims by id, as lines of the first capture. */
export function claimLines(ground: Ground, claims: readonly string[]): Set<number> {
  return toFirstCapture(
    ground,
    claims.flatMap((id) => linesOf(ground, ground.claims.get(id))),
  );
}

/** Lines of moves by id, as lines of the first capture. */
export function moveLines(ground: Ground, moves: readonly string[]): Set<number> {
  return toFirstCapture(
    ground,
    moves.flatMap((id) => linesOf(ground, ground.moves.get(id))),
  );
}

/** Whether two sets of lines have one in common. */
export function meet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const line of a) if (b.has(line)) return true;
  return false;
}
