import type { Move } from '../graph-file/index.ts';
import { declarationWords } from './declared.ts';
import { isDoubtful } from './labels.ts';
import { stacked, toRows } from './lay-out.ts';
import { quoteRuns, wrapQuote } from './quotes.ts';
import type { Row } from './row.ts';
import { run, runsWidth } from './runs.ts';
import type { Scene } from './scene.ts';

/**
 * What somebody declares to decide the matter for them where no crux shows it, because nobody's words against it were found. Where
 * it is doubtful who speaks, it is doubtful who answers: then nothing is said of the other side.
 */
export function loneDeclarations({ analysis, pair }: Scene): readonly Move[] {
  const { cruxes, moves } = analysis.file;
  const shown = new Set(cruxes.flatMap((crux) => crux.moves));
  return moves.filter(
    ({ id, type, speaker }) =>
      type === 'crux' &&
      !shown.has(id) &&
      (pair === null || pair.includes(speaker)) &&
      !isDoubtful(analysis.speakers.get(speaker)!),
  );
}

/** `★ Ann L7 says what would change a mind “words”`, on so many rows. */
export function declarationRows(scene: Scene, move: Move, rows: number): Row[] {
  const { analysis, glyphs, width } = scene;
  const words = analysis.posts.get(move.post)?.text.slice(move.start, move.end) ?? '';
  const lead = [run(` ${glyphs.declared} `, 'crux')];
  const quotation = { speaker: move.speaker, verb: declarationWords(scene, move), said: [move], text: words };
  const lines = wrapQuote(scene, quoteRuns(scene, quotation), width - runsWidth(lead) - 1, rows);
  const claim = analysis.file.claims.find(({ post, start }) => post === move.post && start === move.start);
  return toRows(stacked(lines, lead), claim ? { kind: 'claim', id: claim.id } : null);
}
