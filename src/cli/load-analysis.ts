import { type Analysis, analyzeInput } from '../analysis/index.ts';
import { Interrupted } from '../errors/index.ts';
import { readFileInput, readStreamInput } from '../io/index.ts';
import { type ChatRequest, planStages, type Reader, rulesReader } from '../readers/index.ts';
import { decodeBytes } from '../sources/index.ts';
import { parseSpeakers, type SpeakerOverrides } from '../thread/index.ts';
import type { Output } from './output.ts';
import type { ReaderFlags } from './reader-flags.ts';
import type { ReaderChoice } from './wire.ts';

/** How to read one input. */
export interface LoadOptions extends ReaderFlags {
  readonly format?: string;
  readonly speakers?: string;
  readonly pair?: string;
  readonly asOf?: string;
  readonly bands?: boolean;
}

/** Runs a command's work with the reader that flags and settings choose; Ctrl-C stops it cleanly, and what was spent is told. */
export async function withAnalyses(
  options: LoadOptions,
  output: Output,
  work: (load: (path: string) => Promise<Analysis>) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  const choice = await openChoice(options, stop.signal);
  try {
    if (choice?.warning) output.talk(choice.warning);
    if (choice?.remark) output.talk(choice.remark);
    await work(async (path) => {
      const analysis = await loadAnalysis(path, options, choice?.makeReader() ?? rulesReader());
      if (analysis.file.ledger.posts.failed > 0) output.lose();
      return analysis;
    });
    if (choice) tellSpending(choice, output);
  } catch (error) {
    if (stop.signal.aborted)
      throw new Interrupted('stopped', 'Answers that came in are kept; the same command goes on from there.', error);
    throw error;
  } finally {
    process.off('SIGINT', interrupt);
    await choice?.close();
  }
}

/** Prints what the model would be asked for the files, and asks nothing. */
export async function printPlan(paths: readonly string[], options: LoadOptions, output: Output): Promise<void> {
  const choice = await openChoice(options, new AbortController().signal);
  try {
    if (choice?.warning) output.talk(choice.warning);
    for (const path of paths) await loadAnalysis(path, options, choice?.makeReader() ?? rulesReader());
    output.data(planText(choice?.planned() ?? [], choice?.remark ?? null));
  } finally {
    await choice?.close();
  }
}

/** Without a word of a model nothing of it is loaded: settings are read only where flags or environment name one. */
async function openChoice(options: LoadOptions, signal: AbortSignal): Promise<ReaderChoice | null> {
  if (options.rules) return null;
  const { chooseReader } = await import('./wire.ts');
  return chooseReader(options, signal);
}

function planText(requests: readonly ChatRequest[], remark: string | null): string {
  if (requests.length === 0) return `Nothing would be asked. ${remark ?? 'All answers are at hand.'}`;
  const rows = planStages(requests).map(({ stage, calls, in: input, out }) => [stage, calls, input, out] as const);
  const sum = (at: 1 | 2 | 3) => rows.reduce((total, row) => total + row[at], 0);
  const table = [['stage', 'calls', 'tokens in', 'tokens out'], ...rows, ['all', sum(1), sum(2), sum(3)]];
  const lines = table.map((row) =>
    row.map((cell, at) => (at === 0 ? String(cell).padEnd(10) : String(cell).padStart(11))).join(''),
  );
  return `${lines.join('\n')}\n\nTokens are counted at four bytes each. What follows from open answers is estimated:\nby the embedded reader's labels, with one second look and one naming a thread.`;
}

/** Says what a run has asked of a model; nothing where there is no count. */
export function tellSpending(choice: ReaderChoice, output: Output): void {
  const spent = choice.budget()?.spent();
  if (!spent) return;
  const money = spent.money === null ? 'price unknown' : `${spent.money.toFixed(4)} in money`;
  output.talk(
    `asked the model ${spent.calls} times: ${spent.in} tokens in (${spent.cached} cached), ${spent.out} out, ${money}`,
  );
}

/** Reads FILE (`-`: standard input) and analyses it by the reader. */
export async function loadAnalysis(path: string, options: LoadOptions, reader: Reader): Promise<Analysis> {
  const input = path === '-' ? await readStreamInput(process.stdin, 'stdin') : await readFileInput(path);
  const overrides = options.speakers === undefined ? null : await loadSpeakers(options.speakers);
  const { format, pair, asOf, bands } = options;
  return analyzeInput(input, { format, pair, asOf, bands, overrides, reader });
}

async function loadSpeakers(path: string): Promise<SpeakerOverrides> {
  const { bytes, name } = await readFileInput(path);
  return parseSpeakers(decodeBytes(bytes, name).text, name);
}
