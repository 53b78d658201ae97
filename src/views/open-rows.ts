import type { Unanswered } from '../graph-file/index.ts';
import { spread, toRows } from './lay-out.ts';
import { percent } from './numbers.ts';
import { claimsOf } from './propositions.ts';
import { quoteClaim, quoteRuns, wrapQuote } from './quotes.ts';
import type { Row, Run } from './row.ts';
import { run, runsWidth } from './runs.ts';
import type { Scene } from './scene.ts';
import { toneOf } from './sides.ts';

/** Something that one side said and nobody took up, with how far it would move the silent side where that is computed. */
export function unansweredRows(scene: Scene, open: Unanswered): Row[] {
  const { width, glyphs, offline } = scene;
  const [first, ...others] = claimsOf(scene, open.claims);
  if (!first) return [];
  const would = open.closes === null || offline ? [] : moveRuns(scene, open, open.closes);
  const room = width - 4 - (would.length > 0 ? runsWidth(would) + 1 : 0);
  const [line] = wrapQuote(scene, quoteRuns(scene, quoteClaim(first, others)), room, 1);
  return toRows([spread([run('   '), ...line!], would, width - 1, glyphs)], { kind: 'unanswered', id: open.id });
}

function moveRuns(scene: Scene, { notBy }: Unanswered, closes: number): readonly Run[] {
  const first = notBy[0];
  if (first === undefined) return [run(percent(closes, scene.glyphs))];
  const more = notBy.length > 1 ? ` +${notBy.length - 1}` : '';
  return [
    run(`${scene.labelOf(first)}${more} `, toneOf(scene.sides, first)),
    run(percent(closes, scene.glyphs).padStart(4)),
  ];
}
