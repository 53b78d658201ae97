import type { ThreadPost } from '../../../thread/index.ts';
import type { ClaimJudgement } from '../../judgements.ts';
import { baseOf } from './ground-labels.ts';
import { type Place, placesAt, sentenceText } from './unit-context.ts';
import { isOwn } from './units.ts';

/** What an id in an answer points to: a claim of the same answer, or a sentence of the thread. */
export type Reference = { readonly claim: string } | { readonly place: Place };

/** Finds the claim behind a reference. A sentence that nobody labelled becomes a claim because somebody speaks to it. */
export interface ClaimFinder {
  find(reference: Reference): string | null;
  /** Claims that came about so, in the order in which they were asked for. */
  referred(): readonly ClaimJudgement[];
  /** The post of a claim, read or referred to. */
  postOf(claim: string): string | null;
}

/** `claims` are those that were read, first of a sentence first; `seen` says what the embedded reader sees in a sentence. */
export function claimFinder(
  posts: readonly ThreadPost[],
  claims: readonly ClaimJudgement[],
  seen: readonly ClaimJudgement[],
): ClaimFinder {
  const order = new Map(posts.map(({ id }, index) => [id, index]));
  const known = new Map<string, string>();
  const seenAt = new Map(seen.map((claim) => [`${claim.post} ${claim.start}`, claim]));
  const referred: ClaimJudgement[] = [];
  const posted = new Map(claims.map(({ id, post }) => [id, post]));
  for (const { id, post, start } of claims) {
    const key = `${post} ${start}`;
    if (!known.has(key)) known.set(key, id);
  }
  const atPlace = (place: Place, mayFollow: boolean): string | null => {
    const post = posts[place.index]!;
    const { start, end } = post.sentences[place.at]!;
    const found = known.get(`${post.id} ${start}`);
    if (found !== undefined) return found;
    if (isOwn(post, place.at)) {
      const claim = referTo(post, place.at, seenAt.get(`${post.id} ${start}`));
      known.set(`${post.id} ${start}`, claim.id);
      referred.push(claim);
      posted.set(claim.id, claim.post);
      return claim.id;
    }
    // Words that a post quotes are claims of whoever wrote them, if the thread has that post.
    const origin = post.quotes.find((quote) => quote.of && quote.start < end && start < quote.end)?.of;
    const index = origin ? order.get(origin.post) : undefined;
    if (!mayFollow || !origin || index === undefined) return null;
    const first = placesAt(posts[index]!, index, origin.start, origin.end)[0];
    return first ? atPlace(first, false) : null;
  };
  return {
    find: (reference) => ('claim' in reference ? reference.claim : atPlace(reference.place, true)),
    referred: () => referred,
    postOf: (claim) => posted.get(claim) ?? null,
  };
}

/** Reads ids of one answer: `2.1` or `2.1b` is the claim that the answer gave that id, otherwise that sentence; others are unknown. */
export function referenceReader(places: ReadonlyMap<string, Place>, claims: ReadonlyMap<string, string>) {
  return (id: string): Reference | null => {
    const claim = claims.get(id);
    if (claim !== undefined) return { claim };
    const place = places.get(baseOf(id));
    return place ? { place } : null;
  };
}

/** Rule of claims that only show in what somebody else says of them. */
export const REFERRED_RULE = 'llm-referred';
/** Confidence in a claim that only shows in what somebody else says of it. */
const REFERRED = 0.6;

function referTo(post: ThreadPost, at: number, seen: ClaimJudgement | undefined): ClaimJudgement {
  const { start, end } = post.sentences[at]!;
  const asks = /\?["”)\]]{0,3}$/.test(sentenceText(post, at));
  return {
    id: `l:${post.id}:${start}`,
    ...{ post: post.id, start, end },
    ...{ kind: seen?.kind ?? 'fact', stance: seen?.stance ?? (asks ? 'unsure' : 'assert'), p: null },
    ...{ grounding: 'exact', rule: REFERRED_RULE, confidence: REFERRED },
  };
}
