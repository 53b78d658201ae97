import { stripForTerminal } from '../../src/text/index.ts';

/** Controls (but tab and newline), bidi marks, invisible characters, half surrogates, code points that are no characters. */
export const UNCLEAN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Cs}/u;

/** A text as a reader compares it: every stretch of white space one space. */
export function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** What an export keeps of a text: all that a terminal may show, but for two code points that no XML may hold. */
export function kept(text: string): string {
  return stripForTerminal(text).replace(/[\ufffe\uffff]/g, '');
}
