export { EXPORTS, type ExportOptions, exportAnalysis, findExport } from './export-analysis.ts';
export type { ExportedText, ExportFormat } from './export-format.ts';
export { NUMBER_KEYS, WORD_KEYS, WORDS_ALLOWED } from './only/keys.ts';
export { narrowAnalysis } from './only/narrow-analysis.ts';
export { parseOnly } from './only/parse-only.ts';
