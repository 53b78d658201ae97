export type { Analysis } from './analysis.ts';
export { openAnalysis } from './analysis.ts';
