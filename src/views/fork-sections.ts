import type { Term, Unanswered } from '../graph-file/index.ts';
import { cruxRows } from './crux-rows.ts';
import { isContention } from './crux-sides.ts';
import { cruxTitle } from './crux-title.ts';
import { declarationRows, loneDeclarations } from './declaration-rows.ts';
import { forkNotes } from './fork-notes.ts';
import { sectionRule, toRows } from './lay-out.ts';
import { noticeRows } from './notice-rows.ts';
import { unansweredRows } from './open-rows.ts';
import type { Row } from './row.ts';
import type { Scene } from './scene.ts';
import { pickAgreements, pickCruxes, pickUnanswered } from './select.ts';
import { agreementRows } from './shared-rows.ts';
import { termRows } from './term-rows.ts';

/** How many lines quotations and notices may take, and how many reasons stand below a side. */
export interface Density {
  readonly shared: number;
  readonly contention: number;
  readonly crux: number;
  readonly reasons: readonly [first: number, others: number];
  readonly declared: number;
  readonly notice: number;
}

export function sharedSection(scene: Scene, limit: number, { shared }: Density): Row[] {
  const agreements = pickAgreements(scene);
  if (agreements.length === 0) return heading(scene, 'SHARED GROUND', 'none found');
  return section(scene, 'SHARED GROUND', agreements, limit, (one) => agreementRows(scene, one, shared));
}

export function cruxSection(scene: Scene, limit: number, density: Density): Row[] {
  const cruxes = pickCruxes(scene);
  const title = cruxTitle(scene, cruxes);
  if (cruxes.length === 0) return heading(scene, title, 'none found');
  const rows = section(scene, title, cruxes, limit, (crux, at) => {
    const lines = isContention(scene, crux) ? density.contention : density.crux;
    return cruxRows(scene, crux, { lines, quotes: 2, reasons: density.reasons[at === 0 ? 0 : 1] });
  });
  return [...rows, ...forkNotes(scene, cruxes)];
}

export function openSection(scene: Scene, limit: number): Row[] {
  const open = pickUnanswered(scene);
  const draw = (one: Unanswered) => unansweredRows(scene, one);
  // One voice leaves the other sections empty, so there is room for more of these.
  const title = scene.nameless ? 'CLAIMS AND QUESTIONS' : 'OPEN CLAIMS AND QUESTIONS';
  if (scene.voices.length < 2) return section(scene, title, open, limit * 4, draw);
  const measured = !scene.offline && open.some(({ closes }) => closes !== null);
  return section(scene, 'SAID BY ONE SIDE, NO REPLY TIED TO IT', open, limit, draw, measured ? 'would move' : '');
}

export function declarationSection(scene: Scene, limit: number, { declared }: Density): Row[] {
  if (scene.voices.length < 2) return [];
  const title = 'DECLARED TO DECIDE, TIED TO NO POINT ABOVE';
  return section(scene, title, loneDeclarations(scene), limit, (move) => declarationRows(scene, move, declared));
}

export function termSection(scene: Scene, limit: number): Row[] {
  // A word to which only one voice gives a sense slips nobody.
  const slips = ({ senses }: Term) => new Set(senses.flatMap(({ speakers }) => speakers)).size > 1;
  const terms = scene.analysis.file.terms.flatMap((term, at) => (slips(term) ? [{ term, id: String(at) }] : []));
  return section(scene, 'TERMS', terms, limit, ({ term, id }) => termRows(scene, term, { kind: 'term', id }, 1));
}

export function noticeSection(scene: Scene, limit: number, { notice: lines }: Density): Row[] {
  const { notices } = scene.analysis.file;
  return section(scene, 'GUESSED OR LOST', notices, limit, (one, at) => noticeRows(scene, one, at, lines));
}

function section<T>(
  scene: Scene,
  title: string,
  items: readonly T[],
  limit: number,
  draw: (item: T, at: number) => readonly Row[],
  note = '',
): Row[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, limit);
  const more = items.length - shown.length;
  const notes = [...(note === '' ? [] : [note]), ...(more > 0 ? [`+${more} more`] : [])];
  return [...heading(scene, title, notes.join(` ${scene.glyphs.dot} `)), ...shown.flatMap(draw)];
}

function heading({ width, glyphs }: Scene, title: string, note = ''): Row[] {
  return toRows([sectionRule(title, width, glyphs, note)], null);
}
