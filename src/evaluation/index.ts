export { type Comparison, compareEvaluations, type Difference } from './compare.ts';
export { DRAWS, type Draws, type Evaluation, evaluate, type Summary } from './evaluate.ts';
export {
  GOLD_PARTS,
  GOLD_RELATIONS,
  type Gold,
  type GoldPart,
  type GoldRelationType,
  REPLY_STANCES,
  type ReplyStance,
} from './gold.ts';
export { goldFormOf } from './gold-form.ts';
export { type LabelPair, labelF1, macroF1 } from './macro-f1.ts';
export { countMatched } from './matching.ts';
export { type Figures, MEASURE_NAMES, MEASURES, type Measure } from './measures.ts';
export { type GoldPair, type NamedGold, type NamedGraph, pairGolds } from './pair-golds.ts';
export { parseGold } from './parse-gold.ts';
export { type PlacedGraph, placeGraph } from './placed-graph.ts';
export { stanceFinder } from './reply-stance.ts';
export { bootstrap, drawNumbers, type Interval, meanOf } from './resample.ts';
export { scoreThread, type ThreadScore } from './score-thread.ts';
export { type Shares, sharesOf } from './shares.ts';
export { comparisonRows, showFigure, tableRows } from './table-rows.ts';
