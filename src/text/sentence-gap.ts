import { isSpace } from './letters.ts';

const CLOSERS = '"\'\u201d\u2019)]}\u00bb*_~`\u300d\u300f\uff09';
const FOOTNOTE_SIGNS = '\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u2020\u2021';
const FOOTNOTE = /\[{1,2}\^?(?:\d{1,3}|[a-z]|\w{1,12} needed|note \d{1,3})\]{1,2}(?:\([^()\s]{0,300}\))?/uy;
const MOOD =
  /(?:[:;=]-?[)(DPp/|]|<3|xD|\p{Extended_Pictographic}(?:\p{M}|\p{Emoji_Modifier}|\u200d|[\u2640\u2642]){0,4})(?=\s|$|\p{Extended_Pictographic})/uy;

/** The index behind closing quotes, brackets, emphasis and footnote marks that cling to a sentence's last sign. */
export function skipClosers(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const sign = text[at]!;
    if (sign === '[') {
      const behind = matchAt(FOOTNOTE, text, at);
      if (behind < 0) return at;
      at = behind;
    } else if (CLOSERS.includes(sign) || FOOTNOTE_SIGNS.includes(sign)) at += 1;
    else return at;
  }
  return at;
}

/** The index behind footnote marks, emoji and smileys that follow a sentence after a space, or `from`. */
export function skipTrailers(text: string, from: number, end: number): number {
  let at = from;
  for (;;) {
    const next = skipGap(text, at, end);
    if (next >= end) return at;
    const behind = text[next] === '[' ? matchAt(FOOTNOTE, text, next) : matchAt(MOOD, text, next);
    if (behind < 0 || (behind < end && !isSpace(text.charCodeAt(behind)) && text[next] === '[')) return at;
    at = behind;
  }
}

/** The index of the next sign that is no space and no `>` at the start of a line. */
export function skipGap(text: string, from: number, end: number): number {
  let at = from;
  let lineStart = false;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) lineStart = true;
    else if (!isSpace(code) && !(lineStart && code === 0x3e)) break;
  }
  return at;
}

/** The index behind opening quotes, brackets and emphasis. */
export function skipOpeners(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && '"\'\u201c\u2018([{\u00ab*_~`\u00bf\u00a1'.includes(text[at]!)) at += 1;
  return at;
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
