import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { UsageError } from '../errors/index.ts';
import { parseGraphFile } from '../graph-file/index.ts';
import { givenReader, type Reader, rulesReader } from '../readers/index.ts';
import { decodeBytes, detectFormat, FORMATS, type Format, readThread } from '../sources/index.ts';
import { buildThread, type SpeakerOverrides, type Thread, threadFromGraphFile } from '../thread/index.ts';
import type { Analysis } from './analysis.ts';
import { type AnalysisOptions, analyzeThread } from './analyze-thread.ts';

/** Bytes of an input and the name that results carry (a path is cut to its last part). */
export interface NamedBytes {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** How to read an input and what to look at; all optional. */
export interface InputOptions {
  /** One of FORMATS; without it the format is detected. */
  readonly format?: string | undefined;
  /** Turn starts and names that the caller knows better. */
  readonly overrides?: SpeakerOverrides | null | undefined;
  /** Two speakers, `A,B`, by name or id. */
  readonly pair?: string | undefined;
  /** Post to stop at, by number or id. */
  readonly asOf?: string | undefined;
  /** Whether to compute uncertainty bands. */
  readonly bands?: boolean | undefined;
  /** Reader of the thread, the embedded one if none is given. */
  readonly reader?: Reader | undefined;
}

/**
 * Bytes of a discussion to its analysis; a graph file is judged anew from its own labels. Throws a SourceError for what is not
 * a discussion and a UsageError for options that do not fit it.
 */
export async function analyzeInput(input: NamedBytes, options: InputOptions = {}): Promise<Analysis> {
  const format = checkFormat(options.format);
  const judged = openGraphFile(input, format);
  if (judged) return analyzeThread(judged.thread, judged.reader, analysisOptions(judged.thread, options));
  const reader = options.reader ?? rulesReader();
  const raw = readThread(input.bytes, input.name, format ? { format } : {});
  const thread = await buildThread(raw, {
    source: basename(input.name),
    sha256: createHash('sha256').update(input.bytes).digest('hex'),
    guesser: reader,
    overrides: options.overrides ?? null,
  });
  return analyzeThread(thread, reader, analysisOptions(thread, options));
}

/** The format of a name, or a UsageError that lists all; undefined stays what it is. */
export function checkFormat(format: string | undefined): Format | undefined {
  if (format === undefined || FORMATS.includes(format as Format)) return format as Format | undefined;
  throw new UsageError(`unknown format ${format}`, `Formats: ${FORMATS.join(', ')}.`);
}

function openGraphFile(input: NamedBytes, format: Format | undefined) {
  if (format !== undefined && format !== 'crux-json') return null;
  if (format === undefined && !/\.json$/i.test(input.name) && input.bytes[0] !== BRACE) return null;
  const { text } = decodeBytes(input.bytes, input.name);
  if (format === undefined && detectFormat(text, input.name).format !== 'crux-json') return null;
  const file = parseGraphFile(text, input.name, { corrected: true });
  return { thread: threadFromGraphFile(file), reader: givenReader(file) };
}

const BRACE = 0x7b;

function analysisOptions(thread: Thread, { pair, asOf, bands }: InputOptions): AnalysisOptions {
  return {
    ...(pair !== undefined && { pair: resolvePair(thread.speakers, pair) }),
    ...(asOf !== undefined && { asOf: resolvePost(thread, asOf) }),
    ...(bands && { bands }),
  };
}

/** The ids of two speakers named as `A,B`, by name or id. Throws a UsageError that lists who there is. */
export function resolvePair(
  speakers: readonly { readonly id: string; readonly name: string }[],
  pair: string,
): [string, string] {
  const names = pair.split(',').map((name) => name.trim());
  const [first, second] = names.map((name) => speakers.find((speaker) => speaker.name === name || speaker.id === name));
  if (names.length === 2 && first && second && first !== second) return [first.id, second.id];
  const known = speakers.map(({ name }) => name);
  const shown = known.slice(0, 20).join(', ') + (known.length > 20 ? ` and ${known.length - 20} more` : '');
  throw new UsageError(
    `--pair ${pair} does not name two speakers of this thread`,
    `Write --pair A,B with two of: ${shown}.`,
  );
}

function resolvePost(thread: Thread, post: string): string {
  const id = /^\d+$/.test(post) ? `p${post}` : post;
  if (thread.posts.some((candidate) => candidate.id === id)) return id;
  throw new UsageError(`--as-of ${post}: no such post`, `Posts run from 1 to ${thread.posts.length}.`);
}
