import type { ThreadState, Written } from './ledger.ts';
import type { ThreadSummary } from './thread-summary.ts';

/** One thread to be read and written. */
export interface Job {
  readonly path: string;
  readonly target: string;
  readonly named: boolean;
}

/** What came of a job: plain data, so that it can cross from a worker. Trouble with one thread is told here, never thrown. */
export interface Outcome {
  readonly state: ThreadState;
  readonly why: string | null;
  readonly sha256: string | null;
  readonly outputs: readonly Written[];
  readonly summary: ThreadSummary | null;
  readonly milliseconds: number;
}

/** Reads a thread, computes, and writes its results whole: when `read` resolves, all of them stand under their names. */
export interface Analyst {
  read(job: Job): Promise<Outcome>;
  /** Nothing is left to read: lets go of what reading holds, before the index over all threads needs room. */
  rest(): Promise<void>;
}

/** Writes a text that comes in pieces so that it appears whole or not at all under its name below the output folder. */
export type WriteIndex = (name: string, pieces: Iterable<string>) => Promise<void>;
