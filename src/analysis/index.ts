export type { Analysis } from './analysis.ts';
export { openAnalysis } from './analysis.ts';
export { analyzeInput, checkFormat, type InputOptions, type NamedBytes, resolvePair } from './analyze-input.ts';
export { type AnalysisOptions, analyzeThread } from './analyze-thread.ts';
export { denyTogether } from './shared-denial.ts';
