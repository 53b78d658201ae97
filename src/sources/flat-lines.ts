/** The lines of a text by offset; `ends[i]` is where line i ends, its line break excluded. */
export interface FlatLines {
  readonly text: string;
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The lines of `text` (line ends `\n`); a text without any has one line. */
export function flatLines(text: string): FlatLines {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let start = 0; ; ) {
    const newline = text.indexOf('\n', start);
    starts.push(start);
    ends.push(newline < 0 ? text.length : newline);
    if (newline < 0) return { text, count: starts.length, starts, ends };
    start = newline + 1;
  }
}

/** Line `index` without its line break, at most its first `most` characters; `''` outside the text. */
export function lineAt(lines: FlatLines, index: number, most = Number.POSITIVE_INFINITY): string {
  const start = lines.starts[index];
  if (start === undefined) return '';
  return lines.text.slice(start, Math.min(lines.ends[index]!, start + most));
}

/** Nothing to see: white space and zero-width characters only. */
export function isBlank(text: string): boolean {
  return !/[^\s\u200b-\u200d\u2060]/.test(text);
}
