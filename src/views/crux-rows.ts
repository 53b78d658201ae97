import type { Crux } from '../graph-file/index.ts';
import { closureOf, cruxColumns, isContention, type SideDepth, sideLines, wordedQuestion } from './crux-sides.ts';
import { declaredRuns, holdingBack } from './declared.ts';
import { inColumns, type Lines, stacked, toRows } from './lay-out.ts';
import { propositionRuns } from './propositions.ts';
import type { Row, Run } from './row.ts';
import { run, runsWidth } from './runs.ts';
import type { Scene } from './scene.ts';
import { wrapRuns } from './wrap.ts';

/** A closure of less than this moves nobody (crux-and-labels, 1.4). */
const MOVES = 0.1;

/** The sign of a crux's kind; a contention that somebody calls the crux gets the star. */
export function markOf(scene: Scene, crux: Crux): string {
  const { glyphs } = scene;
  if (isContention(scene, crux)) return crux.declared ? glyphs.declared : glyphs.contention;
  if (crux.kind === 'double') return glyphs.double;
  if (crux.kind === 'overdetermined') return glyphs.overdetermined;
  if (crux.kind === 'bearing') return glyphs.bearing;
  const mover = cruxColumns(scene, crux).left.some((side) => (closureOf(crux, side)?.plain ?? 0) >= MOVES);
  return mover ? glyphs.leftOnly : glyphs.rightOnly;
}

/** What a crux asks: the reader's wording, else what the crux is about; empty for a contention that nobody worded. */
export function titleRuns(scene: Scene, crux: Crux): readonly Run[] {
  const question = wordedQuestion(scene, crux);
  if (question !== '') return [run(question, 'strong')];
  if (isContention(scene, crux)) return [];
  const relation = scene.analysis.relations.get(crux.item);
  if (!relation) return propositionRuns(scene, crux.item);
  return [run('Same fact, different weight: '), ...propositionRuns(scene, relation.from)];
}

/** A crux as rows: mark, score where one was computed, title, and what each side says of it in its column. */
export function cruxRows(scene: Scene, crux: Crux, depth: SideDepth): Row[] {
  const mark = [run(` ${markOf(scene, crux)}${crux.rank}`.padEnd(4), 'crux'), run(' ')];
  const head = headLines(scene, crux, scene.width - runsWidth(mark));
  const lead = head.length > 0 ? [run(' '.repeat(runsWidth(mark)))] : mark;
  const body = inColumns(scene, lead, cruxColumns(scene, crux), (side, width) => {
    return sideLines(scene, crux, side, width, depth);
  });
  return toRows([...stacked(head, mark), ...body], { kind: 'crux', id: crux.id });
}

function headLines(scene: Scene, crux: Crux, width: number): Lines {
  const { glyphs } = scene;
  const score = isContention(scene, crux) ? [] : [run(`${crux.score!.toFixed(2)} `, 'strong')];
  const title = titleRuns(scene, crux);
  const declared = declaredRuns(scene, crux);
  const star =
    declared.length > 0 && !isContention(scene, crux) ? [run(`${glyphs.declared} `, 'crux'), ...declared] : declared;
  const partly = isContention(scene, crux) && !crux.declared ? holdingBack(scene, crux) : null;
  const remarks = [
    ...(partly === null ? [] : [partly]),
    ...(crux.kind === 'overdetermined' ? ['other reasons suffice'] : []),
    ...(crux.divided ? ['divided inside a camp'] : []),
  ].map((text) => run(text, 'dim'));
  const parts = [[...score, ...title], star, ...remarks.map((one) => [one])].filter((part) => part.length > 0);
  if (parts.length === 0) return [];
  const joined = parts.flatMap((part, at) => (at === 0 ? part : [run(`  ${glyphs.dot} `, 'dim'), ...part]));
  return wrapRuns(joined, width, { lines: 2, clip: glyphs.ellipsis });
}
