import type { Analysis } from '../analysis/index.ts';
import type { Issue } from '../graph-file/index.ts';
import type { Tone } from './row.ts';

export type Pair = readonly [string, string];

/** Who stands on the left and who on the right of every screen: two speakers, or two camps. */
export interface Sides {
  readonly issue: Issue | null;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly camps: boolean;
}

type Column = 'left' | 'right';

/** The sides of a pair, else of the issue that the first crux is about, else of the first crux, else the first two voices. */
export function chooseSides({ file }: Analysis, pair: Pair | null): Sides {
  const order = new Map(file.speakers.map(({ id }, at) => [id, at]));
  const ordered = (ids: Iterable<string>) =>
    [...new Set(ids)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  if (pair) {
    const has = (id: string, { sides }: Issue) => sides.some(({ speaker }) => speaker === id);
    const issue = file.issues.find((one) => has(pair[0], one) && has(pair[1], one)) ?? null;
    return { issue, left: [pair[0]], right: [pair[1]], camps: false };
  }
  const first = file.cruxes[0];
  const issue = file.issues.find(({ id }) => id === first?.issue) ?? file.issues[0] ?? null;
  const camps = issue ? splitCamps(issue) : null;
  if (camps) return { issue, left: ordered(camps.left), right: ordered(camps.right), camps: true };
  const candidates = [issue?.sides, first?.sides, file.posts].map((list) =>
    ordered((list ?? []).map(({ speaker }) => speaker)),
  );
  const two = candidates.find((ids) => ids.length >= 2) ?? candidates.at(-1)!;
  return { issue, left: two.slice(0, 1), right: two.slice(1, 2), camps: false };
}

/** The column where a speaker always stands; null for those outside the two sides. */
export function columnOf(sides: Sides, speaker: string): Column | null {
  if (sides.left.includes(speaker)) return 'left';
  return sides.right.includes(speaker) ? 'right' : null;
}

/** The tone that a speaker's words have on every screen. */
export function toneOf(sides: Sides, speaker: string): Tone {
  const column = columnOf(sides, speaker);
  return column === null ? 'side-other' : column === 'left' ? 'side-a' : 'side-b';
}

/** Sorts things said by speakers into two columns: those with a side keep it, the others fill the emptier column by camp. */
export function splitColumns<T extends { readonly speaker: string; readonly camp?: string | null }>(
  sides: Sides,
  items: readonly T[],
): { readonly left: readonly T[]; readonly right: readonly T[] } {
  const columns: Record<Column, T[]> = { left: [], right: [] };
  for (const item of items) {
    const column = columnOf(sides, item.speaker);
    if (column) columns[column].push(item);
  }
  for (const item of items) {
    if (columnOf(sides, item.speaker)) continue;
    const mate = (one: T) => one.speaker === item.speaker || (one.camp != null && one.camp === item.camp);
    if (columns.left.some(mate)) columns.left.push(item);
    else if (columns.right.some(mate)) columns.right.push(item);
    else columns[columns.left.length <= columns.right.length ? 'left' : 'right'].push(item);
  }
  for (const [full, empty] of [
    [columns.left, columns.right],
    [columns.right, columns.left],
  ] as const) {
    const first = full[0];
    if (empty.length > 0 || !first) continue;
    const others = full.filter(({ speaker }) => speaker !== first.speaker);
    const stay = full.filter(({ speaker }) => speaker === first.speaker);
    if (full === columns.left) return { left: stay, right: others };
    return { left: others, right: stay };
  }
  return columns;
}

function splitCamps(issue: Issue): { readonly left: readonly string[]; readonly right: readonly string[] } | null {
  const camps = new Map<string, { speakers: string[]; sum: number }>();
  for (const { speaker, camp, value } of issue.sides) {
    if (camp === null) continue;
    const entry = camps.get(camp) ?? { speakers: [], sum: 0 };
    entry.speakers.push(speaker);
    entry.sum += value;
    camps.set(camp, entry);
  }
  if (camps.size < 2) return null;
  const ranked = [...camps.values()].sort((a, b) => b.sum / b.speakers.length - a.sum / a.speakers.length);
  return { left: ranked[0]!.speakers, right: ranked.at(-1)!.speakers };
}
