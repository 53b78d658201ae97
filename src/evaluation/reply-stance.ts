import type { GraphFile, MoveType } from '../graph-file/index.ts';
import type { ReplyStance } from './gold.ts';

const SIGN_OF_MOVE: Partial<Record<MoveType, number>> = {
  agree: 1,
  partial: 1,
  concede: 1,
  cond_agree: 1,
  disagree: -1,
  undercut: -1,
  correct: -1,
};

/** How the speaker of one post stands to another post, by `reply parent` ids. */
type StanceFinder = (reply: string, parent: string) => ReplyStance;

/**
 * Reads the stance of replies off a graph: agreeing against opposing moves that are aimed at the parent (a move without a
 * target is aimed at what its post answers), and supports against attacks between claims of the two posts. A tie is neutral.
 */
export function stanceFinder(file: GraphFile): StanceFinder {
  const posts = new Map(file.posts.map((post) => [post.id, post]));
  const claims = new Map(file.claims.map((claim) => [claim.id, claim]));
  const sums = new Map<string, number>();
  const add = (reply: string, parent: string | null, sign: number) => {
    if (parent !== null && parent !== reply)
      sums.set(`${reply} ${parent}`, (sums.get(`${reply} ${parent}`) ?? 0) + sign);
  };
  for (const { type, post, target } of file.moves) {
    const aim = target === null ? posts.get(post)!.replyTo : (claims.get(target)?.post ?? target);
    add(post, aim, SIGN_OF_MOVE[type] ?? 0);
  }
  const homes = new Map(
    file.propositions.map(({ id, claims: members }) => [
      id,
      [...new Set(members.map((each) => claims.get(each)!.post))],
    ]),
  );
  for (const { from, to, type, statedBy } of file.relations) {
    const sign = type === 'supports' ? 1 : type === 'attacks' ? -1 : 0;
    for (const { post } of sign !== 0 && homes.get(from)?.length ? statedBy : [])
      for (const parent of homes.get(to) ?? []) add(post, parent, sign);
  }
  return (reply, parent) => stanceOfSign(sums.get(`${reply} ${parent}`) ?? 0);
}

/** Above zero is agreement, below is disagreement. */
export function stanceOfSign(sign: number): ReplyStance {
  return sign > 0 ? 'agree' : sign < 0 ? 'disagree' : 'neutral';
}
