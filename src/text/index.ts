export { contentWords } from './content-words.ts';
export { findFolded } from './find-folded.ts';
export { type FoldedText, fold, foldWithOffsets, words } from './fold.ts';
export { plainText } from './plain-text.ts';
export { splitSentences } from './sentences.ts';
export { containment, jaccard, shingleSet } from './shingles.ts';
export type { Span } from './span.ts';
export { hasHiddenCharacters, stripForTerminal } from './strip-for-terminal.ts';
export { buildTextIndex, type Neighbour, type TextIndex } from './text-index.ts';
