import { isBlank } from './flat-lines.ts';

/** What a line of flat text looks like on its own. */
export type LineKind =
  | 'blank'
  | 'rule'
  | 'quote'
  | 'heading'
  | 'fence'
  | 'list'
  | 'note'
  | 'table'
  | 'furniture'
  | 'paragraph';

const NOTE = /^(?:\d{1,3}[.)]\s+[*[\\]{0,3}\^(?:[\]*(\s]|$)|[*[]{0,3}\^(?:[\]*]{1,3})?(?:\s|$)|\[\^[^\]\s]{1,40}\]:)/;
const LIST = /^(?:[-*+•○▪◦‣●–]|\d{1,3}[.)]|\([a-z\d]{1,2}\))\s/;
const RULE = /^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;

/** Kind of a line by its first characters (200 are enough); `furniture` is for the caller to find. */
export function lineKind(line: string): LineKind {
  const words = line.trim();
  if (words === '') return 'blank';
  const char = words[0]!;
  if (char === '>') return 'quote';
  if (char === '#') return /^#{1,6}\s/.test(words) ? 'heading' : 'paragraph';
  if (char === '|') return words.length > 1 && words.endsWith('|') ? 'table' : 'paragraph';
  if ((char === '`' || char === '~') && words.startsWith(char.repeat(3))) return 'fence';
  if (words.length <= 80 && RULE.test(words)) return 'rule';
  if (NOTE.test(words)) return 'note';
  if (LIST.test(words)) return 'list';
  return isBlank(words) ? 'blank' : 'paragraph';
}
