import type { Claim, Move, MoveType } from '../graph-file/index.ts';
import type { Standing } from './standing.ts';

const TELLING: ReadonlySet<MoveType> = new Set([
  'disagree',
  'undercut',
  'partial',
  'concede',
  'correct',
  'bet',
  'clarify',
]);
/** More moves than this on one point are a history, not evidence. */
const MOST_MOVES = 6;

/** Moves by which a participant says what the dispute turns on, and what they set aside, by the claims they concern. */
export interface Markings {
  /** Crux moves aimed at one of the ids, or made in words that one of the claims shares. */
  declaring(ids: readonly string[], claims: readonly Claim[]): readonly Move[];
  setsAside(ids: readonly string[], claims: readonly Claim[]): boolean;
  /** What a crux shows as its moves: declarations first, then the sides' other telling moves on the quoted claims. */
  shown(ids: readonly string[], claims: readonly Claim[], speakers: ReadonlySet<string>): readonly Move[];
}

/** Reads a graph's crux and scope moves. */
export function readMarkings({ movesOn, movesAt }: Standing): Markings {
  const on = (ids: readonly string[], claims: readonly Claim[]) => {
    const aimed = [...ids, ...claims.map(({ id }) => id)].flatMap(movesOn);
    const said = claims.flatMap(({ post, start, end }) => movesAt(post, start, end));
    return [...new Set([...aimed, ...said])];
  };
  const declaring: Markings['declaring'] = (ids, claims) => on(ids, claims).filter(({ type }) => type === 'crux');
  return {
    declaring,
    setsAside: (ids, claims) => on(ids, claims).some(({ type }) => type === 'scope'),
    shown: (ids, claims, speakers) => {
      const telling = on(ids, claims).filter(({ type, speaker }) => TELLING.has(type) && speakers.has(speaker));
      return [...new Set([...declaring(ids, claims), ...telling])].slice(0, MOST_MOVES);
    },
  };
}
