/** A stretch of a text in UTF-16 units: `start` is inside, `end` is the first unit behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
