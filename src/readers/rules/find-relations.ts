import type { RelationJudgement } from '../judgements.ts';
import type { AimedMove } from './aim-moves.ts';
import { claimIdOf } from './find-claims.ts';
import type { OwnSentence } from './own-sentences.ts';
import { claimOf, type Reading, viewBehind } from './reading.ts';

const CONCLUDES =
  /^(?:therefore|thus|hence|consequently|(?:and )?for (?:this|that|these) reasons?|as a result|it follows|this means|which means|so it follows)\b/;
const GIVES_REASON = /^(?:because|for example|for instance|after all|the reason is|this is because|e\.g\.)/;

/** Reasons that a word announces between neighbouring sentences, and attacks on a claim that is quoted right before. */
export function findRelations(reading: Reading, moves: readonly AimedMove[]): RelationJudgement[] {
  return [...reasonsInPosts(reading), ...attacksOnQuotes(reading, moves)];
}

function reasonsInPosts(reading: Reading): RelationJudgement[] {
  const found: RelationJudgement[] = [];
  for (const sentences of reading.ofPost.values()) {
    let before: OwnSentence | null = null;
    for (const sentence of sentences) {
      const isClaim = reading.claims.has(claimIdOf(sentence));
      if (before && isClaim && sentence.block - before.block <= 1) {
        if (CONCLUDES.test(sentence.plain)) found.push(support(before, sentence, sentence, 'concludes'));
        else if (GIVES_REASON.test(sentence.plain)) found.push(support(sentence, before, sentence, 'gives-reason'));
      }
      if (isClaim) before = sentence;
    }
  }
  return found;
}

function support(from: OwnSentence, to: OwnSentence, words: OwnSentence, rule: string): RelationJudgement {
  const { post, start, end } = words;
  return {
    id: `r:${post.id}:${start}:supports`,
    post: post.id,
    start,
    end,
    from: claimIdOf(from),
    to: claimIdOf(to),
    type: 'supports',
    strength: 'normal',
    endorsed: 'holds',
    rule,
  };
}

function attacksOnQuotes(reading: Reading, moves: readonly AimedMove[]): RelationJudgement[] {
  const found: RelationJudgement[] = [];
  for (const { type, by, targetClaim, sentence } of moves) {
    if (type !== 'disagree' || by !== 'quote' || !targetClaim) continue;
    const view = viewBehind(reading, sentence);
    if (!view) continue;
    const from = claimOf(reading, view, 'disagreement');
    if (from === targetClaim) continue;
    const { post, start, end } = sentence;
    const words = { post: post.id, start, end };
    const base = {
      from,
      to: targetClaim,
      type: 'attacks' as const,
      strength: 'normal' as const,
      endorsed: 'holds' as const,
    };
    found.push({ id: `r:${post.id}:${start}:attacks`, ...words, ...base, rule: 'disagrees-with-quote' });
  }
  return found;
}
