import type { Term } from '../graph-file/index.ts';
import { halfWidth, sideBySide, stacked, toRows } from './lay-out.ts';
import { quoteClaim, quoteLines } from './quotes.ts';
import type { Row, RowTarget } from './row.ts';
import { run, runsWidth } from './runs.ts';
import type { Scene } from './scene.ts';
import { splitColumns } from './sides.ts';

/** From here on a gap is mostly about the word (crux-and-labels, 1.5). */
const VERBAL = 0.5;

/** A word that the sides use differently: each one's own sentence that gives it a sense. */
export function termRows(scene: Scene, term: Term, target: RowTarget, lines: number): Row[] {
  const { glyphs, width, narrow, offline } = scene;
  const verbal = !offline && term.verbality !== null && term.verbality >= VERBAL;
  const head = [
    run(` ${glyphs.term} `, 'crux'),
    run(`${glyphs.open}${scene.say(term.term)}${glyphs.close}`, 'strong'),
    run(verbal ? `  mostly about the word (${Math.round(term.verbality! * 100)}%)` : '', 'dim'),
  ];
  const quotations = term.senses.flatMap(({ claim }) => {
    const found = scene.analysis.claims.get(claim);
    return found ? [quoteClaim(found)] : [];
  });
  const lead = [run('     ')];
  const inner = narrow ? width - runsWidth(lead) : halfWidth(width, runsWidth(lead));
  const { left, right } = splitColumns(scene.sides, quotations);
  const [a, b] = [left, right].map((side) => side.slice(0, 2).flatMap((one) => quoteLines(scene, one, inner, lines)));
  if (a!.length + b!.length === 0) return toRows([head], target);
  return toRows([head, ...(narrow ? stacked([a!, b!], lead) : sideBySide(a!, b!, { width, glyphs }, lead))], target);
}
