import type { Analysis } from '../analysis/index.ts';
import type { Unanswered } from '../graph-file/index.ts';
import { cruxRows } from './crux-rows.ts';
import { isContention } from './crux-sides.ts';
import { cruxTitle } from './crux-title.ts';
import { forkNotes } from './fork-notes.ts';
import { issueRows } from './issue-rows.ts';
import { finishRows, sectionRule, toRows } from './lay-out.ts';
import { footRows, noticeRows } from './notice-rows.ts';
import { unansweredRows } from './open-rows.ts';
import type { Row } from './row.ts';
import { type Scene, setScene, type ViewOptions } from './scene.ts';
import { pickAgreements, pickCruxes, pickUnanswered } from './select.ts';
import { agreementRows } from './shared-rows.ts';
import { termRows } from './term-rows.ts';
import { headRows } from './thread-head.ts';

/** How many items each section of the fork shows; the rest is counted in its heading. */
export interface ForkLimits {
  readonly shared: number;
  readonly cruxes: number;
  readonly unanswered: number;
  readonly terms: number;
  readonly notices: number;
}

export interface ForkOptions extends ViewOptions {
  readonly limits?: Partial<ForkLimits>;
}

const LIMITS: ForkLimits = { shared: 5, cruxes: 3, unanswered: 3, terms: 2, notices: 2 };

/** The first screen: about what, how far apart, what is shared, where it forks, what nobody answered, which words slip. */
export function forkRows(analysis: Analysis, options: ForkOptions): Row[] {
  const scene = setScene(analysis, options);
  const limits = { ...LIMITS, ...options.limits };
  const { narrow, width } = scene;
  const alone = scene.voices.length < 2;
  const terms = analysis.file.terms.map((term, at) => ({ term, target: { kind: 'term', id: String(at) } as const }));
  const noticeLines = width < 140 && !narrow ? 2 : 1;
  const rows = [
    ...headRows(scene, 'crux'),
    ...issueRows(scene),
    ...(alone ? [] : sharedSection(scene, limits.shared)),
    ...(alone ? [] : cruxSection(scene, limits.cruxes)),
    ...openSection(scene, limits.unanswered),
    ...section(scene, 'TERMS', terms, limits.terms, ({ term, target }) => termRows(scene, term, target, 1)),
    ...section(scene, 'GUESSED OR LOST', analysis.file.notices, limits.notices, (one, at) =>
      noticeRows(scene, one, at, noticeLines),
    ),
    ...footRows(scene),
  ];
  return finishRows(rows, width, scene.glyphs);
}

function sharedSection(scene: Scene, limit: number): Row[] {
  const agreements = pickAgreements(scene);
  const lines = scene.narrow || scene.width >= 140 ? 1 : 2;
  if (agreements.length === 0) return heading(scene, 'SHARED GROUND', 'none found');
  return section(scene, 'SHARED GROUND', agreements, limit, (one) => agreementRows(scene, one, lines));
}

function cruxSection(scene: Scene, limit: number): Row[] {
  const cruxes = pickCruxes(scene);
  const title = cruxTitle(scene, cruxes);
  if (cruxes.length === 0) return heading(scene, title, 'none found');
  const rows = section(scene, title, cruxes, limit, (crux, at) => {
    const lines = isContention(scene, crux) && !scene.narrow ? 3 : 2;
    return cruxRows(scene, crux, { lines, quotes: 2, reasons: at === 0 ? 2 : 1 });
  });
  return [...rows, ...forkNotes(scene, cruxes)];
}

function openSection(scene: Scene, limit: number): Row[] {
  const open = pickUnanswered(scene);
  const draw = (one: Unanswered) => unansweredRows(scene, one);
  // One voice leaves the other sections empty, so there is room for more of these.
  const title = scene.nameless ? 'CLAIMS AND QUESTIONS' : 'OPEN CLAIMS AND QUESTIONS';
  if (scene.voices.length < 2) return section(scene, title, open, limit * 4, draw);
  if (scene.offline) return section(scene, 'SAID BY ONE SIDE, NO ANSWER FOUND', open, limit, draw);
  const note = open.some(({ closes }) => closes !== null) ? 'would move' : '';
  return section(scene, 'SAID BY ONE SIDE, NOT ANSWERED', open, limit, draw, note);
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
