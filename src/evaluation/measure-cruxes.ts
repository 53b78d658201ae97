import type { Crux } from '../graph-file/index.ts';
import { type GoldCrux, isKnown } from './gold.ts';
import { claimLines, type Ground, meet, moveLines, toFirstCapture } from './ground.ts';
import { countMatched } from './matching.ts';

/** How many lines a side may cite: who cites everything finds everything. */
export const MOST_LINES = 4;
const DEPTHS = [3, 5, 10] as const;

interface CruxMeasures {
  readonly 'crux_r@3': number | null;
  readonly 'crux_p@3': number | null;
  readonly 'crux_r@5': number | null;
  readonly 'crux_p@5': number | null;
  readonly 'crux_r@10': number | null;
  readonly 'crux_p@10': number | null;
  readonly 'stated_r@5': number | null;
  readonly open_r: number | null;
}

interface PredictedCrux {
  readonly sides: readonly ReadonlySet<number>[];
  readonly moves: ReadonlySet<number>;
}

interface KnownCrux {
  readonly sides: readonly ReadonlySet<number>[];
  readonly raised: ReadonlySet<number>;
}

/**
 * Cruxes among the first predicted ones, matched one to one: a prediction meets a gold crux if two of its speakers cite lines
 * of two of its sides, or one does and the rest meets the lines where the crux is raised. One-sided ones count as open points.
 */
export function measureCruxes(ground: Ground): CruxMeasures {
  const { gold, file } = ground;
  const twoSided = gold.cruxes.filter(
    ({ sides }) => new Set(sides.map(({ author }) => author).filter(isKnown)).size >= 2,
  );
  const known = twoSided.map((crux) => toKnown(ground, crux));
  const predicted = file.cruxes.map((crux) => toPredicted(ground, crux));
  const recallAt = (depth: number, among: readonly KnownCrux[]) =>
    among.length === 0 ? null : countHits(predicted.slice(0, depth), among) / among.length;
  const precisionAt = (depth: number) => precision(predicted.slice(0, depth), known);
  const figures = DEPTHS.flatMap((depth) => [
    [`crux_r@${depth}`, recallAt(depth, known)],
    [`crux_p@${depth}`, precisionAt(depth)],
  ]);
  const stated = known.filter((_, at) => twoSided[at]!.explicit);
  const oneSided = gold.cruxes.filter((crux) => !twoSided.includes(crux));
  return {
    ...(Object.fromEntries(figures) as Omit<CruxMeasures, 'stated_r@5' | 'open_r'>),
    'stated_r@5': recallAt(5, stated),
    open_r: measureOpen(ground, oneSided),
  };
}

/** Several predictions of one gold crux count once, out of at most as many as there are gold cruxes. */
function precision(predicted: readonly PredictedCrux[], known: readonly KnownCrux[]): number | null {
  if (predicted.length === 0) return known.length === 0 ? null : 0;
  if (known.length === 0) return 0;
  return Math.min(1, countHits(predicted, known) / Math.min(predicted.length, known.length));
}

function countHits(predicted: readonly PredictedCrux[], known: readonly KnownCrux[]): number {
  return countMatched(predicted.map((crux) => [...known.keys()].filter((at) => isHit(crux, known[at]!))));
}

function isHit({ sides, moves }: PredictedCrux, { sides: goldSides, raised }: KnownCrux): boolean {
  if (sides.length < 2) return false;
  const edges = sides.map((side) => [...goldSides.keys()].filter((at) => meet(side, goldSides[at]!)));
  if (countMatched(edges) >= 2) return true;
  if (!edges.some((met) => met.length > 0)) return false;
  return meet(moves, raised) || sides.some((side, at) => edges[at]!.length === 0 && meet(side, raised));
}

function toPredicted(ground: Ground, { sides, moves }: Crux): PredictedCrux {
  const bySpeaker = new Map<string, Set<number>>();
  for (const { speaker, claims } of sides) {
    const lines = claimLines(ground, claims);
    bySpeaker.set(speaker, new Set([...(bySpeaker.get(speaker) ?? []), ...lines]));
  }
  return {
    sides: [...bySpeaker.values()].filter(({ size }) => size > 0 && size <= MOST_LINES),
    moves: moveLines(ground, moves),
  };
}

function toKnown(ground: Ground, { sides, lines }: GoldCrux): KnownCrux {
  const known = sides.filter((side) => isKnown(side.author) && side.lines.length > 0);
  return {
    sides: known.map((side) => toFirstCapture(ground, side.lines)),
    raised: toFirstCapture(ground, lines),
  };
}

/** One-sided gold cruxes that stand among the unanswered points. */
function measureOpen(ground: Ground, oneSided: readonly GoldCrux[]): number | null {
  if (oneSided.length === 0) return null;
  const raised = oneSided.map(({ lines }) => toFirstCapture(ground, lines));
  const edges = ground.file.unanswered.map(({ claims }) => {
    const lines = claimLines(ground, claims);
    return lines.size > MOST_LINES ? [] : [...raised.keys()].filter((at) => meet(raised[at]!, lines));
  });
  return countMatched(edges) / oneSided.length;
}
