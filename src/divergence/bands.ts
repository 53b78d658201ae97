import { MAX_VIEW } from '../graph/index.ts';
import type { ComputedCrux, Findings } from './analyse-contest.ts';
import { believe, type Mind } from './belief/believe.ts';
import { closeBySwap, openDispute, scoreOf } from './belief/closure.ts';
import { BAND_RANGE, BAND_RUNS, BAND_SEED, BAND_STANCE_SD, BAND_WEIGHT_SD, DIVIDED_FACTOR } from './constants.ts';
import { createNormal, createRandom } from './seeded-random.ts';

/**
 * 80% bands of the scores of an issue's cruxes, in their order: the network is rerun with blurred stances and weights. A
 * weight is blurred alike for both sides, since the doubt is about how strong the inference was meant to be.
 */
export function drawBands({ cruxes, dispute }: Findings): readonly (readonly [number, number])[] {
  if (cruxes.length === 0) return [];
  const normal = createNormal(createRandom(BAND_SEED));
  const { network, root, beliefs } = dispute;
  const runs = cruxes.map((): number[] => []);
  for (let run = 0; run < BAND_RUNS; run++) {
    const factors = network.links.map(() => Math.exp(BAND_WEIGHT_SD * normal()));
    const blur = ({ stated, weights, force }: Mind): Mind => ({
      stated: Array.from(stated, (view) => clamp(view + BAND_STANCE_SD * normal())),
      weights: Array.from(weights, (weight, link) => weight * factors[link]!),
      force,
    });
    const [first, second] = [believe(network, blur(beliefs[0].mind)), believe(network, blur(beliefs[1].mind))];
    const blurred = openDispute(network, [first, second], root);
    cruxes.forEach((crux, index) => {
      runs[index]!.push(scoreIn(crux, scoreOf(closeBySwap(blurred, [crux.score.item], 'plain'))));
    });
  }
  return runs.map((scores) => {
    const sorted = scores.sort((a, b) => a - b);
    const [low, high] = BAND_RANGE.map((share) => sorted[Math.round(share * (sorted.length - 1))]!);
    return [low!, high!] as const;
  });
}

function scoreIn({ divided }: ComputedCrux, score: number): number {
  return divided ? score * DIVIDED_FACTOR : score;
}

/** NaN (nothing stated) stays NaN. */
function clamp(view: number): number {
  return Math.min(MAX_VIEW, Math.max(-MAX_VIEW, view));
}
