export type { ThreadOptions } from './build-thread.ts';
export { buildThread } from './build-thread.ts';
export { threadFromGraphFile } from './from-graph-file.ts';
export { locate } from './locate.ts';
export type { SpeakerOverrides } from './overrides.ts';
export { parseSpeakers } from './overrides.ts';
export type { Paragraph, Sentence, Thread, ThreadPost, TurnGuess, TurnGuesser } from './thread.ts';
