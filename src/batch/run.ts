import { CSV_INDEX, csvIndex } from './csv-index.ts';
import { type BatchEvent, EVENTS_SCHEMA, type Figures, type Tally } from './events.ts';
import { type IndexedThread, JSON_INDEX, jsonIndex } from './json-index.ts';
import type { Ledger, ThreadState } from './ledger.ts';
import type { PlanEntry, ToRead } from './plan.ts';
import type { Analyst, Outcome, WriteIndex } from './ports.ts';
import type { ThreadSummary } from './thread-summary.ts';

/** What a run needs of the world; `now` gives milliseconds of a clock that only goes forward. */
export interface RunPorts {
  readonly analyst: Analyst;
  readonly ledger: Ledger;
  readonly writeIndex: WriteIndex;
  readonly now: () => number;
}

/** `atOnce`: how many threads are under way together; `settings`: fingerprint for the ledger; `stop`: take no new ones. */
export interface RunOptions {
  readonly atOnce: number;
  readonly settings: string;
  readonly stop: AbortSignal;
}

/**
 * Carries a plan out and tells what happens. The ledger learns of a thread when its files are in place, so a run that is
 * killed redoes what it had not noted. At the end, also of a stopped run, the index over all threads with results is written.
 */
export async function* runBatch(
  plan: readonly PlanEntry[],
  { analyst, ledger, writeIndex, now }: RunPorts,
  { atOnce, settings, stop }: RunOptions,
): AsyncGenerator<BatchEvent, void, void> {
  const began = now();
  const waiting = plan.filter((entry) => entry.action === 'read');
  yield { event: 'planned', schema: EVENTS_SCHEMA, files: plan.length, toRead: waiting.length };
  for (const { input, action, why } of plan)
    if (action !== 'read') yield { event: 'skipped', file: input.file, action, why };

  const states: ThreadState[] = [];
  const done = new Set<string>();
  const running = new Map<ToRead, Promise<Ended>>();
  let next = 0;
  for (;;) {
    while (running.size < atOnce && next < waiting.length && !stop.aborted) {
      const entry = waiting[next++]!;
      const { input, target, why } = entry;
      const reading = analyst.read({ path: input.path, target, named: input.named }).catch(fail);
      running.set(
        entry,
        reading.then((outcome) => ({ entry, outcome })),
      );
      yield { event: 'started', file: input.file, target, why };
    }
    if (running.size === 0) break;
    const { entry, outcome } = await Promise.race(running.values());
    running.delete(entry);
    const { input, target } = entry;
    const { state, why, sha256, outputs, summary, milliseconds } = outcome;
    ledger.keep({ target, file: input.file, sha256, settings, state, why, milliseconds, outputs }, summary);
    states.push(state);
    done.add(target);
    yield {
      event: 'finished',
      file: input.file,
      target,
      result: state,
      why,
      milliseconds,
      figures: summary && figuresOf(summary),
    };
  }
  await analyst.rest();
  if (next < waiting.length) yield { event: 'stopped', left: waiting.length - next };
  await writeIndex(CSV_INDEX, csvIndex(threadsOf(plan, ledger, done)));
  let indexed = 0;
  const counted = function* () {
    for (const thread of threadsOf(plan, ledger, done)) {
      indexed++;
      yield thread;
    }
  };
  await writeIndex(JSON_INDEX, jsonIndex(counted()));
  yield { event: 'summary', ...tallyOf(plan, states), indexed, milliseconds: Math.round(now() - began) };
}

interface Ended {
  readonly entry: ToRead;
  readonly outcome: Outcome;
}

/** An analyst that breaks (a worker that ran out of memory) costs its own thread only. */
const fail = (error: unknown): Outcome => ({
  state: 'failed',
  why: error instanceof Error ? error.message : String(error),
  sha256: null,
  outputs: [],
  summary: null,
  milliseconds: 0,
});

function figuresOf({ counts: { posts, speakers, claims, cruxes, agreements } }: ThreadSummary): Figures {
  return { posts, speakers, claims, cruxes, agreements };
}

/** Threads of the plan that have results of their present content, in its order; only one at a time is in memory. */
function* threadsOf(plan: readonly PlanEntry[], ledger: Ledger, done: ReadonlySet<string>): Iterable<IndexedThread> {
  for (const { input, target } of plan) {
    if (target === null) continue;
    const result = ledger.resultOf(target);
    if (result && (done.has(target) || result.sha256 === input.sha256))
      yield { file: input.file, result: target, summary: result.summary };
  }
}

function tallyOf(plan: readonly PlanEntry[], states: readonly ThreadState[]): Tally {
  const planned = (action: PlanEntry['action']) => plan.filter((entry) => entry.action === action).length;
  const ended = (state: ThreadState) => states.filter((other) => other === state).length;
  return {
    read: ended('read'),
    degraded: ended('degraded'),
    failed: ended('failed'),
    skipped: ended('skipped') + planned('skip'),
    unchanged: planned('unchanged'),
    duplicate: planned('duplicate'),
  };
}
