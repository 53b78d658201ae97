import { toRows } from './lay-out.ts';
import { percent } from './numbers.ts';
import { propositionRuns } from './propositions.ts';
import type { Row, Run } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';
import { toneOf } from './sides.ts';

/** From this share of the gap on, what no stated reason explains is worth a line (crux-and-labels, 1.4). */
const UNTRACED = 0.3;

/** What the stated reasons do not explain: the part of the gap that starts at the issue itself, and convictions beyond reasons. */
export function gapNotes(scene: Scene): Row[] {
  const { issue } = scene.sides;
  if (!issue || scene.offline) return [];
  const own = issue.origins.find(({ item }) => item === issue.proposition)?.share ?? 0;
  const lines: (readonly Run[])[] = [];
  if (own >= UNTRACED)
    lines.push([run(`   ${percent(own, scene.glyphs)} of the gap is not traced to any stated reason`, 'dim')]);
  if (own <= -UNTRACED) lines.push([run('   stated reasons imply a wider gap: something unstated moderates', 'dim')]);
  for (const { speaker, proposition } of issue.conviction) {
    lines.push([
      run(`   ${scene.labelOf(speaker)}`, toneOf(scene.sides, speaker)),
      run(' has more conviction than reasons given: ', 'dim'),
      ...propositionRuns(scene, proposition),
    ]);
  }
  return toRows(lines, { kind: 'issue', id: issue.id });
}
