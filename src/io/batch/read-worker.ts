import type { Job, Outcome } from '../../batch/index.ts';
import { type ReadSettings, readOne } from './read-one.ts';

/** What a worker thread runs for each job. */
export function readJob({ job, settings }: { readonly job: Job; readonly settings: ReadSettings }): Promise<Outcome> {
  return readOne(job, settings);
}
