import stringWidth from 'string-width';
import type { Row, Run, Tone } from '../views/index.ts';
import { rowText } from './page.ts';
import { findHits } from './search.ts';
import type { Theme } from './theme.ts';

/** Whether a row is the first of the selected thing, a further one of it, or none of it. */
export type Selection = 'head' | 'tail' | 'none';

/** How a row is drawn: `width` is the whole screen's, `query` the words to light up. */
export interface Paint {
  readonly theme: Theme;
  readonly width: number;
  readonly selection: Selection;
  readonly query: string;
}

/**
 * One screen line with SGR codes. The first row of what is selected is an inverse bar over the full width, marked by `>`;
 * its further rows keep their colours and get a bar at the left. Both marks stand where views leave the first column blank.
 */
export function paintRow(row: Row, { theme, width, selection, query }: Paint): string {
  const runs = lightUp(row, query);
  if (selection === 'head') {
    const rest = Math.max(0, width - stringWidth(rowText(row)));
    const bar: readonly Run[] = [...markFirst(runs, '>', 'plain'), { text: ' '.repeat(rest), tone: 'plain' }];
    return bar.map((run) => paint(run.text, run.tone === 'match' ? `${theme.selected};4` : theme.selected)).join('');
  }
  const shown = selection === 'tail' ? markFirst(runs, theme.bar, 'strong') : runs;
  return shown.map((run) => paint(run.text, theme[run.tone])).join('');
}

function markFirst(runs: readonly Run[], mark: string, tone: Tone): readonly Run[] {
  const [first, ...others] = runs;
  if (!first) return [{ text: mark, tone }];
  if (!first.text.startsWith(' ')) return runs;
  return [{ text: mark, tone }, { text: first.text.slice(1), tone: first.tone }, ...others];
}

/** Text in a style that ends with it. */
export function paint(text: string, style: string): string {
  return style === '' || text === '' ? text : `\u001b[${style}m${text}\u001b[0m`;
}

function lightUp(row: Row, query: string): readonly Run[] {
  const hits = query === '' ? [] : findHits(rowText(row), query);
  if (hits.length === 0) return row.runs;
  let start = 0;
  return row.runs.flatMap((run) => {
    const from = start;
    start += run.text.length;
    return cutRun(run, from, hits);
  });
}

function cutRun(run: Run, from: number, hits: readonly { readonly start: number; readonly end: number }[]): Run[] {
  const out: Run[] = [];
  let at = 0;
  for (const hit of hits) {
    const start = Math.max(at, hit.start - from);
    const end = Math.min(run.text.length, hit.end - from);
    if (end <= start) continue;
    out.push({ text: run.text.slice(at, start), tone: run.tone }, { text: run.text.slice(start, end), tone: 'match' });
    at = end;
  }
  return [...out, { text: run.text.slice(at), tone: run.tone }];
}
