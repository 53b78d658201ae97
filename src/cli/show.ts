import { type Analysis, resolvePair } from '../analysis/index.ts';
import { UsageError } from '../errors/index.ts';
import { serializeGraphFile } from '../graph-file/index.ts';
import {
  forkRows,
  type GlyphSet,
  ladderRows,
  matrixRows,
  rowsToText,
  sourceRows,
  summarySentence,
  type ViewOptions,
} from '../views/index.ts';
import type { Output } from './output.ts';

export const VIEWS = ['fork', 'ladder', 'matrix', 'source'] as const;
export type ViewName = (typeof VIEWS)[number];

/** How to print a result. */
export interface ShowOptions {
  readonly view?: string;
  readonly json?: boolean;
  readonly width?: string;
  readonly ascii?: boolean;
  readonly pair?: string;
}

const NARROWEST = 60;
const WIDEST = 200;
const USUAL = 100;

/** Prints one view as plain text, or the whole result as JSON. */
export function show(analysis: Analysis, options: ShowOptions, output: Output): void {
  if (options.json) {
    output.data(serializeGraphFile(analysis.file));
    return;
  }
  const width = chooseWidth(options.width, output);
  const glyphs: GlyphSet = options.ascii ? 'ascii' : 'unicode';
  const pair = options.pair === undefined ? undefined : resolvePair(analysis.file.speakers, options.pair);
  const rows = rowsOf(analysis, checkView(options.view), { width, glyphs, ...(pair && { pair }) });
  output.data(`${summarySentence(analysis, pair)}\n\n${rowsToText(rows)}`);
}

function rowsOf(analysis: Analysis, view: ViewName, options: ViewOptions) {
  if (view === 'ladder') return ladderRows(analysis, options);
  if (view === 'matrix') return matrixRows(analysis, options);
  return view === 'source' ? sourceRows(analysis, options) : forkRows(analysis, options);
}

export function checkView(view: string | undefined): ViewName {
  if (view === undefined) return 'fork';
  if (VIEWS.includes(view as ViewName)) return view as ViewName;
  throw new UsageError(`unknown view ${view}`, `Views: ${VIEWS.join(', ')}.`);
}

function chooseWidth(asked: string | undefined, output: Output): number {
  if (asked === undefined) return Math.min(WIDEST, Math.max(NARROWEST, output.terminal?.columns ?? USUAL));
  const width = Number(asked);
  if (Number.isInteger(width) && width >= NARROWEST && width <= WIDEST) return width;
  throw new UsageError(`--width ${asked}: not a width`, `Give a whole number from ${NARROWEST} to ${WIDEST}.`);
}
