import type { Issue } from '../graph-file/index.ts';
import { viewWord } from './crux-sides.ts';
import { inColumns, type Lines, spread, toRows } from './lay-out.ts';
import { bar, count, signed } from './numbers.ts';
import { claimsOf, directionOf, propositionRuns } from './propositions.ts';
import { quoteClaim, quoteLines } from './quotes.ts';
import type { Row, Run } from './row.ts';
import { run, runsWidth } from './runs.ts';
import type { Scene } from './scene.ts';
import { pickCruxes } from './select.ts';
import { toneOf } from './sides.ts';
import { wrapRuns } from './wrap.ts';

const LEAD = run(' ISSUE  ', 'heading');
const INDENT = run(' '.repeat(LEAD.text.length));

/** Views closer than this are no gap (crux-and-labels, 1.4). */
const GAP = 0.3;

/** What the dispute is about and how far apart the sides are on it; in words where no figure was computed. */
export function issueRows(scene: Scene): Row[] {
  const { issue } = scene.sides;
  if (scene.voices.length < 2) {
    const none = scene.voices.length === 0 ? 'no posts' : scene.nameless ? 'no authors given' : 'one voice';
    return toRows([[LEAD, run(`${none}: nothing to compare`, 'strong')]], null);
  }
  if (!issue) return toRows(wrapRuns([LEAD, ...noGapRuns(scene)], scene.width, { indent: runsWidth([LEAD]) }), null);
  const own = { kind: 'issue', id: issue.id } as const;
  const rows = toRows(scene.offline ? quotedIssue(scene, issue) : measuredIssue(scene, issue), own);
  const others = scene.analysis.file.issues.filter(({ id }) => id !== issue.id);
  const next = scene.pair ? undefined : others[0];
  if (!next) return rows;
  const more = others.length > 1 ? [run(`+${others.length - 1} more`, 'dim')] : [];
  const line = [run(' also   ', 'dim'), ...propositionRuns(scene, next.proposition)];
  return [...rows, ...toRows([spread(line, more, scene.width, scene.glyphs)], { kind: 'issue', id: next.id })];
}

function noGapRuns(scene: Scene): readonly Run[] {
  const { pair, labelOf } = scene;
  const none = run(scene.offline ? 'no opposite views of one claim found by cues' : 'no stated gap found', 'strong');
  const cruxes = pickCruxes(scene);
  if (cruxes.length > 0) return [none, run(`; ${count(cruxes.length, 'point')} of contention`)];
  if (scene.offline) return [none];
  const who = pair ? `${labelOf(pair[0])} and ${labelOf(pair[1])}` : 'two voices';
  return [none, run(` (the labels give no issue on which ${who} state opposite views)`, 'dim')];
}

function quotedIssue(scene: Scene, issue: Issue): Lines {
  const members = claimsOf(scene, scene.analysis.propositions.get(issue.proposition)?.claims ?? []);
  return inColumns(scene, [LEAD], scene.sides, (party, width) => {
    const claim = members.find(({ speaker, stance }) => party.includes(speaker) && stance !== 'reported');
    return claim ? quoteLines(scene, quoteClaim(claim), width, 2) : [];
  });
}

function measuredIssue(scene: Scene, issue: Issue): Lines {
  const { glyphs, width, narrow, sides } = scene;
  const title = wrapRuns([LEAD, ...propositionRuns(scene, issue.proposition)], width, {
    lines: 2,
    clip: glyphs.ellipsis,
    indent: runsWidth([LEAD]),
  });
  const direction = directionOf(scene, issue.proposition);
  const values = [partyValue(issue, sides.left, direction), partyValue(issue, sides.right, direction)] as const;
  const gap = run(`gap ${Math.abs(issue.gap).toFixed(2)}${gapRemark(issue.gap, values)}`, 'strong');
  const size = narrow ? 12 : Math.min(30, Math.floor((width - 64) / 2));
  const [a, b] = [sides.left, sides.right].map((party, at) =>
    partyRuns(scene, party, values[at]!, size, at === 1 && !narrow),
  );
  if (narrow) return [...title, [INDENT, ...a!], [INDENT, ...b!], [INDENT, gap]];
  const left = [INDENT, ...a!];
  const room = width - runsWidth(left) - runsWidth(b!);
  if (room < runsWidth([gap]) + 4) return [...title, spread(left, b!, width - 1, glyphs), [INDENT, gap]];
  const before = Math.floor((room - 1 - runsWidth([gap])) / 2);
  const after = room - 1 - runsWidth([gap]) - before;
  return [...title, [...left, run(' '.repeat(before)), gap, run(' '.repeat(after)), ...b!]];
}

function gapRemark(gap: number, [a, b]: readonly [number | null, number | null]): string {
  if (Math.abs(gap) <= GAP) return ': no gap on this issue';
  return a !== null && b !== null && Math.min(Math.abs(a), Math.abs(b)) >= GAP && a * b > 0
    ? ': same view, different confidence'
    : '';
}

function partyRuns(scene: Scene, party: readonly string[], value: number | null, size: number, mirrored: boolean) {
  const { glyphs, labelOf } = scene;
  const tone = party[0] === undefined ? 'side-other' : toneOf(scene.sides, party[0]);
  const names = party.slice(0, 3).map(labelOf).join(' ') + (party.length > 3 ? ` +${party.length - 3}` : '');
  if (value === null) return [run(`${names} states no view`, tone)];
  const length = bar(Math.abs(value), size, glyphs).full;
  const words = [`${names} ${viewWord(value)} ${signed(value, glyphs)}`, ' ', length];
  if (!mirrored) return words.map((text) => run(text, tone));
  return [length, ' ', `${signed(value, glyphs)} ${viewWord(value)} ${names}`].map((text) => run(text, tone));
}

/** The view of a party: that of its one speaker, or the camp's mean in log-odds (crux-and-labels, 1.5). */
function partyValue(issue: Issue, party: readonly string[], direction: 1 | -1): number | null {
  const values = issue.sides.filter(({ speaker }) => party.includes(speaker)).map(({ value }) => value * direction);
  if (values.length === 0) return null;
  if (values.length === 1) return values[0]!;
  const logits = values.map((value) => Math.atanh(Math.min(0.999, Math.max(-0.999, value))));
  return Math.tanh(logits.reduce((sum, one) => sum + one, 0) / logits.length);
}
