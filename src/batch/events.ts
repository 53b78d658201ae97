import type { ThreadState } from './ledger.ts';
import type { Action } from './plan.ts';

/** Version of the events' form. */
export const EVENTS_SCHEMA = 'cruxgraph-batch/1';

/** How many threads came out how. */
export interface Tally {
  readonly read: number;
  readonly degraded: number;
  readonly failed: number;
  readonly skipped: number;
  readonly unchanged: number;
  readonly duplicate: number;
}

/** Figures of a thread that was read. */
export interface Figures {
  readonly posts: number;
  readonly speakers: number;
  readonly claims: number;
  readonly cruxes: number;
  readonly agreements: number;
}

/** What happens in a run, in the order in which it happens; times are milliseconds. */
export type BatchEvent =
  | {
      readonly event: 'planned';
      readonly schema: typeof EVENTS_SCHEMA;
      readonly files: number;
      readonly toRead: number;
    }
  | { readonly event: 'skipped'; readonly file: string; readonly action: Exclude<Action, 'read'>; readonly why: string }
  | { readonly event: 'started'; readonly file: string; readonly target: string; readonly why: string }
  | {
      readonly event: 'finished';
      readonly file: string;
      readonly target: string;
      readonly result: ThreadState;
      readonly why: string | null;
      readonly milliseconds: number;
      readonly figures: Figures | null;
    }
  | { readonly event: 'stopped'; readonly left: number }
  | ({ readonly event: 'summary'; readonly indexed: number; readonly milliseconds: number } & Tally);
