import { type Analysis, analyzeInput, type InputOptions } from './analysis/index.ts';

/** A discussion to its analysis: text or bytes, with the name that the result carries. Nothing leaves the machine. */
export async function analyze(
  discussion: string | Uint8Array,
  options: InputOptions & { readonly name?: string } = {},
): Promise<Analysis> {
  const { name = 'thread.txt', ...rest } = options;
  const bytes = typeof discussion === 'string' ? new TextEncoder().encode(discussion) : discussion;
  return analyzeInput({ bytes, name }, rest);
}

export type { Analysis, AnalysisOptions, InputOptions } from './analysis/index.ts';
export { openAnalysis } from './analysis/index.ts';
export type { Notice } from './errors/index.ts';
export { ConfigError, CruxError, InternalError, LabelError, SourceError, UsageError } from './errors/index.ts';
export * from './graph-file/index.ts';
export type { Judgements, Reader } from './readers/index.ts';
export { rulesReader } from './readers/index.ts';
export { FORMATS, type Format } from './sources/index.ts';
export { parseSpeakers, type SpeakerOverrides } from './thread/index.ts';
export { forkRows, ladderRows, matrixRows, type Row, rowsToText, sourceRows, summarySentence } from './views/index.ts';
