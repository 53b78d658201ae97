export { decodeBytes, hasTextName } from './decode.ts';
export { detectFormat, type FormatGuess } from './detect.ts';
export type { Format, RawBlock, RawPiece, RawPost, RawThread } from './raw-thread.ts';
export { FORMATS } from './raw-thread.ts';
export { readThread } from './read-thread.ts';
