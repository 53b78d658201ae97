import type { Comparison } from './compare.ts';
import type { Evaluation } from './evaluate.ts';
import { MEASURE_NAMES, type Measure } from './measures.ts';

/** A figure as it is shown: two decimals, a dash for what cannot be measured. */
export function showFigure(value: number | null, digits = 2): string {
  return value === null ? '–' : value.toFixed(digits);
}

/**
 * Cells of a table of threads by measures: a head, a row for each thread, and the mean with the ends of its interval. Without
 * `measures` those are shown that at least one thread has.
 */
export function tableRows({ threads, summary }: Evaluation, measures?: readonly Measure[]): string[][] {
  const shown = measures ?? summary.filter((each) => each.threads > 0).map(({ measure }) => measure);
  const means = shown.map((measure) => summary.find((each) => each.measure === measure)!);
  return [
    ['thread', ...shown],
    ...threads.map(({ name, figures }) => [name, ...shown.map((measure) => showFigure(figures[measure]))]),
    ['mean', ...means.map(({ mean }) => showFigure(mean))],
    ['from', ...means.map(({ interval }) => showFigure(interval?.low ?? null))],
    ['to', ...means.map(({ interval }) => showFigure(interval?.high ?? null))],
  ];
}

/** Cells of a comparison: a row for each measure that both results have on some thread. */
export function comparisonRows({ differences }: Comparison): string[][] {
  const shown = MEASURE_NAMES.map((name) => differences.find(({ measure }) => measure === name)!);
  const signed = (value: number | null) => `${value !== null && value > 0 ? '+' : ''}${showFigure(value)}`;
  return [
    ['measure', 'threads', 'before', 'after', 'difference', 'from', 'to', 'p', 'better', 'worse'],
    ...shown
      .filter(({ threads }) => threads > 0)
      .map(({ measure, threads, before, after, difference, interval, p, better, worse }) => [
        measure,
        String(threads),
        showFigure(before),
        showFigure(after),
        signed(difference),
        signed(interval?.low ?? null),
        signed(interval?.high ?? null),
        showFigure(p, 3),
        String(better),
        String(worse),
      ]),
  ];
}
