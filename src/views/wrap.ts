import type { Run } from './row.ts';
import { cellWidth, clipRuns, cutText, run } from './runs.ts';

export interface WrapOptions {
  /** At most so many lines; the last one then ends in `clip`. */
  readonly lines?: number;
  readonly clip?: string;
  /** Columns that every line but the first is moved to the right. */
  readonly indent?: number;
}

interface Word {
  readonly gap: Run | null;
  readonly pieces: readonly Run[];
}

/** Runs broken into lines of at most `width` columns, between words where possible; at least one line. */
export function wrapRuns(runs: readonly Run[], width: number, options: WrapOptions = {}): readonly (readonly Run[])[] {
  const { lines = Number.POSITIVE_INFINITY, clip = '…', indent = 0 } = options;
  const done: (readonly Run[])[] = [];
  let line: Run[] = [];
  let used = 0;
  let fresh = true;
  const breakLine = () => {
    done.push(line);
    line = indent > 0 ? [run(' '.repeat(indent))] : [];
    used = indent;
    fresh = true;
  };
  const put = (piece: Run) => {
    line.push(piece);
    used += cellWidth(piece.text);
    fresh = false;
  };
  const isFull = () => done.length + 1 >= lines;
  const clipped = (rest: readonly Run[]) => {
    done.push(clipRuns([...line, ...rest, run(' '.repeat(width))], width, clip));
    return done;
  };

  for (const { gap, pieces } of splitWords(runs)) {
    const wide = pieces.reduce((sum, { text }) => sum + cellWidth(text), 0);
    const space = gap && (!fresh || done.length === 0) ? gap : null;
    const leading = space ? space.text.length : 0;
    if (used + leading + wide <= width) {
      if (space) put(space);
      for (const piece of pieces) put(piece);
      continue;
    }
    if (!fresh && indent + wide <= width) {
      if (isFull()) return clipped([]);
      breakLine();
      for (const piece of pieces) put(piece);
      continue;
    }
    if (space && used + leading < width) put(space);
    for (const piece of pieces) {
      let rest = piece.text;
      while (rest.length > 0) {
        const part = cutText(rest, width - used);
        // A character wider than a whole line cannot be placed at all.
        if (part === '' && fresh) break;
        if (part !== '') put({ text: part, tone: piece.tone });
        rest = rest.slice(part.length);
        if (rest.length === 0) break;
        if (isFull()) return clipped([{ text: rest, tone: piece.tone }]);
        breakLine();
      }
    }
  }
  done.push(line);
  return done;
}

function* splitWords(runs: readonly Run[]): Generator<Word> {
  let gap: Run | null = null;
  let pieces: Run[] = [];
  for (const { text, tone } of runs) {
    for (const [part] of text.matchAll(/ +|[^ ]+/g)) {
      if (part[0] !== ' ') {
        pieces.push({ text: part, tone });
        continue;
      }
      if (pieces.length > 0) yield { gap, pieces };
      const before: string = pieces.length === 0 && gap ? gap.text : '';
      gap = { text: before + part, tone };
      pieces = [];
    }
  }
  if (pieces.length > 0) yield { gap, pieces };
}
