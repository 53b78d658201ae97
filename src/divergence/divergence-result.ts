import type { Notice } from '../errors/index.ts';
import type { Agreement, Crux, Issue, Term, Unanswered } from '../graph-file/index.ts';

/** Where a thread's speakers part and meet, computed from its claim graph. */
export interface Divergence {
  /** Heaviest first: size of the gap times the turns that touch it. */
  readonly issues: readonly Issue[];
  /** In order of `rank`, from 1. */
  readonly cruxes: readonly Crux[];
  readonly agreements: readonly Agreement[];
  readonly unanswered: readonly Unanswered[];
  readonly terms: readonly Term[];
  /** Ids of relations that close a cycle below some issue and carry nothing there. */
  readonly feedback: readonly string[];
  readonly notices: readonly Notice[];
}
