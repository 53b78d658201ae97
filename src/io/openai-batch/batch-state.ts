import type * as Sdk from 'openai';
import { redact } from '../chat/redact.ts';

/** A batch as the service tells of it. */
export interface BatchState {
  readonly id: string;
  readonly status: string;
  /** `open`: still at work; `ended`: what was answered lies in its files, be it all or not; `failed`: nothing was. */
  readonly stage: 'open' | 'ended' | 'failed';
  readonly done: number;
  readonly total: number;
  /** Files of result lines, answers first. */
  readonly files: readonly string[];
  /** Why it failed, with line numbers. */
  readonly faults: readonly string[];
}

/** The state of a batch that the service does not know. */
export function missingBatch(id: string): BatchState {
  const faults = ['the service knows no such batch'];
  return { id, status: 'gone', stage: 'failed', done: 0, total: 0, files: [], faults };
}

const STAGES: Readonly<Record<string, BatchState['stage']>> = {
  completed: 'ended',
  expired: 'ended',
  cancelled: 'ended',
  failed: 'failed',
};

/** Reads what the service says of a batch. */
export function readState(batch: Sdk.OpenAI.Batch): BatchState {
  const faults = batch.errors?.data ?? [];
  return {
    id: batch.id,
    status: batch.status,
    stage: STAGES[batch.status] ?? 'open',
    done: batch.request_counts?.completed ?? 0,
    total: batch.request_counts?.total ?? 0,
    files: [batch.output_file_id, batch.error_file_id].flatMap((id) => (id ? [id] : [])),
    faults: faults.map(
      ({ line, message, code }) => `${line == null ? '' : `line ${line}: `}${redact(message ?? code ?? '', null)}`,
    ),
  };
}
