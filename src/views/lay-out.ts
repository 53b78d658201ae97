import type { Glyphs } from './glyphs.ts';
import type { Row, RowTarget, Run } from './row.ts';
import { cellWidth, clipRuns, mergeRuns, padRuns, run, runsWidth } from './runs.ts';

/** Lines as rows that all stand for `target`. */
export function toRows(lines: readonly (readonly Run[])[], target: RowTarget | null): Row[] {
  return lines.map((runs) => ({ runs, target }));
}

/** Rows as they are handed out: none wider than `width`, neighbouring runs of one tone joined, no spaces at the end. */
export function finishRows(rows: readonly Row[], width: number, glyphs: Glyphs): Row[] {
  return rows.map(({ runs, target }) => {
    const merged = mergeRuns(clipRuns(runs, width, glyphs.ellipsis));
    const last = merged.at(-1);
    if (!last?.text.endsWith(' ')) return { runs: merged, target };
    return { runs: mergeRuns([...merged.slice(0, -1), { ...last, text: last.text.trimEnd() }]), target };
  });
}

/** One line with `left` at its start and `right` at its end; `left` is clipped where both do not fit. */
export function spread(left: readonly Run[], right: readonly Run[], width: number, glyphs: Glyphs): readonly Run[] {
  const end = runsWidth(right);
  if (end === 0) return clipRuns(left, width, glyphs.ellipsis);
  if (end + 12 > width) return clipRuns([...left, run(' '), ...right], width, glyphs.ellipsis);
  return [...padRuns(left, width - end - 1, glyphs.ellipsis), run(' '), ...right];
}

/** The line that heads a section. */
export function sectionRule(title: string, width: number, glyphs: Glyphs): readonly Run[] {
  const head = ` ${glyphs.rule} ${title} `;
  return [run(head + glyphs.rule.repeat(Math.max(0, width - cellWidth(head) - 1)), 'heading')];
}

/** Columns of each half of `sideBySide`. */
export function halfWidth(width: number, indent: number): number {
  return Math.max(1, Math.floor((width - indent - 3) / 2));
}

/** Two blocks of lines next to each other with a divider; `lead` stands in the indent of the first line. */
export function sideBySide(
  left: readonly (readonly Run[])[],
  right: readonly (readonly Run[])[],
  { width, glyphs }: { readonly width: number; readonly glyphs: Glyphs },
  lead: readonly Run[],
): readonly (readonly Run[])[] {
  const indent = runsWidth(lead);
  const half = halfWidth(width, indent);
  const lines: (readonly Run[])[] = [];
  for (let at = 0; at < Math.max(left.length, right.length, 1); at += 1) {
    const start = at === 0 ? lead : [run(' '.repeat(indent))];
    const divider = run(` ${glyphs.divider} `, 'dim');
    lines.push([...start, ...padRuns(left[at] ?? [], half, glyphs.ellipsis), divider, ...(right[at] ?? [])]);
  }
  return lines;
}

/** Blocks of lines one below the other, indented as wide as `lead`, which stands before the first line. */
export function stacked(
  blocks: readonly (readonly (readonly Run[])[])[],
  lead: readonly Run[],
): readonly (readonly Run[])[] {
  const indent = run(' '.repeat(runsWidth(lead)));
  return blocks.flat().map((line, at) => [...(at === 0 ? lead : [indent]), ...line]);
}
