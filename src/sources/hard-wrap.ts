const SAMPLE = 400_000;
const WIDEST = 100;
const LEAST_BREAKS = 4;

/**
 * Whether paragraphs of a text are broken into lines by width, so that a line end is no paragraph end: most lines inside
 * blank-line groups are at most 100 characters long and most of their successors start in lower case.
 */
export function isHardWrapped(text: string): boolean {
  let breaks = 0;
  let goesOn = 0;
  let short = 0;
  let previous = 0;
  const limit = Math.min(text.length, SAMPLE);
  for (let start = 0; start < limit; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const first = firstVisible(text, start, end);
    const length = first === end || isMark(text[first]!) ? 0 : end - first;
    if (length > 0 && previous > 0) {
      breaks++;
      if (previous <= WIDEST) short++;
      const char = text[first]!;
      if (char !== char.toUpperCase()) goesOn++;
    }
    previous = length;
    start = end + 1;
  }
  return breaks >= LEAST_BREAKS && short >= breaks * 0.85 && goesOn >= breaks * 0.45;
}

function firstVisible(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && (text[i] === ' ' || text[i] === '\t' || text[i] === '\u00a0')) i++;
  return i;
}

/** Quotes, lists, headings and tables break lines for their own reasons. */
function isMark(char: string): boolean {
  return '>#|-*+•○▪◦'.includes(char) || (char >= '0' && char <= '9');
}
