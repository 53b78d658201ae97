export type { Paragraph, Sentence, Thread, ThreadPost, TurnGuess, TurnGuesser } from './thread.ts';
