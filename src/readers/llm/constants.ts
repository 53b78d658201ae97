/**
 * How far a question is put again in halves where it, or its answer, is too large. What is still too large then is not the
 * text: a model that answers nothing of use would only be asked more often.
 */
export const HALVING = {
  /** Halves of halves of halves: one question becomes at most fifteen. */
  mostTimes: 3,
  /** Source tokens below which a stretch of turns is not halved. */
  leastTokens: 400,
} as const;
