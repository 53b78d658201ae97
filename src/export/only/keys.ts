import { AGREEMENT_KINDS, CLAIM_KINDS, CRUX_KINDS, STANCES } from '../../graph-file/index.ts';

/** Keys of a filter that compare words, with what they look at. */
export const WORD_KEYS = {
  speaker: 'name or id of who says it',
  stance: "the claim's stance",
  kind: 'kind of claim',
  post: 'number or id of the post',
  proposition: 'id of the proposition',
  id: 'id of the claim',
  rule: 'rule of the reader that labelled it',
  crux: 'kind of a crux that cites it, or any',
  agreement: 'kind of an agreement on it, or any',
  is: 'crux, agreement, unanswered, issue or declared',
} as const;
export type WordKey = keyof typeof WORD_KEYS;

/** Keys of a filter that compare numbers. */
export const NUMBER_KEYS = {
  score: 'score of a crux that cites it',
  rank: 'rank of a crux that cites it',
  line: 'line on which it starts',
  confidence: "the reader's confidence in the label, 0 to 1",
  p: 'the probability that is stated',
} as const;
export type NumberKey = keyof typeof NUMBER_KEYS;

/** The values that a key knows; keys that are not listed take any. */
export const WORDS_ALLOWED: Readonly<Partial<Record<WordKey, readonly string[]>>> = {
  stance: STANCES,
  kind: CLAIM_KINDS,
  crux: [...CRUX_KINDS, 'any'],
  agreement: [...AGREEMENT_KINDS, 'any'],
  is: ['crux', 'agreement', 'unanswered', 'issue', 'declared'],
};
