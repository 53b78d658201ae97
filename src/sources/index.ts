export { decodeBytes } from './decode.ts';
export type { Format, RawBlock, RawPiece, RawPost, RawThread } from './raw-thread.ts';
export { FORMATS } from './raw-thread.ts';
