import type { Agreement, Claim } from '../graph-file/index.ts';
import { agreementQuotes } from './agreement-quotes.ts';
import { inColumns, type Lines, spread, stacked, toRows } from './lay-out.ts';
import { claimsOf, directionOf, holderRuns, propositionRuns, sentenceBehind, sharedRuns } from './propositions.ts';
import { quoteLines } from './quotes.ts';
import type { Row, Run } from './row.ts';
import { run, runsWidth } from './runs.ts';
import type { Scene } from './scene.ts';
import { splitColumns, toneOf } from './sides.ts';

/** An agreement as rows: a worded proposition with who holds it where, or, where nobody worded it, each one's own words. */
export function agreementRows(scene: Scene, agreement: Agreement, lines: number): Row[] {
  const proposition = scene.analysis.propositions.get(agreement.proposition);
  const worded = proposition !== undefined && sentenceBehind(scene, proposition) === null;
  const rows = worded ? wordedLines(scene, agreement) : quotedLines(scene, agreement, lines);
  return toRows([...rows, ...hingeLines(scene, agreement)], { kind: 'agreement', id: agreement.id });
}

const KINDS: Readonly<Record<Agreement['kind'], string>> = {
  full: '',
  partial: 'in part',
  conditional: 'on a condition',
  concession: 'granted',
};

function markRuns(scene: Scene): readonly Run[] {
  return [run(` ${scene.glyphs.shared} `, 'shared')];
}

function wordedLines(scene: Scene, agreement: Agreement): Lines {
  const { glyphs, width, narrow } = scene;
  const said = [
    ...claimsOf(scene, agreement.claims),
    ...agreement.moves.flatMap((id) => scene.analysis.moves.get(id) ?? []),
  ];
  const holders = agreement.speakers.slice(0, 4).map((speaker) => {
    const own = said.filter((one) => one.speaker === speaker) as Claim[];
    return holderRuns(scene, speaker, own);
  });
  const more = agreement.speakers.length - holders.length;
  const right = [
    ...holders.flatMap((runs, at) => (at === 0 ? runs : [run('  '), ...runs])),
    run(more > 0 ? ` +${more}` : '', 'dim'),
  ];
  const remark = [KINDS[agreement.kind], bearingOn(scene, agreement)].filter((text) => text !== '').join('; ');
  const left = [...markRuns(scene), ...sharedRuns(scene, agreement), run(remark === '' ? '' : ` (${remark})`, 'dim')];
  if (!narrow && runsWidth(right) * 2 <= width) return [spread(left, right, width - 1, glyphs)];
  return [left, [run('     '), ...right]];
}

function quotedLines(scene: Scene, agreement: Agreement, lines: number): Lines {
  const quotations = agreementQuotes(scene, agreement);
  const lead = markRuns(scene);
  if (quotations.length < agreement.speakers.length) {
    const width = scene.width - runsWidth(lead) - 1;
    return stacked(
      quotations.flatMap((one) => quoteLines(scene, one, width, lines)),
      lead,
    );
  }
  return inColumns(scene, lead, splitColumns(scene.sides, quotations), (side, width) => {
    const shown = side.slice(0, 2).flatMap((one) => quoteLines(scene, one, width, lines));
    const more = side.slice(2).map(({ speaker }) => scene.labelOf(speaker));
    return more.length > 0 ? [...shown, [run(`also ${more.join(' ')}`, 'dim')]] : shown;
  });
}

/** Where the sides weigh an agreed fact differently, the crux that says so. */
function bearingOn({ analysis, glyphs }: Scene, { proposition, hollow }: Agreement): string {
  if (!hollow) return '';
  const crux = analysis.file.cruxes.find(({ kind, item }) => {
    return kind === 'bearing' && analysis.relations.get(item)?.from === proposition;
  });
  return crux ? `see ${glyphs.bearing}${crux.rank}` : 'weighed differently';
}

function hingeLines(scene: Scene, { hinge, disputed }: Agreement): Lines {
  if (hinge === null) return [];
  const views = scene.analysis.propositions.get(hinge)?.views ?? [];
  const direction = directionOf(scene, hinge);
  const against = views.filter(({ value }) => value * direction < 0).map(({ speaker }) => speaker);
  const by = [...new Set(against)].map((speaker) => run(` ${scene.labelOf(speaker)}`, toneOf(scene.sides, speaker)));
  const remark =
    by.length > 0 ? [run(' disputed by', 'warning'), ...by] : [run(disputed ? ' disputed' : '', 'warning')];
  const line = [run('   if ', 'dim'), ...propositionRuns(scene, hinge)];
  return [spread(line, remark, scene.width, scene.glyphs)];
}
