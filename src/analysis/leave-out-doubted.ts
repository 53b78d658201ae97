import type { ClaimGraph } from '../graph/index.ts';
import type { Crux } from '../graph-file/index.ts';
import type { Judgements, Words } from '../readers/index.ts';

type Place = Pick<Words, 'post' | 'start' | 'end'>;

/** Who said what on a point: speakers by the places of all that they claim on it, and whether only its weighing is at issue. */
export interface Point {
  readonly speakers: ReadonlyMap<string, string>;
  readonly bearing: boolean;
}

export const placeKey = ({ post, start, end }: Place) => `${post} ${start} ${end}`;

/** The claims of a crux's speakers on every proposition that its sides quote. */
export function pointOf(graph: ClaimGraph, { sides, kind }: Pick<Crux, 'sides' | 'kind'>): Point {
  const speakers = new Set(sides.map(({ speaker }) => speaker));
  const quoted = sides.flatMap(({ claims }) => claims.map((id) => graph.claims.get(id)!.proposition));
  const about = new Set(quoted);
  const claims = [...graph.claims.values()].filter(
    ({ proposition, speaker }) => about.has(proposition) && speakers.has(speaker),
  );
  return { speakers: new Map(claims.map((claim) => [placeKey(claim), claim.speaker])), bearing: kind === 'bearing' };
}

const OPPOSES: ReadonlySet<string> = new Set(['disagree', 'undercut', 'correct']);

/**
 * Judgements without what sets speakers against each other on doubted points: opposite claims are no longer one point, attacks,
 * disputes and moves between them go; where only the weight of a reason is doubted, only that. What each of them said stays as
 * said, and so does what sets them against each other on confirmed points.
 */
export function leaveOutDisagreement(
  judgements: Judgements,
  doubted: readonly Point[],
  confirmed: readonly Point[],
): Judgements {
  const keyOf = new Map(judgements.claims.map((claim) => [claim.id, placeKey(claim)]));
  const claimAt = new Map([...keyOf].map(([id, key]) => [key, id]));
  const relations = new Map(judgements.relations.map((relation) => [relation.id, relation]));
  const speaker = ({ speakers }: Point, claim: string) => speakers.get(keyOf.get(claim) ?? '') ?? null;
  const among = (points: readonly Point[], a: string, b: string) =>
    points.some((point) => {
      const [one, other] = [speaker(point, a), speaker(point, b)];
      return one !== null && other !== null && one !== other;
    });
  const whole = doubted.filter(({ bearing }) => !bearing);
  const between = (a: string, b: string) => among(whole, a, b) && !among(confirmed, a, b);
  const weighs = (a: string, b: string) => among(doubted, a, b) && !among(confirmed, a, b);
  const sets = (from: string, to: string): boolean => {
    const inference = relations.get(to);
    return inference ? between(from, inference.from) || between(from, inference.to) : between(from, to);
  };
  return {
    ...judgements,
    sames: judgements.sames.filter(({ a, b, polarity }) => polarity === 1 || !between(a, b)),
    relations: judgements.relations.filter(
      ({ from, to, type, endorsed }) =>
        !((type === 'attacks' || type === 'undercuts') && sets(from, to)) &&
        !((endorsed === 'denies' || endorsed === 'reverses') && weighs(from, to)),
    ),
    moves: judgements.moves.filter(({ type, target, ...words }) => {
      const own = claimAt.get(placeKey(words));
      return !(OPPOSES.has(type) && target !== null && own !== undefined && sets(own, target));
    }),
    disputes: judgements.disputes.filter(({ claims }) => !claims.some((a) => claims.some((b) => between(a, b)))),
  };
}
