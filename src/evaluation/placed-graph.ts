import type { GraphFile, Place, Post } from '../graph-file/index.ts';
import { locate } from '../thread/index.ts';

/** A graph file of which posts, claims and moves stand on numbered lines, and these lines (`lines[0]` is line 1). */
export interface PlacedGraph {
  readonly file: GraphFile;
  readonly lines: readonly string[];
}

/**
 * A graph with the lines of its input. Without the input's text they are rebuilt from the posts (a later capture of a post
 * counts as equal to the first if it is as long). Formats without flat text get the lines of their posts, one after another.
 */
export function placeGraph(file: GraphFile, text: string | null): PlacedGraph {
  if (file.posts.every(({ source }) => source === null)) return layOutPosts(file);
  if (text !== null) return { file, lines: text.replace(/\r\n?/g, '\n').split('\n') };
  return { file, lines: rebuildLines(file) };
}

function rebuildLines({ posts, thread }: GraphFile): string[] {
  const lines: string[] = new Array(thread.lines ?? 0).fill('');
  const write = (line: number, words: string) => {
    while (lines.length < line) lines.push('');
    lines[line - 1] += words;
  };
  for (const { text, pieces } of posts) {
    for (const { start, end, firstLine } of pieces) {
      if (firstLine === null) continue;
      for (const [at, words] of text.slice(start, end).split('\n').entries()) write(firstLine + at, words);
    }
  }
  for (const { source, copies } of posts) for (const copy of copies) copyLines(lines, source, copy, write);
  return lines;
}

function copyLines(
  lines: readonly string[],
  from: Place | null,
  to: Place,
  write: (line: number, words: string) => void,
): void {
  if (!from?.firstLine || !from.lastLine || !to.firstLine || !to.lastLine) return;
  if (from.lastLine - from.firstLine !== to.lastLine - to.firstLine) return;
  for (let line = from.firstLine; line <= from.lastLine; line++)
    write(to.firstLine + line - from.firstLine, lines[line - 1] ?? '');
}

function layOutPosts(file: GraphFile): PlacedGraph {
  const starts = new Map<string, number>();
  let whole = '';
  for (const { id, text } of file.posts) {
    starts.set(id, whole.length);
    whole += `${text}\n`;
  }
  const joined = { text: whole, pieces: [{ start: 0, end: whole.length, sourceStart: 0, firstLine: 1 }] };
  const place = ({ post, start, end }: { post: string; start: number; end: number }) =>
    locate(joined, starts.get(post)! + start, starts.get(post)! + end);
  const sourceOf = ({ id, text }: Post): Place => {
    const start = starts.get(id)!;
    return { start, end: start + text.length, ...place({ post: id, start: 0, end: text.length }) };
  };
  return {
    file: {
      ...file,
      posts: file.posts.map((post) => ({ ...post, source: sourceOf(post) })),
      claims: file.claims.map((claim) => ({ ...claim, ...place(claim) })),
      moves: file.moves.map((move) => ({ ...move, ...place(move) })),
    },
    lines: whole.split('\n').slice(0, -1),
  };
}
