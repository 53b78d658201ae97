/** What a stretch of text means; the terminal's theme turns it into a colour, plain output ignores it. */
export type Tone =
  | 'plain'
  | 'dim'
  | 'strong'
  | 'heading'
  | 'side-a'
  | 'side-b'
  | 'side-other'
  | 'crux'
  | 'shared'
  | 'warning'
  | 'quote'
  | 'match';

/** A run of text of one tone. The text is safe for a terminal: no control or bidi characters. */
export interface Run {
  readonly text: string;
  readonly tone: Tone;
}

/** What a row stands for, so that a screen can select it and open it. */
export interface RowTarget {
  readonly kind: 'issue' | 'crux' | 'agreement' | 'unanswered' | 'term' | 'post' | 'claim' | 'notice';
  readonly id: string;
}

/** One screen line, at most as wide as was asked for. `target` is null for rows that cannot be selected. */
export interface Row {
  readonly runs: readonly Run[];
  readonly target: RowTarget | null;
}
