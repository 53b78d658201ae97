import type { Analysis } from '../analysis/index.ts';
import {
  cruxSection,
  type Density,
  declarationSection,
  noticeSection,
  openSection,
  sharedSection,
  termSection,
} from './fork-sections.ts';
import { issueRows } from './issue-rows.ts';
import { finishRows } from './lay-out.ts';
import { footRows } from './notice-rows.ts';
import type { Row } from './row.ts';
import { type Scene, setScene, type ViewOptions } from './scene.ts';
import { headRows } from './thread-head.ts';

/** How many items each section of the fork shows; the rest is counted in its heading. */
export interface ForkLimits {
  readonly shared: number;
  readonly cruxes: number;
  readonly declared: number;
  readonly unanswered: number;
  readonly terms: number;
  readonly notices: number;
}

export interface ForkOptions extends ViewOptions {
  readonly limits?: Partial<ForkLimits>;
}

const LIMITS: ForkLimits = { shared: 4, cruxes: 3, declared: 2, unanswered: 3, terms: 2, notices: 2 };

/** Rows that an analyst takes in at one look; a fuller fork is drawn with shorter quotations. */
const ONE_LOOK = 40;

const ROOMY: Density = { shared: 3, contention: 4, crux: 2, reasons: [2, 1], declared: 2, notice: 2 };
const USUAL: Density = { ...ROOMY, shared: 2, contention: 3 };
const CLOSE: Density = { ...USUAL, declared: 1, notice: 1 };
const TIGHT: Density = { shared: 2, contention: 2, crux: 2, reasons: [1, 0], declared: 1, notice: 1 };

/** The first screen: about what, how far apart, what is shared, where it forks, what nobody answered, which words slip. */
export function forkRows(analysis: Analysis, options: ForkOptions): Row[] {
  const scene = setScene(analysis, options);
  const limits = { ...LIMITS, ...options.limits };
  const draw = (density: Density) => drawFork(scene, limits, density);
  const fitting = [ROOMY, USUAL, CLOSE].map(draw).find(({ length }) => length <= ONE_LOOK);
  return fitting ?? draw(TIGHT);
}

function drawFork(scene: Scene, limits: ForkLimits, density: Density): Row[] {
  const alone = scene.voices.length < 2;
  const rows = [
    ...headRows(scene, 'crux'),
    ...issueRows(scene),
    ...(alone ? [] : sharedSection(scene, limits.shared, density)),
    ...(alone ? [] : cruxSection(scene, limits.cruxes, density)),
    ...declarationSection(scene, limits.declared, density),
    ...openSection(scene, limits.unanswered),
    ...termSection(scene, limits.terms),
    ...noticeSection(scene, limits.notices, density),
    ...footRows(scene),
  ];
  return finishRows(rows, scene.width, scene.glyphs);
}
