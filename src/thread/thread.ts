import type { Notice } from '../errors/index.ts';
import type { Block, Piece, Place, PostState, Quote, Speaker } from '../graph-file/index.ts';
import type { Format } from '../sources/index.ts';

/** A sentence of a post. `id` is `<post number>.<sentence number>`, both from 1. `quoted`: someone else's words. */
export interface Sentence {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Index of the block that it lies in. */
  readonly block: number;
}

/** One post: where it lies, who speaks, what it quotes. Offsets are UTF-16 code units in `text`. */
export interface ThreadPost {
  readonly id: string;
  readonly speaker: string;
  readonly replyTo: string | null;
  /** Why `replyTo` is what it is. */
  readonly replyBy: 'source' | 'quote' | null;
  readonly time: string | null;
  readonly url: string | null;
  readonly state: PostState;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly source: Place | null;
  readonly copies: readonly Place[];
  readonly quotes: readonly Quote[];
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly signals: Readonly<Record<string, unknown>>;
  /** 0..1: how sure it is that a post starts here (1 where the source says so). */
  readonly startConfidence: number;
}

/** A discussion ready to be read: one copy of each post, quotes tied to their origin, speakers named or inferred. */
export interface Thread {
  readonly id: string;
  readonly title: string | null;
  readonly format: Format;
  /** Base name of the input file. */
  readonly source: string;
  readonly sha256: string;
  readonly lines: number | null;
  readonly captures: number;
  readonly paragraphs: { readonly captured: number; readonly kept: number };
  /** Whether turns and speakers were inferred from bare text, and if so whether two people alternate. */
  readonly turns: 'given' | 'inferred' | 'dictated';
  readonly speakers: readonly Speaker[];
  readonly posts: readonly ThreadPost[];
  readonly notices: readonly Notice[];
}

/** A paragraph of unmarked text, as a TurnGuesser sees it. */
export interface Paragraph {
  readonly index: number;
  readonly text: string;
  /** Index of the earlier paragraph that this one quotes, null where it quotes none. */
  readonly quotes: number | null;
  /** True where another capture shows that this paragraph is a footnote that ends a post. */
  readonly footnote: boolean;
  /** True where the text itself dictates a turn start here (`---`). */
  readonly breakBefore: boolean;
  /** True where page furniture (`19 comments`, `Reply`) stood before this paragraph. */
  readonly afterFurniture: boolean;
}

/** One guessed turn: index of its first paragraph, a speaker label (equal label = same speaker) and how sure that is, 0..1. */
export interface TurnGuess {
  readonly first: number;
  readonly speaker: string;
  readonly confidence: number;
  readonly rule: string;
}

/** Port: finds turns in text that does not mark them; `declaredPosts` is how many the source says there are, if it says so. */
export interface TurnGuesser {
  guessTurns(paragraphs: readonly Paragraph[], declaredPosts: number | null): Promise<readonly TurnGuess[]>;
}
