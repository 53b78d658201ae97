/** Words of a speaker and where they stand; long ones are cut with `…`. */
export interface Quote {
  readonly speaker: string;
  readonly post: string;
  readonly firstLine: number | null;
  readonly lastLine: number | null;
  readonly words: string;
}

/** One of the first cruxes of a thread. `closes` is the smallest and largest part of the gap (0..1) that any side's change of mind closes. */
export interface CruxSummary {
  readonly rank: number;
  readonly kind: string;
  readonly declared: boolean;
  readonly score: number | null;
  readonly question: string;
  readonly text: string;
  readonly closes: { readonly low: number; readonly high: number } | null;
  readonly sides: readonly {
    readonly speaker: string;
    readonly camp: string | null;
    readonly stance: string;
    readonly quotes: readonly Quote[];
  }[];
}

/** How far two sides (camps, or single speakers) stand apart on an issue; `size` is the difference of views, 0..2. */
export interface GapSummary {
  readonly between: readonly (readonly string[])[];
  readonly size: number;
  readonly on: string;
}

/** What one thread brings into the index over all; lists hold the first few, counts count all. */
export interface ThreadSummary {
  readonly title: string | null;
  readonly format: string;
  readonly sha256: string;
  readonly reader: { readonly name: string; readonly model: string | null; readonly version: string };
  readonly counts: {
    readonly posts: number;
    readonly speakers: number;
    readonly claims: number;
    readonly cruxes: number;
    readonly gaps: number;
    readonly agreements: number;
    readonly unanswered: number;
    readonly notices: number;
    readonly failedPosts: number;
  };
  readonly speakers: readonly {
    readonly name: string;
    readonly given: boolean;
    readonly posts: number;
    readonly claims: number;
  }[];
  readonly cruxes: readonly CruxSummary[];
  readonly gaps: readonly GapSummary[];
  readonly agreements: readonly {
    readonly kind: string;
    readonly speakers: readonly string[];
    readonly text: string;
    readonly quotes: readonly Quote[];
  }[];
}
