import type { Thread } from '../../../thread/index.ts';
import type { ClaimJudgement, Judgements } from '../../judgements.ts';
import { planUnits, sizeOfUnit } from '../read/units.ts';
import { earlierClaims } from './earlier-claims.ts';

/** A claim as it is compared: what it says, in the reader's wording where it has one. */
export interface Comparable {
  readonly claim: ClaimJudgement;
  readonly text: string;
}

/** Two claims of different units, the earlier first. */
export type ClaimPair = readonly [Comparable, Comparable];

const TOP = 3;
const FLOOR = 0.25;
/** A unit of 3,000 tokens has at most 20 pairs, the most alike: comparing then costs a fraction of reading. */
const TOKENS_PER_PAIR = 150;
const FEWEST_PAIRS = 4;
/** Pairs of two speakers go first: only they can show agreement or a dispute. */
const OF_TWO = 0.1;

/**
 * Pairs of claims from different units that may say the same: for each claim the earlier ones that are lexically nearest.
 * Looking back only, with word weights of the thread so far, leaves the pairs of earlier units as they are when posts are
 * added. In thread order.
 */
export function pickPairs(thread: Thread, judgements: Judgements, unitTokens: number): ClaimPair[] {
  const speakers = new Map(thread.posts.map(({ id, speaker }) => [id, speaker]));
  const index = earlierClaims(TOP, FLOOR);
  const seen: Comparable[] = [];
  return listByUnit(thread, judgements, unitTokens).flatMap(({ tokens, claims }) => {
    seen.push(...claims);
    const found = index.add(claims.map(({ text }) => text)).flatMap(({ number, near }) =>
      near.map(({ number: other, score }) => {
        const pair: ClaimPair = [seen[other]!, seen[number]!];
        const [one, two] = pair.map(({ claim }) => speakers.get(claim.post));
        return { pair, number, other, rank: score + (one === two ? 0 : OF_TWO) };
      }),
    );
    return found
      .sort((a, b) => b.rank - a.rank || a.number - b.number || a.other - b.other)
      .slice(0, Math.max(FEWEST_PAIRS, Math.floor(tokens / TOKENS_PER_PAIR)))
      .sort((a, b) => a.number - b.number || a.other - b.other)
      .map(({ pair }) => pair);
  });
}

/** Claims to compare, unit by unit: not those that only report, nor those that already stand on another claim. */
function listByUnit(thread: Thread, { claims, sames, names }: Judgements, unitTokens: number) {
  const posts = new Map(thread.posts.map((post) => [post.id, post]));
  const settled = new Set(sames.map(({ a }) => a));
  const wordings = new Map(names.map(({ claim, text }) => [claim, text]));
  const units = planUnits(thread, unitTokens);
  const starts = units.map(({ turns }) => ({ index: turns[0]!.index, start: startOf(turns[0]!) }));
  const order = new Map(thread.posts.map(({ id }, at) => [id, at]));
  const groups = units.map((unit) => ({ tokens: sizeOfUnit(unit), claims: [] as Comparable[] }));
  let unit = 0;
  for (const claim of claims) {
    if (claim.stance === 'reported' || settled.has(claim.id)) continue;
    const at = order.get(claim.post)!;
    const begins = ({ index, start }: { readonly index: number; readonly start: number }) =>
      index < at || (index === at && start <= claim.start);
    while (unit + 1 < starts.length && begins(starts[unit + 1]!)) unit++;
    const text = wordings.get(claim.id) ?? posts.get(claim.post)!.text.slice(claim.start, claim.end);
    groups[unit]?.claims.push({ claim, text });
  }
  return groups;
}

function startOf({ post, from }: { readonly post: Thread['posts'][number]; readonly from: number }): number {
  return post.sentences[from]!.start;
}
