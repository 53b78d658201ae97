import type { Analysis } from '../analysis/index.ts';
import type { Crux } from '../graph-file/index.ts';
import { cruxRows, markOf, titleRuns } from './crux-rows.ts';
import { closureOf, cruxColumns, isContention } from './crux-sides.ts';
import { cruxTitle } from './crux-title.ts';
import { declaredRuns } from './declared.ts';
import { forkNotes } from './fork-notes.ts';
import { gapNotes } from './gap-notes.ts';
import { issueRows } from './issue-rows.ts';
import { finishRows, sectionRule, spread, toRows } from './lay-out.ts';
import { footRows } from './notice-rows.ts';
import { bar, closureRange, percent } from './numbers.ts';
import { inLineOrder, placesOf } from './places.ts';
import { claimsOf, propositionRuns } from './propositions.ts';
import type { Row, Run } from './row.ts';
import { padRuns, run, runsWidth } from './runs.ts';
import { type Scene, setScene, type ViewOptions } from './scene.ts';
import { pickCruxes } from './select.ts';
import { headRows } from './thread-head.ts';

/** Every crux in rank order with its figures, each below the claims that it works through; contentions as words. */
export function ladderRows(analysis: Analysis, options: ViewOptions): Row[] {
  const scene = setScene(analysis, options);
  const { width, glyphs } = scene;
  const cruxes = pickCruxes(scene);
  const none = cruxes.length === 0 ? 'none found' : '';
  const shown = new Set<string>();
  const rows = [
    ...headRows(scene, 'crux ladder'),
    ...issueRows(scene),
    ...toRows([sectionRule(cruxTitle(scene, cruxes), width, glyphs, none)], null),
    ...(cruxes.every((crux) => isContention(scene, crux)) ? [] : toRows([columnLine(scene)], null)),
    ...cruxes.flatMap((crux) =>
      isContention(scene, crux) ? contentionRows(scene, crux) : rungRows(scene, crux, shown),
    ),
    ...forkNotes(scene, cruxes),
    ...gapNotes(scene),
    ...footRows(scene),
  ];
  return finishRows(rows, width, glyphs);
}

function contentionRows(scene: Scene, crux: Crux): Row[] {
  return cruxRows(scene, crux, { lines: scene.narrow ? 2 : 1, quotes: 1, reasons: 0 });
}

/** Columns before the title: mark, score, bar, closures, share of the gap that starts here; fewer on narrow screens. */
function figures({ narrow, width }: Scene) {
  return { bar: narrow ? 0 : 11, closes: narrow ? 0 : 18, origin: width < 100 ? 0 : 8 };
}

function columnLine(scene: Scene): readonly Run[] {
  const { bar, closes, origin } = figures(scene);
  const text = ' #   score'.padEnd(10 + bar) + 'if wrong, closes'.slice(0, closes).padEnd(closes);
  return [run(`${text}${origin > 0 ? 'starts'.padEnd(origin) : ''}`, 'heading')];
}

function rungRows(scene: Scene, crux: Crux, shown: Set<string>): Row[] {
  const { glyphs, width, analysis } = scene;
  const sizes = figures(scene);
  const blank = 10 + sizes.bar + sizes.closes + sizes.origin;
  const steps = crux.waypoints.filter((id) => !shown.has(id));
  for (const id of steps) shown.add(id);
  const rows = steps.flatMap((id) => {
    const depth = ' '.repeat(2 * crux.waypoints.indexOf(id));
    const claim = analysis.propositions.get(id)?.claims[0];
    const line = [run(` ${glyphs.waypoint}`.padEnd(blank)), run(`${depth}`), ...propositionRuns(scene, id)];
    return toRows([line], claim === undefined ? null : { kind: 'claim', id: claim });
  });
  const score = bar(crux.score!, 9, glyphs);
  const depth = crux.waypoints.length === 0 ? '' : `${' '.repeat(2 * crux.waypoints.length - 2)}${glyphs.reason} `;
  const left = [
    ...padRuns([run(` ${markOf(scene, crux)}${crux.rank}`, 'crux')], 5),
    run(crux.score!.toFixed(2).padEnd(5), 'strong'),
    ...(sizes.bar > 0 ? [run(score.full, 'crux'), run(`${score.empty}  `, 'dim')] : []),
    ...padRuns(sizes.closes > 0 ? closureRuns(scene, crux) : [], sizes.closes),
    run(sizes.origin > 0 ? (crux.origin === null ? '' : percent(crux.origin, glyphs)).padEnd(sizes.origin) : ''),
    run(depth, 'dim'),
    ...titleRuns(scene, crux),
    ...(crux.declared ? [run(` ${glyphs.declared} `, 'crux'), ...declaredRuns(scene, crux)] : []),
  ];
  const claims = claimsOf(
    scene,
    crux.sides.flatMap((side) => side.claims),
  );
  const places = [run(placesOf(scene, inLineOrder(claims)), 'dim')];
  const line = runsWidth(places) * 4 > width ? left : spread(left, places, width - 1, glyphs);
  return [...rows, ...toRows([line], { kind: 'crux', id: crux.id })];
}

function closureRuns(scene: Scene, crux: Crux): readonly Run[] {
  const { left, right } = cruxColumns(scene, crux);
  const [a, b] = [left, right].map(([side]) => {
    const closure = closureOf(crux, side);
    return closure ? closureRange(closure, scene.glyphs) : '?';
  });
  return [run(a!, 'side-a'), run(' / ', 'dim'), run(b!, 'side-b')];
}
