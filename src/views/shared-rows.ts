import type { Agreement, Claim, Move } from '../graph-file/index.ts';
import { inColumns, type Lines, spread, toRows } from './lay-out.ts';
import { claimsOf, directionOf, holderRuns, propositionRuns, sentenceBehind } from './propositions.ts';
import { type Quotation, quoteAssent, quoteClaim, quoteLines } from './quotes.ts';
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

/** Each speaker's part in an agreement: whoever spoke first by the claim itself, the others by the words that take it up. */
export function agreementQuotes(scene: Scene, { speakers, claims, moves }: Agreement): readonly Quotation[] {
  const order = new Map(scene.analysis.file.posts.map(({ id }, at) => [id, at]));
  const byPlace = (a: Claim | Move, b: Claim | Move) =>
    (order.get(a.post) ?? 0) - (order.get(b.post) ?? 0) || a.start - b.start;
  const said = [...claimsOf(scene, claims)].sort(byPlace);
  const taken = moves.flatMap((id) => scene.analysis.moves.get(id) ?? []).sort(byPlace);
  const first = said[0]?.speaker;
  return speakers.flatMap((speaker) => {
    const own = said.filter((claim) => claim.speaker === speaker);
    const move = taken.find((one) => one.speaker === speaker);
    if (move && (speaker !== first || own.length === 0)) return [quoteAssent(scene, move)];
    return own[0] ? [quoteClaim(own[0], own.slice(1))] : [];
  });
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
  const left = [
    ...markRuns(scene),
    ...propositionRuns(scene, agreement.proposition),
    run(remark === '' ? '' : ` (${remark})`, 'dim'),
  ];
  if (!narrow && runsWidth(right) * 2 <= width) return [spread(left, right, width - 1, glyphs)];
  return [left, [run('     '), ...right]];
}

function quotedLines(scene: Scene, agreement: Agreement, lines: number): Lines {
  const columns = splitColumns(scene.sides, agreementQuotes(scene, agreement));
  return inColumns(scene, markRuns(scene), columns, (quotations, width) => {
    const shown = quotations.slice(0, 2).flatMap((one) => quoteLines(scene, one, width, lines));
    const more = quotations.slice(2).map(({ speaker }) => scene.labelOf(speaker));
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

function hingeLines(scene: Scene, { hinge }: Agreement): Lines {
  if (hinge === null) return [];
  const views = scene.analysis.propositions.get(hinge)?.views ?? [];
  const direction = directionOf(scene, hinge);
  const against = views.filter(({ value }) => value * direction < 0).map(({ speaker }) => speaker);
  const disputed = [...new Set(against)].flatMap((speaker) => [
    run(' disputed by ', 'warning'),
    run(scene.labelOf(speaker), toneOf(scene.sides, speaker)),
  ]);
  const line = [run('   if ', 'dim'), ...propositionRuns(scene, hinge)];
  return [spread(line, disputed, scene.width, scene.glyphs)];
}
