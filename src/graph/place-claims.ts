import type { ClaimJudgement } from '../readers/index.ts';
import { contentId } from './content-id.ts';
import type { Losses } from './losses.ts';
import type { Footing, Ground } from './own-words.ts';

/** A claim that stands on the speaker's own words (or is marked as reported). `rank`: its number among the kept ones. */
export interface PlacedClaim extends Footing {
  readonly id: string;
  readonly rank: number;
  readonly judgement: ClaimJudgement;
}

/** Keeps the claims that have a place, in thread order, by the reader's id. Quoted words never become a claim of the quoter. */
export function placeClaims(
  threadId: string,
  judgements: readonly ClaimJudgement[],
  ground: Ground,
  losses: Losses,
): ReadonlyMap<string, PlacedClaim> {
  const placed: { judgement: ClaimJudgement; footing: Footing }[] = [];
  for (const judgement of judgements) {
    const footing = judgement.stance === 'reported' ? ground.findQuotable(judgement) : ground.find(judgement);
    if (typeof footing === 'string') losses.count('claim', judgement.post, footing);
    else placed.push({ judgement, footing });
  }
  placed.sort((a, b) => a.footing.order - b.footing.order || compareClaims(a.judgement, b.judgement));
  const claims = new Map<string, PlacedClaim>();
  const onSameWords = new Map<string, number>();
  for (const { judgement, footing } of placed) {
    if (claims.has(judgement.id)) continue;
    const words = [judgement.post, judgement.start, judgement.end] as const;
    const key = words.join(' ');
    const twin = onSameWords.get(key) ?? 0;
    onSameWords.set(key, twin + 1);
    const id = twin === 0 ? contentId('c', threadId, ...words) : contentId('c', threadId, ...words, twin);
    claims.set(judgement.id, { ...footing, id, rank: claims.size, judgement });
  }
  return claims;
}

function compareClaims(a: ClaimJudgement, b: ClaimJudgement): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
