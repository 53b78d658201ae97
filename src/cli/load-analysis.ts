import { type Analysis, analyzeInput } from '../analysis/index.ts';
import { readFileInput, readStreamInput } from '../io/index.ts';
import { decodeBytes } from '../sources/index.ts';
import { parseSpeakers, type SpeakerOverrides } from '../thread/index.ts';

/** How to read one input. */
export interface LoadOptions {
  readonly format?: string;
  readonly speakers?: string;
  readonly pair?: string;
  readonly asOf?: string;
  readonly bands?: boolean;
}

/** Reads FILE (`-`: standard input) and analyses it. */
export async function loadAnalysis(path: string, options: LoadOptions): Promise<Analysis> {
  const input = path === '-' ? await readStreamInput(process.stdin, 'stdin') : await readFileInput(path);
  const overrides = options.speakers === undefined ? null : await loadSpeakers(options.speakers);
  const { format, pair, asOf, bands } = options;
  return analyzeInput(input, { format, pair, asOf, bands, overrides });
}

async function loadSpeakers(path: string): Promise<SpeakerOverrides> {
  const { bytes, name } = await readFileInput(path);
  return parseSpeakers(decodeBytes(bytes, name).text, name);
}
