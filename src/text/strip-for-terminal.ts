// In order: control sequences; strings for the terminal (titles, OSC 8 links, device control) up to their end mark on
// the same line; any other escape with its one letter. A string without its end loses only its first signs, so that
// nobody can make the rest of a post vanish.
const ESCAPES =
  /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,16}[@-~]|\u001b[\]PX^_][^\u0000-\u0008\u000a-\u001f\u007f-\u009f]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]{0,16}[0-~]/gu;
const UNPRINTABLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/u;
const INVISIBLE = /(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

// Spelling of some scripts, joined emoji and pictures, soft hyphens and a byte order mark mislead nobody.
const MISLEADING =
  /(?!\t|\n|\r|\u00ad|\u200c|\u200d|\ufe0e|\ufe0f|\ufeff)[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]|(?!^)\ufeff/u;
const IDLE_JOINER = /(?:^|[\u0000-\u007f])(?:\u200c|\u200d)|(?:\u200c|\u200d)(?:\u200c|\u200d|[\u0000-\u007f]|$)/u;

/**
 * A text that is safe to print: no escape sequences, no controls but the newline, no bidi or zero-width characters; a
 * tab becomes two spaces, half a surrogate pair U+FFFD. Stripping twice changes nothing.
 */
export function stripForTerminal(text: string): string {
  if (!UNPRINTABLE.test(text)) return text.toWellFormed();
  return text
    .toWellFormed()
    .replace(ESCAPES, '')
    .replaceAll('\t', '  ')
    .replace(/[\u2028\u2029]/gu, '\n')
    .replace(INVISIBLE, '');
}

/** Whether a text holds signs that a reader does not see and that could mislead: escapes, bidi marks, hidden words. */
export function hasHiddenCharacters(text: string): boolean {
  return UNPRINTABLE.test(text) && (MISLEADING.test(text) || IDLE_JOINER.test(text));
}
