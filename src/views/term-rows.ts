import type { Term } from '../graph-file/index.ts';
import { inColumns, toRows } from './lay-out.ts';
import { quoteClaim, quoteLines } from './quotes.ts';
import type { Row, RowTarget } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';
import { splitColumns } from './sides.ts';

/** From here on a gap is mostly about the word (crux-and-labels, 1.5). */
const VERBAL = 0.5;

/** A word that the sides use differently: each one's own sentence that gives it a sense. */
export function termRows(scene: Scene, term: Term, target: RowTarget, lines: number): Row[] {
  const { glyphs, offline } = scene;
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
  const body = inColumns(scene, [run('     ')], splitColumns(scene.sides, quotations), (side, width) => {
    return side.slice(0, 2).flatMap((one) => quoteLines(scene, one, width, lines));
  });
  return toRows(quotations.length === 0 ? [head] : [head, ...body], target);
}
