import { DRAWS, type Draws, type Evaluation } from './evaluate.ts';
import { MEASURE_NAMES, type Measure } from './measures.ts';
import { bootstrap, type Interval, meanOf, signFlipP } from './resample.ts';
import type { ThreadScore } from './score-thread.ts';

/** One measure of two results over the threads that both have; `difference` is `after` − `before`. */
export interface Difference {
  readonly measure: Measure;
  readonly threads: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** Two-sided sign-flip test. */
  readonly p: number | null;
  readonly better: number;
  readonly worse: number;
}

/** A paired comparison; threads that only one result has are named and left out. */
export interface Comparison {
  readonly schema: 'cruxgraph-comparison/1';
  readonly differences: readonly Difference[];
  readonly unpaired: readonly string[];
}

/** Compares two results thread by thread (by the id of the thread): differences within threads, not between means. */
export function compareEvaluations(before: Evaluation, after: Evaluation, draws: Draws = DRAWS): Comparison {
  const olds = new Map(before.threads.map((score) => [score.thread, score]));
  const news = new Map(after.threads.map((score) => [score.thread, score]));
  const pairs = [...news.values()].flatMap((score): [ThreadScore, ThreadScore][] => {
    const old = olds.get(score.thread);
    return old ? [[old, score]] : [];
  });
  const alone = [...before.threads, ...after.threads].filter(({ thread }) => !olds.has(thread) || !news.has(thread));
  return {
    schema: 'cruxgraph-comparison/1',
    differences: MEASURE_NAMES.map((measure) => differ(measure, pairs, draws)),
    unpaired: alone.map(({ name }) => name),
  };
}

function differ(
  measure: Measure,
  pairs: readonly (readonly [ThreadScore, ThreadScore])[],
  { rounds, seed }: Draws,
): Difference {
  const both = pairs.flatMap(([old, score]) => {
    const [before, after] = [old.figures[measure], score.figures[measure]];
    return before === null || after === null ? [] : [{ before, after, difference: after - before }];
  });
  const differences = both.map(({ difference }) => difference);
  const mean = (values: readonly number[]) => (values.length === 0 ? null : meanOf(values));
  return {
    measure,
    threads: both.length,
    before: mean(both.map(({ before }) => before)),
    after: mean(both.map(({ after }) => after)),
    difference: mean(differences),
    interval: bootstrap(differences, meanOf, rounds, seed),
    p: signFlipP(differences, rounds, seed),
    better: differences.filter((difference) => difference > 0).length,
    worse: differences.filter((difference) => difference < 0).length,
  };
}
