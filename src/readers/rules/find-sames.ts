import { shingleSet, words as wordsOf } from '../../text/index.ts';
import type { SameJudgement } from '../judgements.ts';
import { claimIdOf } from './find-claims.ts';
import type { Reading } from './reading.ts';

const SHINGLE = 3;
const SHARED = 0.7;
const LONGEST_LIST = 8;
const NEGATION = /\b(?:not|no|never|cannot|without|neither|nor|hardly)\b|n't\b/g;

/** Claims of one speaker, or of two, that repeat each other nearly word for word with equally many negations. Opposites are never inferred. */
export function findSames(reading: Reading): SameJudgement[] {
  const postings = new Map<number, number[]>();
  const claims = reading.sentences.filter((sentence) => reading.claims.has(claimIdOf(sentence)));
  const shingles = claims.map(({ plain }) => shingleSet(wordsOf(plain), SHINGLE));
  const negations = claims.map(({ plain }) => (plain.match(NEGATION) ?? []).length);
  const found: SameJudgement[] = [];
  for (const [at, own] of shingles.entries()) {
    const shared = new Map<number, number>();
    for (const shingle of own) {
      const list = postings.get(shingle) ?? [];
      for (const earlier of list) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
      if (list.length < LONGEST_LIST) postings.set(shingle, [...list, at]);
    }
    for (const [earlier, count] of [...shared].sort(([a], [b]) => a - b)) {
      const union = own.size + shingles[earlier]!.size - count;
      if (count / union < SHARED || negations[earlier] !== negations[at]) continue;
      const [a, b] = [claimIdOf(claims[earlier]!), claimIdOf(claims[at]!)];
      found.push({ a, b, polarity: 1, rule: 'nearly-same-words' });
      break;
    }
  }
  return found;
}
