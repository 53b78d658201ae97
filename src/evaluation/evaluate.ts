import { MEASURE_NAMES, type Measure } from './measures.ts';
import { bootstrap, type Interval, meanOf } from './resample.ts';
import type { ThreadScore } from './score-thread.ts';

/** Mean of a measure over the `threads` that have it, with its 95% interval; nulls where there is too little. */
export interface Summary {
  readonly measure: Measure;
  readonly mean: number | null;
  readonly interval: Interval | null;
  readonly threads: number;
}

/** Figures of several threads and their means: plain data, equal scores give equal JSON. */
export interface Evaluation {
  readonly schema: 'cruxgraph-evaluation/1';
  readonly threads: readonly ThreadScore[];
  readonly summary: readonly Summary[];
}

/** Draws for intervals: how many, and from which seed. */
export interface Draws {
  readonly rounds: number;
  readonly seed: number;
}

export const DRAWS: Draws = { rounds: 2000, seed: 1 };

/** Sums up the scores of threads; intervals come from drawing threads anew, so they say how far other threads may differ. */
export function evaluate(threads: readonly ThreadScore[], { rounds, seed }: Draws = DRAWS): Evaluation {
  const summary = MEASURE_NAMES.map((measure) => {
    const values = threads.map(({ figures }) => figures[measure]).filter((value) => value !== null);
    return {
      measure,
      mean: values.length === 0 ? null : meanOf(values),
      interval: bootstrap(values, meanOf, rounds, seed),
      threads: values.length,
    };
  });
  return { schema: 'cruxgraph-evaluation/1', threads, summary };
}
