import type { ThreadPost } from '../../../thread/index.ts';
import type {
  ClaimJudgement,
  DisputeJudgement,
  Judgements,
  MoveJudgement,
  SameJudgement,
  Words,
} from '../../judgements.ts';
import { TAKES_ON } from '../../takes-on.ts';
import { addressesModel } from './addresses-model.ts';
import type { ClaimFinder } from './references.ts';
import type { Place } from './unit-context.ts';

/** What the model labelled of a thread. */
export interface Labelled {
  readonly claims: readonly ClaimJudgement[];
  readonly moves: readonly MoveJudgement[];
  readonly sames: readonly SameJudgement[];
}

/**
 * Points of contention beside what claims and links show: cruxes that the model hears somebody declare, with what others say on
 * the very claim, and those that the embedded reader hears by explicit words. All of them get the second look.
 */
export function findDisputes(
  posts: readonly ThreadPost[],
  labelled: Labelled,
  rules: Judgements,
  finder: ClaimFinder,
): DisputeJudgement[] {
  const byCues = heardByCues(posts, labelled, rules, finder);
  return [...declaredToModel(posts, labelled, finder), ...byCues];
}

function heardByCues(
  posts: readonly ThreadPost[],
  { claims, moves }: Labelled,
  rules: Judgements,
  finder: ClaimFinder,
): DisputeJudgement[] {
  const placeOf = placeFinder(posts);
  const heard = new Map(rules.claims.map((claim) => [claim.id, claim]));
  const kept = new Set(moves.map(({ id }) => id));
  const stated = new Set(claims.map(({ id }) => id));
  return rules.disputes.flatMap((dispute): DisputeJudgement[] => {
    // What the model read and did not call a disagreement is none; a declared crux is worth a second look even then.
    if (!dispute.declared && !dispute.claims.every((id) => stated.has(id))) return [];
    const ids = dispute.claims.flatMap((id) => {
      const place = placeOf(heard.get(id)!);
      return stated.has(id) ? [id] : place ? (finder.find({ place }) ?? []) : [];
    });
    const shown = dispute.moves.filter((id) => kept.has(id));
    return ids.length < 2 ? [] : [{ ...dispute, claims: [...new Set(ids)], moves: shown }];
  });
}

function declaredToModel(
  posts: readonly ThreadPost[],
  { claims, moves, sames }: Labelled,
  finder: ClaimFinder,
): DisputeJudgement[] {
  const speakers = new Map(posts.map(({ id, speaker }) => [id, speaker]));
  const texts = new Map(posts.map(({ id, text }) => [id, text]));
  const wordsOf = ({ post, start, end }: Words) => texts.get(post)!.slice(start, end);
  const placeOf = placeFinder(posts);
  const claimById = new Map([...claims, ...finder.referred()].map((claim) => [claim.id, claim]));
  const speakerOf = (id: string) => speakers.get(claimById.get(id)?.post ?? '') ?? null;
  const denials = linked(sames, -1);
  const agreed = linked(sames, 1);
  const claimsAt = Map.groupBy(claims, placeKey);
  const movesAt = Map.groupBy(moves, placeKey);
  // Who takes a claim on, or only passes it on, does not stand against it.
  const shared = (words: Words, own: readonly string[], id: string) =>
    claimById.get(id)?.stance === 'reported' ||
    (agreed.get(id) ?? []).some((other) => own.includes(other)) ||
    (movesAt.get(placeKey(words)) ?? []).some(({ type, target }) => TAKES_ON.has(type) && target === id);
  return moves.flatMap((move): DisputeJudgement[] => {
    if (move.type !== 'crux' || move.rule !== 'llm' || addressesModel(wordsOf(move))) return [];
    const speaker = speakers.get(move.post)!;
    const target = move.target !== null && claimById.has(move.target) ? [move.target] : [];
    const words = (claimsAt.get(placeKey(move)) ?? []).map(({ id }) => id);
    const mine = [...words, ...target.filter((id) => speakerOf(id) === speaker)];
    const met = [...target, ...mine.flatMap((id) => denials.get(id) ?? [])];
    const others = met.filter((id) => speakerOf(id) !== speaker && !shared(move, words, id));
    if (others.length === 0) return [];
    // Words that only name the crux become a claim because the other side is known.
    const place = placeOf(move);
    const naming = place ? finder.find({ place }) : null;
    const own = mine.length > 0 || naming === null ? mine : [naming];
    if (own.length === 0) return [];
    const { id, confidence } = move;
    const claimsOfBoth = [...new Set([...own, ...others])];
    return [{ id: `d:${id}`, claims: claimsOfBoth, moves: [id], declared: true, setAside: false, confidence }];
  });
}

const placeKey = ({ post, start }: Pick<Words, 'post' | 'start'>) => `${post} ${start}`;

/** For each claim those that say the same (1) or deny it (-1). */
function linked(sames: readonly SameJudgement[], wanted: 1 | -1): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, string[]>();
  const add = (one: string, other: string) => others.set(one, [...(others.get(one) ?? []), other]);
  for (const { a, b, polarity } of sames) {
    if (polarity !== wanted) continue;
    add(a, b);
    add(b, a);
  }
  return others;
}

/** Finds sentences by where they start. */
export function placeFinder(
  posts: readonly ThreadPost[],
): (words: { readonly post: string; readonly start: number }) => Place | null {
  const order = new Map(posts.map(({ id }, index) => [id, index]));
  return ({ post, start }) => {
    const index = order.get(post);
    const at = index === undefined ? -1 : posts[index]!.sentences.findIndex((sentence) => sentence.start === start);
    return index === undefined || at < 0 ? null : { index, at };
  };
}
