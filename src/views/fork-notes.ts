import type { Crux } from '../graph-file/index.ts';
import { isContention } from './crux-sides.ts';
import { toRows } from './lay-out.ts';
import { percent } from './numbers.ts';
import type { Row } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';

/** What holds for the cruxes together: which set closes the gap, that none does alone, that two ranks are not to be told apart. */
export function forkNotes(scene: Scene, cruxes: readonly Crux[]): Row[] {
  const { glyphs, offline } = scene;
  const { issue } = scene.sides;
  const scored = cruxes.filter((crux) => !isContention(scene, crux));
  if (offline || scored.length === 0) return [];
  const notes: string[] = [];
  const set = (issue?.cruxSet.items ?? []).flatMap((item) => scored.find((crux) => crux.item === item) ?? []);
  if (issue && set.length >= 2 && set.length === issue.cruxSet.items.length) {
    const ranks = set.map(({ rank }) => rank).sort((a, b) => a - b);
    notes.push(`settling ${ranks.join(' and ')} together closes ${percent(issue.cruxSet.closes, glyphs)} of the gap`);
  }
  if (scored.length > 1 && scored.every(({ kind }) => kind === 'overdetermined'))
    notes.push('many reasons, no single crux');
  const [first, second] = scored;
  if (first && second && overlapByHalf(first.band, second.band))
    notes.push(`the scores of ${first.rank} and ${second.rank} are too uncertain to rank them`);
  return notes.length === 0 ? [] : toRows([[run(`   ${notes.join(` ${glyphs.dot} `)}`, 'dim')]], null);
}

function overlapByHalf(a: Crux['band'], b: Crux['band']): boolean {
  if (!a || !b) return false;
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared > 0 && shared >= Math.min(a[1] - a[0], b[1] - b[0]) / 2;
}
