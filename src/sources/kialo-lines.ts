/** One entry of a Kialo export; offsets are in the text, `wordsStart` is where the claim's words begin. */
export interface KialoLine {
  readonly path: string;
  readonly parent: string | null;
  readonly stance: 'pro' | 'con' | null;
  /** Path of the claim that this entry repeats, null for a claim of its own. */
  readonly see: string | null;
  readonly start: number;
  readonly wordsStart: number;
  readonly end: number;
}

const ENTRY = /^((?:\d{1,6}\.){1,2000}) (?:(Pro|Con|Thesis): ?)?/;
const TITLE = /^Discussion Title: *(.*)$/;
const LINK = /^-> See ([\d.]+)$/;
const LONGEST_HEAD = 16_384;

/** The title and entries of a Kialo export (line ends `\n`); a line that is no entry goes on with the one before. Linear. */
export function splitKialo(text: string): { readonly title: string | null; readonly lines: readonly KialoLine[] } {
  let title: string | null = null;
  const lines: KialoLine[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    const line = text.slice(start, Math.min(stop, start + LONGEST_HEAD));
    const end = start + (stop - start === line.length ? line.trimEnd().length : stop - start);
    const entry = ENTRY.exec(line);
    const last = lines.at(-1);
    if (entry) lines.push(readEntry(entry[1]!, entry[2], text, start, start + entry[0].length, end));
    else if (!last) title ??= TITLE.exec(line)?.[1]?.trim() || null;
    else if (end > start) lines[lines.length - 1] = { ...last, end };
    start = stop + 1;
  }
  return { title, lines };
}

function readEntry(
  dotted: string,
  label: string | undefined,
  text: string,
  start: number,
  from: number,
  end: number,
): KialoLine {
  const path = dotted.slice(0, -1);
  const cut = path.lastIndexOf('.');
  const wordsStart = Math.min(from, end);
  const see =
    LINK.exec(text.slice(wordsStart, Math.min(end, wordsStart + LONGEST_HEAD)))?.[1]?.replace(/\.$/, '') ?? null;
  const stance = label === 'Pro' ? 'pro' : label === 'Con' ? 'con' : null;
  return { path, parent: cut < 0 ? null : path.slice(0, cut), stance, see, start, wordsStart, end };
}
