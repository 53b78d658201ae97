import type { Thread } from '../../../thread/index.ts';
import type { ClaimJudgement, Judgements, Words } from '../../judgements.ts';
import { REFERRED_RULE } from '../read/references.ts';
import { planUnits, sizeOfUnit, type Unit } from '../read/units.ts';
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
 * added. One list for each unit, in thread order.
 */
export function pickPairs(thread: Thread, judgements: Judgements, unitTokens: number): ClaimPair[][] {
  const speakers = new Map(thread.posts.map(({ id, speaker }) => [id, speaker]));
  const index = earlierClaims(TOP, FLOOR);
  const seen: Comparable[] = [];
  return listByUnit(thread, judgements, unitTokens).map(({ tokens, claims }) => {
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
function listByUnit(thread: Thread, judgements: Judgements, unitTokens: number) {
  const posts = new Map(thread.posts.map((post) => [post.id, post]));
  const settled = new Set(judgements.sames.map(({ a }) => a));
  const wordings = new Map(judgements.names.map(({ claim, text }) => [claim, text]));
  const units = planUnits(thread, unitTokens);
  const unitOf = unitFinder(thread, units);
  const referred = firstReferrers(judgements, unitOf);
  const groups = units.map((unit) => ({ tokens: sizeOfUnit(unit), claims: [] as Comparable[] }));
  for (const claim of judgements.claims) {
    if (claim.stance === 'reported' || settled.has(claim.id)) continue;
    const own = unitOf(claim);
    // A claim that only a later post made visible must not change what was compared before that post.
    const unit = claim.rule === REFERRED_RULE ? Math.max(own, referred.get(claim.id) ?? own) : own;
    const text = wordings.get(claim.id) ?? posts.get(claim.post)!.text.slice(claim.start, claim.end);
    groups[unit]?.claims.push({ claim, text });
  }
  return groups;
}

/** Number of the unit in which words lie. */
function unitFinder(thread: Thread, units: readonly Unit[]): (words: Words) => number {
  const order = new Map(thread.posts.map(({ id }, at) => [id, at]));
  const starts = units.map(({ turns: [first] }) => ({
    index: first!.index,
    start: first!.post.sentences[first!.from]!.start,
  }));
  return ({ post, start }) => {
    const index = order.get(post)!;
    let low = 0;
    for (let high = starts.length; low < high; ) {
      const middle = (low + high) >> 1;
      const unit = starts[middle]!;
      if (unit.index < index || (unit.index === index && unit.start <= start)) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
}

/** For claims that others point to, the earliest unit that does. */
function firstReferrers(
  { claims, sames, relations, moves }: Judgements,
  unitOf: (words: Words) => number,
): ReadonlyMap<string, number> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const first = new Map<string, number>();
  const point = (words: Words | undefined, ...targets: readonly (string | null)[]) => {
    if (!words) return;
    const unit = unitOf(words);
    for (const target of targets) if (target !== null) first.set(target, Math.min(first.get(target) ?? unit, unit));
  };
  for (const { a, b } of sames) point(byId.get(a), b);
  for (const relation of relations) point(relation, relation.from, relation.to);
  for (const move of moves) point(move, move.target);
  return first;
}
