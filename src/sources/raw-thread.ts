import type { Notice } from '../errors/index.ts';
import type { BlockKind, PostState } from '../graph-file/index.ts';

/** Formats that a discussion can come in; `detectFormat` names one, `--format` overrules it. */
export const FORMATS = [
  'text',
  'transcript',
  'markdown',
  'forum-page',
  'reddit-json',
  'hackernews-json',
  'kialo',
  'crux-json',
] as const;
export type Format = (typeof FORMATS)[number];

/**
 * A stretch of a post's text. `of` is what the source itself says of a quote's origin (author name or key of a post).
 * Offsets are UTF-16 code units in the post's text; blocks are in order and do not overlap.
 */
export interface RawBlock {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  readonly of?: { readonly author: string | null; readonly key: string | null };
}

/** `text.slice(start, end)` of the post is the input from `sourceStart` on, letter by letter. */
export interface RawPiece {
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
}

/** One post as the source gives it, nothing inferred. In unmarked text each paragraph is one RawPost. */
export interface RawPost {
  /** The source's own id, null where it has none. */
  readonly key: string | null;
  /** Key of the post that the source says this one answers. */
  readonly parent: string | null;
  readonly author: string | null;
  /** ISO 8601 as far as the source is exact, otherwise the source's own words; null where it gives none. */
  readonly time: string | null;
  readonly url: string | null;
  readonly state: PostState;
  /** What the post says, markup kept, line ends `\n`. */
  readonly text: string;
  /** How `text` lies in the decoded input; empty where the format has no flat text (JSON). */
  readonly pieces: readonly RawPiece[];
  /** Place of the whole post in the decoded input, its header line included; null where there is no flat text. */
  readonly place: { readonly start: number; readonly end: number } | null;
  readonly blocks: readonly RawBlock[];
  /** Votes, reactions, pro/con as given. */
  readonly signals: Readonly<Record<string, unknown>>;
  /** True where a `---` line before this paragraph says that a new turn starts (unmarked text only). */
  readonly breakBefore: boolean;
}

/** A discussion as its source gives it. */
export interface RawThread {
  readonly format: Format;
  readonly title: string | null;
  /** The decoded input with `\n` line ends, where the format is flat text; null otherwise. Offsets in `posts` refer to it. */
  readonly text: string | null;
  /** `given`: the source marks where posts start. `unmarked`: every RawPost is one paragraph and turns must be inferred. */
  readonly turns: 'given' | 'unmarked';
  readonly posts: readonly RawPost[];
  /** How many posts the source says there are, where it says so. */
  readonly declaredPosts: number | null;
  readonly notices: readonly Notice[];
}
