import { claimLines, type Ground, meet, moveLines, toFirstCapture } from './ground.ts';
import { countMatched } from './matching.ts';
import { MOST_LINES } from './measure-cruxes.ts';

interface AgreementMeasures {
  readonly agr_r: number | null;
  readonly agr_p: number | null;
}

/** Agreements of two speakers or more: share of gold ones found (one to one) and share of predicted ones that meet any. */
export function measureAgreements(ground: Ground): AgreementMeasures {
  const gold = ground.gold.agreements
    .filter(({ authors }) => new Set(authors).size >= 2)
    .map(({ lines }) => toFirstCapture(ground, lines));
  const edges = ground.file.agreements.map(({ speakers, claims, moves }) => {
    const lines = new Set([...claimLines(ground, claims), ...moveLines(ground, moves)]);
    if (new Set(speakers).size < 2 || lines.size > 2 * MOST_LINES) return [];
    return [...gold.keys()].filter((at) => meet(gold[at]!, lines));
  });
  const good = edges.filter((met) => met.length > 0).length;
  const none = gold.length === 0 ? null : 0;
  return {
    agr_r: gold.length === 0 ? null : countMatched(edges) / gold.length,
    agr_p: edges.length === 0 ? none : good / edges.length,
  };
}
