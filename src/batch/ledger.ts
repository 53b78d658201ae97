import type { ThreadSummary } from './thread-summary.ts';

/** What the ledger is called in the folder of the results. */
export const LEDGER_NAME = '.crux-batch.sqlite';

/** What became of a thread: read whole, read with losses, not read, or of no kind that is read. */
export type ThreadState = 'read' | 'degraded' | 'failed' | 'skipped';

/** A file that was written for a thread: its path below the output folder and the hash of its bytes, hex. */
export interface Written {
  readonly path: string;
  readonly sha256: string;
}

/** What the ledger knows of one thread. */
export interface LedgerEntry {
  /** Path of the results below the output folder, without ending: the entry's key. */
  readonly target: string;
  readonly file: string;
  /** Hash of the input's bytes as they were read; null where they could not be had. */
  readonly sha256: string | null;
  /** Fingerprint of the settings that it was read with. */
  readonly settings: string;
  readonly state: ThreadState;
  /** Why it failed, was skipped or lost something; null where there is nothing to tell. */
  readonly why: string | null;
  readonly milliseconds: number;
  readonly outputs: readonly Written[];
}

/** What was read so far, kept beside the results. What `keep` returned from is not lost when the process dies. */
export interface Ledger {
  entry(target: string): LedgerEntry | null;
  keep(entry: LedgerEntry, summary: ThreadSummary | null): void;
  /** The summary of a thread with results, and the hash of the input that it is of. */
  resultOf(target: string): { readonly sha256: string | null; readonly summary: ThreadSummary } | null;
  close(): void;
}
