/**
 * Something in the input or in a reading that the user should know of: data, never thrown.
 * `rule` is a stable kebab-case id, `post` the id of the post it concerns (null: the whole thread), `text` a full sentence.
 */
export interface Notice {
  readonly rule: string;
  readonly post: string | null;
  readonly text: string;
}
