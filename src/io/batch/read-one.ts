import { createHash } from 'node:crypto';
import { type Analysis, analyzeInput } from '../../analysis/index.ts';
import { type Job, type Outcome, summariseThread, type Written } from '../../batch/index.ts';
import { CruxError, UnknownSource } from '../../errors/index.ts';
import { exportAnalysis } from '../../export/index.ts';
import { type Reader, rulesReader } from '../../readers/index.ts';
import { readFileInput } from '../read-input.ts';
import { writeBelow } from './batch-folder.ts';

/** How all threads of a batch are read and written; plain data, so that a worker can be told. */
export interface ReadSettings {
  readonly folder: string;
  readonly formats: readonly string[];
  readonly only: string | null;
  readonly format: string | null;
  readonly bands: boolean;
}

/** Reads one thread, writes its results and tells what came of it; throws nothing for a thread's sake. */
export async function readOne(job: Job, settings: ReadSettings, reader: Reader = rulesReader()): Promise<Outcome> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  let sha256: string | null = null;
  try {
    const input = await readFileInput(job.path);
    sha256 = createHash('sha256').update(input.bytes).digest('hex');
    const format = settings.format ?? undefined;
    const analysis = await analyzeInput(input, { format, bands: settings.bands, reader });
    const outputs = await writeResults(analysis, job, settings);
    const why = tellLoss(analysis);
    const summary = summariseThread(analysis);
    return { state: why === null ? 'read' : 'degraded', why, sha256, outputs, summary, milliseconds: took() };
  } catch (error) {
    const state = error instanceof UnknownSource && !job.named ? 'skipped' : 'failed';
    return { state, why: describe(error), sha256, outputs: [], summary: null, milliseconds: took() };
  }
}

async function writeResults(analysis: Analysis, { target }: Job, settings: ReadSettings): Promise<readonly Written[]> {
  const outputs: Written[] = [];
  for (const format of settings.formats) {
    for (const { suffix, text } of await exportAnalysis(analysis, format, { only: settings.only ?? undefined })) {
      const path = `${target}${suffix}`;
      await writeBelow(settings.folder, path, text);
      outputs.push({ path, sha256: createHash('sha256').update(text).digest('hex') });
    }
  }
  return outputs;
}

/** Rules of the notices that tell of a part which the model was to read and did not. */
const LOSSES = new Set(['read-by-rules', 'segmented-by-rules', 'not-reconciled', 'not-reviewed', 'not-named']);

function tellLoss({ file: { ledger, notices } }: Analysis): string | null {
  const told = notices.filter(({ rule }) => LOSSES.has(rule));
  if (ledger.posts.failed === 0 && told.length === 0) return null;
  const first = told[0]?.text ?? `${ledger.posts.failed} posts could not be read.`;
  return told.length > 1 ? `${first} And ${told.length - 1} more.` : first;
}

function describe(error: unknown): string {
  if (error instanceof CruxError) return error.message;
  return error instanceof Error ? `fault of crux: ${error.name}: ${error.message}` : String(error);
}
