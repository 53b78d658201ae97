export { computeDivergence, type DivergenceOptions } from './compute-divergence.ts';
export type { Divergence } from './divergence-result.ts';
export type { Pair } from './exchanges.ts';
