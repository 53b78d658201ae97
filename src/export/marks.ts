import type { Analysis } from '../analysis/index.ts';
import type { Agreement, Crux, Unanswered } from '../graph-file/index.ts';

/** What the analysis makes of the things that cruxes, agreements, issues and open claims are about. */
export interface Marks {
  readonly cruxes: ReadonlyMap<string, Crux>;
  readonly issues: ReadonlySet<string>;
  /** Facts that the sides weigh differently: reasons of a relation that is a crux. */
  readonly weighed: ReadonlySet<string>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly unanswered: ReadonlyMap<string, Unanswered>;
}

/** The best ranked crux, the first agreement and the first open claim on each proposition (for cruxes also relation). */
export function marksOf({ file, relations }: Analysis): Marks {
  const first = <T>(items: readonly T[], key: (item: T) => string) =>
    new Map(items.toReversed().map((item) => [key(item), item]));
  return {
    cruxes: first(
      file.cruxes.toSorted((a, b) => a.rank - b.rank),
      ({ item }) => item,
    ),
    issues: new Set(file.issues.map(({ proposition }) => proposition)),
    weighed: new Set(file.cruxes.flatMap(({ item }) => relations.get(item)?.from ?? [])),
    agreements: first(file.agreements, ({ proposition }) => proposition),
    unanswered: first(file.unanswered, ({ proposition }) => proposition),
  };
}
