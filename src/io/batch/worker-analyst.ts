import { setFlagsFromString } from 'node:v8';
import type { Analyst } from '../../batch/index.ts';
import type { ReadSettings } from './read-one.ts';

/** How many threads a worker may have under way. */
export const TASKS_PER_WORKER = 2;

/** Space for short-lived things in each worker, MB: without a bound it grows with the run, and a thread needs no more. */
const YOUNG_MB = 16;

/**
 * Threads read by the embedded reader in `jobs` worker threads, which are started here; one that dies costs its own thread only.
 * Their code is the file beside this one, source or built.
 */
export async function workerAnalyst(settings: ReadSettings, jobs: number): Promise<Analyst> {
  const { Piscina } = await import('piscina');
  // V8 lets a busy heap grow to several times what is in use; threads come and go, so half as much again is enough.
  setFlagsFromString('--heap-growing-percent=50');
  const pool = new Piscina({
    filename: import.meta.url.replace(/[^/]*(\.[jt]s)$/, 'read-worker$1'),
    name: 'readJob',
    minThreads: jobs,
    maxThreads: jobs,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    // While one thread's files go to the disk, the worker reads the next.
    concurrentTasksPerWorker: TASKS_PER_WORKER,
  });
  return {
    read: (job) => pool.run({ job, settings }),
    rest: () => pool.destroy(),
  };
}
