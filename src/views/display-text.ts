import { plainText, stripForTerminal } from '../text/index.ts';

const JOINED = /[\u200d\ufe0f\u20e3]/u;
const PICTURE = /\p{Extended_Pictographic}|\u20e3/u;
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Words of a post as one line that is safe to print: markup off, single spaces, `picture` for each composed emoji. */
export function displayText(text: string, picture: string): string {
  return stripForTerminal(plainText(plainEmoji(text, picture)))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** One physical line of a post as it was written, markup and spaces kept, safe to print. */
export function verbatimLine(line: string, picture: string): string {
  return stripForTerminal(plainEmoji(line, picture)).replace(/\s/gu, ' ');
}

// Terminals disagree on the width of joined emoji; one plain glyph keeps the columns straight.
function plainEmoji(text: string, picture: string): string {
  if (!JOINED.test(text)) return text;
  let out = '';
  for (const { segment } of clusters.segment(text)) {
    out += JOINED.test(segment) && PICTURE.test(segment) ? picture : segment;
  }
  return out;
}
