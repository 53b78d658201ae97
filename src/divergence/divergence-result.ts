import type { Notice } from '../errors/index.ts';
import type { Agreement, Crux, Issue, Term, Unanswered } from '../graph-file/index.ts';

/** Where a thread's speakers part and meet, computed from its claim graph. */
export interface Divergence {
  readonly issues: readonly Issue[];
  readonly cruxes: readonly Crux[];
  readonly agreements: readonly Agreement[];
  readonly unanswered: readonly Unanswered[];
  readonly terms: readonly Term[];
  readonly notices: readonly Notice[];
}
