import type { Analysis } from '../analysis/index.ts';
import type { Proposition, View } from '../graph-file/index.ts';
import { markOf } from './crux-rows.ts';
import { isContention } from './crux-sides.ts';
import { finishRows, spread, toRows } from './lay-out.ts';
import { type MatrixColumns, matrixColumns } from './matrix-columns.ts';
import { inLineOrder, placesOf } from './places.ts';
import { claimsOf, directionOf, propositionRuns, sentenceBehind } from './propositions.ts';
import type { Row, RowTarget, Run, Tone } from './row.ts';
import { padRuns, padStart, run } from './runs.ts';
import { type Scene, setScene, type ViewOptions } from './scene.ts';
import { toneOf } from './sides.ts';
import { headRows } from './thread-head.ts';
import { wrapRuns } from './wrap.ts';

const LIMIT = 40;
const VERDICT = 8;
const AGREE = 7;

/** Who states what: a row for each proposition, a column for each voice; silence stays silence. */
export function matrixRows(analysis: Analysis, options: ViewOptions): Row[] {
  const scene = setScene(analysis, options);
  const { width, glyphs } = scene;
  const firstPlace = placeInOrder(scene);
  const stated = analysis.file.propositions
    .map((proposition) => ({ proposition, views: latestViews(proposition), first: firstPlace(proposition) }))
    .filter(({ views }) => views.size > 0)
    .sort((a, b) => b.views.size - a.views.size || a.first - b.first);
  const propositions = stated.map(({ proposition }) => proposition);
  const tail = VERDICT + (hasAgree(scene) ? AGREE : 0);
  const columns = matrixColumns(scene, propositions, Math.floor(width * 0.55) - tail);
  const label = width - tail - columns.widths.reduce((sum, one) => sum + one, 0);
  const shown = stated.slice(0, LIMIT);
  const more = stated.length - shown.length;
  const rows = [
    ...headRows(scene, 'crux matrix'),
    ...toRows([titleLine(scene, columns, label)], null),
    ...shown.map(({ proposition, views }) => matrixRow(scene, proposition, views, columns, label)),
    ...toRows(more > 0 ? [[run(`   +${more} more`, 'dim')]] : [], null),
    ...legendRows(scene),
  ];
  return finishRows(rows, width, glyphs);
}

function hasAgree({ offline, narrow }: Scene): boolean {
  return !offline && !narrow;
}

function titleLine(scene: Scene, { speakers, hidden, widths }: MatrixColumns, label: number): readonly Run[] {
  const names = speakers.map((speaker, at) =>
    run(padStart(scene.labelOf(speaker), widths[at]!), toneOf(scene.sides, speaker)),
  );
  const rest = hidden > 0 ? ` (+${hidden} without a column)` : '';
  const title = padRuns([run(` what is said${rest}`, 'heading')], label, scene.glyphs.ellipsis);
  const agree = hasAgree(scene) ? [run(padStart('agree', AGREE), 'heading')] : [];
  return [...title, ...names, ...agree, run(padStart('crux', VERDICT), 'heading')];
}

function matrixRow(
  scene: Scene,
  proposition: Proposition,
  views: ReadonlyMap<string, View>,
  { speakers, widths }: MatrixColumns,
  label: number,
): Row {
  const { glyphs } = scene;
  const direction = directionOf(scene, proposition.id);
  const cells = speakers.map((speaker, at) => {
    const view = views.get(speaker);
    const [sign, tone] = view ? cellOf(scene, view, direction) : ([glyphs.silent, 'dim'] as const);
    return run(padStart(sign, widths[at]!), tone);
  });
  const worded = sentenceBehind(scene, proposition) === null;
  const place = worded ? [run(placesOf(scene, inLineOrder(claimsOf(scene, proposition.claims)), 2), 'dim')] : [];
  const left = spread([run(' '), ...propositionRuns(scene, proposition.id)], place, label, glyphs);
  const agree = hasAgree(scene) ? [run(padStart(agreeShare([...views.values()], direction), AGREE), 'dim')] : [];
  const [verdict, target] = verdictOf(scene, proposition);
  return {
    runs: [...padRuns(left, label, glyphs.ellipsis), ...cells, ...agree, run(padStart(verdict, VERDICT), 'crux')],
    target,
  };
}

function cellOf(
  { glyphs, sides }: Scene,
  { speaker, stance, value }: View,
  direction: 1 | -1,
): readonly [string, Tone] {
  const tone = toneOf(sides, speaker);
  if (stance === 'conditional' || Math.abs(value) < 0.3) return ['~', tone];
  return [value * direction > 0 ? '+' : glyphs.minus, tone];
}

/** How likely the next voice is to agree, by Laplace's rule over those who state a plain view. */
function agreeShare(views: readonly View[], direction: 1 | -1): string {
  const plain = views.filter(({ stance, value }) => stance !== 'conditional' && Math.abs(value) >= 0.3);
  if (plain.length < 2) return '';
  return ((plain.filter(({ value }) => value * direction > 0).length + 1) / (plain.length + 2)).toFixed(2);
}

function verdictOf(scene: Scene, { id, claims }: Proposition): readonly [string, RowTarget | null] {
  const { file } = scene.analysis;
  const issue = file.issues.find(({ proposition }) => proposition === id);
  if (issue) return ['issue', { kind: 'issue', id: issue.id }];
  const crux = file.cruxes.find(({ item }) => item === id);
  if (!crux) return ['', claims[0] === undefined ? null : { kind: 'claim', id: claims[0] }];
  const figure = isContention(scene, crux) ? String(crux.rank) : crux.score!.toFixed(2);
  return [markOf(scene, crux) + figure, { kind: 'crux', id: crux.id }];
}

/** Ranks propositions: the issues, then the cruxes, then the others in the order of the thread. */
function placeInOrder({ analysis }: Scene): (proposition: Proposition) => number {
  const { issues, cruxes, posts } = analysis.file;
  const first = new Map(
    [...issues.map(({ proposition }) => proposition), ...cruxes.map(({ item }) => item)].map((id, at) => [id, at]),
  );
  const order = new Map(posts.map(({ id }, at) => [id, at]));
  return ({ id, claims }) => {
    const claim = analysis.claims.get(claims[0] ?? '');
    return (
      first.get(id) ?? issues.length + cruxes.length + (claim ? (order.get(claim.post) ?? 0) + claim.start / 1e9 : 0)
    );
  };
}

// A later view of the same speaker replaces an earlier one.
function latestViews({ views }: Proposition): ReadonlyMap<string, View> {
  return new Map(views.map((view) => [view.speaker, view]));
}

function legendRows(scene: Scene): Row[] {
  const { glyphs, sides, labelOf, width } = scene;
  const camps = sides.camps
    ? ` ${glyphs.dot} camps: ${[sides.left, sides.right].map((camp) => camp.map(labelOf).join(' ')).join(' | ')}`
    : '';
  const text = ` + asserts  ${glyphs.minus} rejects  ~ unsure or on a condition  ${glyphs.silent} silent${camps}`;
  return toRows(wrapRuns([run(text, 'dim')], width, { lines: 2, clip: glyphs.ellipsis, indent: 1 }), null);
}
