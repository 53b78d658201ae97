import type { ThreadPost } from '../../../thread/index.ts';
import type { ClaimJudgement, Judgements, MoveJudgement, RelationJudgement, Words } from '../../judgements.ts';
import { placeFinder } from './find-disputes.ts';
import type { ClaimFinder } from './references.ts';
import type { UnitTurn } from './units.ts';

/** The embedded reader's labels for the turns that the model did not read. */
export interface Borrowed {
  readonly claims: readonly ClaimJudgement[];
  /** The rest, once claims of both readers are known; labels that need a claim nobody made are left out. */
  rest(finder: ClaimFinder): Pick<Judgements, 'moves' | 'relations' | 'sames'>;
}

/** Takes what lies in `turns`; targets elsewhere become the model's claims on the same words. */
export function borrowFromRules(posts: readonly ThreadPost[], rules: Judgements, turns: readonly UnitTurn[]): Borrowed {
  const stretches = Map.groupBy(
    turns.map(({ post, from, to }) => ({
      post: post.id,
      start: post.sentences[from]!.start,
      end: post.sentences[to - 1]!.end,
    })),
    ({ post }) => post,
  );
  const inside = ({ post, start }: Words) =>
    (stretches.get(post) ?? []).some((stretch) => stretch.start <= start && start < stretch.end);
  const claims = rules.claims.filter(inside);
  const own = new Set(claims.map(({ id }) => id));
  const all = new Map(rules.claims.map((claim) => [claim.id, claim]));
  const placeOf = placeFinder(posts);
  return {
    claims,
    rest(finder) {
      const claimOf = (id: string): string | null => {
        if (own.has(id)) return id;
        const claim = all.get(id);
        const place = claim ? placeOf(claim) : null;
        return place ? finder.find({ place }) : null;
      };
      const moves = rules.moves.filter(inside).map((move): MoveJudgement => {
        const isClaim = move.target !== null && all.has(move.target);
        return isClaim ? { ...move, target: claimOf(move.target!) } : move;
      });
      const relations = rules.relations.filter(inside).flatMap((relation): RelationJudgement[] => {
        const [from, to] = [claimOf(relation.from), claimOf(relation.to)];
        return from === null || to === null || from === to ? [] : [{ ...relation, from, to }];
      });
      return {
        moves,
        relations,
        sames: rules.sames.filter(({ a, b }) => own.has(a) && own.has(b)),
      };
    },
  };
}
