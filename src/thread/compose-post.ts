import type { Block, Piece, Place } from '../graph-file/index.ts';
import type { RawPost, RawThread } from '../sources/index.ts';
import { captureAt } from './captures.ts';
import type { MergedParagraph } from './merge-captures.ts';
import type { CapturedParagraph } from './paragraphs.ts';

/** The text of one post put together from the paragraphs of all captures, with its places in the input. */
export interface ComposedPost {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly blocks: readonly Block[];
  readonly source: Place | null;
  readonly copies: readonly Place[];
}

type LineOf = ((offset: number) => number) | null;

/** A stretch that one capture gives without a gap. */
interface Stretch {
  readonly text: string;
  readonly pieces: readonly { readonly start: number; readonly end: number; readonly sourceStart: number }[];
  readonly blocks: readonly Block[];
}

/** Joins the paragraphs of one post; neighbours of one capture stay as the input has them, others are joined by a line break. */
export function composePost(
  raw: RawThread,
  paragraphs: readonly MergedParagraph[],
  starts: readonly number[],
  lineOf: LineOf,
): ComposedPost {
  const stretches = stretchesOf(paragraphs).map((run) => cutStretch(raw, run));
  let text = '';
  const pieces: Piece[] = [];
  const blocks: Block[] = [];
  for (const stretch of stretches) {
    const shift = text === '' ? 0 : text.length + 1;
    text = text === '' ? stretch.text : `${text}\n${stretch.text}`;
    for (const piece of stretch.pieces) {
      const firstLine = lineOf ? lineOf(piece.sourceStart) : null;
      pieces.push({ start: piece.start + shift, end: piece.end + shift, sourceStart: piece.sourceStart, firstLine });
    }
    for (const block of stretch.blocks)
      blocks.push({ kind: block.kind, start: block.start + shift, end: block.end + shift });
  }
  return {
    text,
    pieces,
    blocks: markFootnotes(blocks, text, paragraphs),
    ...placesOf(raw, paragraphs, lineOf, starts),
  };
}

function stretchesOf(paragraphs: readonly MergedParagraph[]): CapturedParagraph[][] {
  const runs: CapturedParagraph[][] = [];
  for (const { first } of paragraphs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.index + 1 === first.index) run.push(first);
    else runs.push([first]);
  }
  return runs;
}

function cutStretch(raw: RawThread, run: readonly CapturedParagraph[]): Stretch {
  const parts: { post: RawPost; from: number; to: number }[] = [];
  for (const { post, block } of run) {
    const last = parts.at(-1);
    if (last?.post === post) last.to = block.end;
    else parts.push({ post, from: block.start, to: block.end });
  }
  const only = parts.length === 1 ? parts[0]! : null;
  if (only) return cutPost(only.post, only.from, only.to);
  // Unmarked text: every paragraph is a raw post of its own, and what lies between them is white space or furniture.
  const from = sourceOffset(parts[0]!.post, parts[0]!.from);
  const lastPart = parts.at(-1)!;
  const to = sourceOffset(lastPart.post, lastPart.to - 1) + 1;
  const blocks = run.map(({ post, block }) => ({
    kind: block.kind,
    start: sourceOffset(post, block.start) - from,
    end: sourceOffset(post, block.end - 1) + 1 - from,
  }));
  return { text: raw.text!.slice(from, to), pieces: [{ start: 0, end: to - from, sourceStart: from }], blocks };
}

function cutPost(post: RawPost, from: number, to: number): Stretch {
  const pieces = post.pieces
    .filter((piece) => piece.start < to && from < piece.end)
    .map((piece) => {
      const start = Math.max(piece.start, from);
      return {
        start: start - from,
        end: Math.min(piece.end, to) - from,
        sourceStart: piece.sourceStart + start - piece.start,
      };
    });
  const blocks = post.blocks
    .filter((block) => block.start >= from && block.end <= to)
    .map(({ kind, start, end }) => ({ kind, start: start - from, end: end - from }));
  return { text: post.text.slice(from, to), pieces, blocks };
}

function sourceOffset(post: RawPost, offset: number): number {
  const piece = post.pieces.findLast((candidate) => candidate.start <= offset) ?? post.pieces[0]!;
  return piece.sourceStart + offset - piece.start;
}

function markFootnotes(blocks: Block[], text: string, paragraphs: readonly MergedParagraph[]): Block[] {
  const footnotes = new Set(paragraphs.filter(({ footnote }) => footnote).map(({ first }) => first.text));
  if (footnotes.size === 0) return blocks;
  return blocks.map((block) =>
    footnotes.has(text.slice(block.start, block.end)) ? { ...block, kind: 'footnote' as const } : block,
  );
}

function placesOf(raw: RawThread, paragraphs: readonly MergedParagraph[], lineOf: LineOf, starts: readonly number[]) {
  if (!lineOf || paragraphs.length === 0) return { source: null, copies: [] };
  const captures = new Map<number, { start: number; end: number }>();
  for (const seen of paragraphs.flatMap(({ first, copies }) => [first, ...copies])) {
    const capture = captureAt(starts, seen.index);
    const whole = raw.turns === 'given' ? seen.post.place : null;
    const start = whole?.start ?? sourceOffset(seen.post, seen.block.start);
    const end = whole?.end ?? sourceOffset(seen.post, seen.block.end - 1) + 1;
    const known = captures.get(capture);
    captures.set(capture, { start: Math.min(known?.start ?? start, start), end: Math.max(known?.end ?? end, end) });
  }
  const [source, ...copies] = [...captures].sort(([a], [b]) => a - b).map(([, place]) => toPlace(place, lineOf));
  return { source: source ?? null, copies };
}

/** A place of the input with its lines. */
export function toPlace(
  place: { readonly start: number; readonly end: number },
  lineOf: (offset: number) => number,
): Place {
  const { start, end } = place;
  return { start, end, firstLine: lineOf(start), lastLine: lineOf(Math.max(start, end - 1)) };
}
