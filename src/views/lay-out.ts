import type { Glyphs } from './glyphs.ts';
import type { Row, RowTarget, Run } from './row.ts';
import { cellWidth, clipRuns, mergeRuns, padRuns, run, runsWidth } from './runs.ts';
import { wrapRuns } from './wrap.ts';

export type Lines = readonly (readonly Run[])[];

/** Lines as rows that all stand for `target`. */
export function toRows(lines: Lines, target: RowTarget | null): Row[] {
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

/** The line that heads a section; `note` stands at its right end. */
export function sectionRule(title: string, width: number, glyphs: Glyphs, note = ''): readonly Run[] {
  const tail = note === '' ? '' : ` ${note}`;
  const [start] = clipRuns([run(` ${glyphs.rule} ${title}`)], width - cellWidth(tail) - 2, glyphs.ellipsis);
  const head = `${start!.text} `;
  const fill = Math.max(0, width - cellWidth(head) - cellWidth(tail) - 1);
  const end = tail === '' ? 0 : Math.min(3, Math.max(0, fill - 4));
  const gap = end > 0 ? ' ' : '';
  return [run(head + glyphs.rule.repeat(fill - end - gap.length) + tail + gap + glyphs.rule.repeat(end), 'heading')];
}

/** Columns of the two halves of `sideBySide`: the divider stands in one place whatever the indent. */
export function halfWidths(width: number, indent: number): readonly [number, number] {
  const divider = Math.floor(width / 2) + 2;
  return [Math.max(1, divider - indent - 1), Math.max(1, width - divider - 2)];
}

/** Two blocks of lines next to each other with a divider; `lead` stands in the indent of the first line. */
export function sideBySide(
  [left, right]: readonly [Lines, Lines],
  lead: readonly Run[],
  { width, glyphs }: { readonly width: number; readonly glyphs: Glyphs },
): Lines {
  const indent = runsWidth(lead);
  const [half] = halfWidths(width, indent);
  const divider = run(` ${glyphs.divider} `, 'dim');
  return Array.from({ length: Math.max(left.length, right.length, 1) }, (_, at) => {
    const start = at === 0 ? lead : [run(' '.repeat(indent))];
    return [...start, ...padRuns(left[at] ?? [], half, glyphs.ellipsis), divider, ...(right[at] ?? [])];
  });
}

/** Things said on two sides: next to each other, or, on a narrow screen, one below the other. */
export function inColumns<T>(
  scene: { readonly width: number; readonly glyphs: Glyphs; readonly narrow: boolean },
  lead: readonly Run[],
  { left, right }: { readonly left: T; readonly right: T },
  draw: (side: T, width: number) => Lines,
): Lines {
  const indent = runsWidth(lead);
  if (scene.narrow) {
    const width = scene.width - indent;
    return stacked([...draw(left, width), ...draw(right, width)], lead);
  }
  const [a, b] = halfWidths(scene.width, indent);
  return sideBySide([draw(left, a), draw(right, b)], lead, scene);
}

/** Facts one after the other with a separator, a new line only between facts where that is possible. */
export function flowFacts(facts: readonly (readonly Run[])[], width: number, glyphs: Glyphs): Lines {
  const lines: Run[][] = [];
  for (const fact of facts) {
    const open = lines.at(-1);
    const joined = open && [...open, run(` ${glyphs.dot} `, 'dim'), ...fact];
    if (joined && runsWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push([run(open ? '   ' : ' '), ...fact]);
  }
  return lines.flatMap((line) => wrapRuns(line, width, { lines: 3, clip: glyphs.ellipsis, indent: 3 }));
}

/** Lines indented as wide as `lead`, which stands before the first of them. */
export function stacked(lines: Lines, lead: readonly Run[]): Lines {
  const indent = run(' '.repeat(runsWidth(lead)));
  return lines.map((line, at) => [...(at === 0 ? lead : [indent]), ...line]);
}
