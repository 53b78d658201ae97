import { stripForTerminal } from '../text/index.ts';

const NO_CHARACTERS = /[\ufffe\uffff]/g;

/** Words of the thread without controls (but newlines), escape sequences, bidi marks and code points that XML and YAML forbid. */
export function cleanText(text: string): string {
  return stripForTerminal(text).replace(NO_CHARACTERS, '');
}

/** Clean words on one line: every stretch of white space one space, none at the ends. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}

/** The start of a line, cut at a space, with `…` where something is left out; never through a surrogate pair. */
export function shorten(line: string, most: number): string {
  if (line.length <= most) return line;
  const cut = line.slice(0, most).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut.replace(/\ufffd$/, '')).trimEnd()}…`;
}
