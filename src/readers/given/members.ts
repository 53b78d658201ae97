import { type Notice, SourceError } from '../../errors/index.ts';
import type { Claim, GraphFile } from '../../graph-file/index.ts';
import type { Words } from '../judgements.ts';

/** The claims behind each proposition of a file that somebody may have corrected by hand. */
export interface Members {
  /** By proposition, in file order; propositions that lost all claims are missing. */
  readonly groups: ReadonlyMap<string, readonly Claim[]>;
  /**
   * The claim that says (1) or denies (−1) a proposition and lies nearest to some words: same post, then same speaker.
   * A proposition whose claims were all moved elsewhere is looked for there. `what` names the asker in the SourceError.
   */
  standIn(proposition: string, polarity: 1 | -1, near: Words, what: string): Claim;
  readonly notices: readonly Notice[];
}

/** Groups claims by what each says of its own proposition; where a proposition's list differs, a notice tells. */
export function groupMembers(file: GraphFile): Members {
  const groups = Map.groupBy(file.claims, ({ proposition }) => proposition);
  const claims = new Map(file.claims.map((claim) => [claim.id, claim]));
  const lists = new Map(file.propositions.map(({ id, claims: listed }) => [id, listed]));
  const speakers = new Map(file.posts.map(({ id, speaker }) => [id, speaker]));
  return {
    groups,
    standIn(proposition, polarity, near, what) {
      const own = groups.get(proposition);
      const moved = (lists.get(proposition) ?? []).flatMap((id) => claims.get(id) ?? []);
      const found = own ? own.filter((claim) => claim.polarity === polarity) : moved;
      if (found.length > 0) return nearest(found, near, speakers.get(near.post));
      const side = polarity === 1 ? 'that says it (polarity 1)' : 'that denies it (polarity -1)';
      throw new SourceError(
        `${file.thread.source}: ${what} needs proposition ${proposition}, which has no claim ${own ? side : 'at all'}`,
        `Point ${what} to another proposition, delete it, or give ${proposition} such a claim.`,
      );
    },
    notices: tellMoved(file, claims),
  };
}

function nearest(claims: readonly Claim[], near: Words, speaker: string | undefined): Claim {
  const distance = (claim: Claim) => {
    if (claim.post === near.post) return Math.abs(claim.start - near.start);
    return claim.speaker === speaker ? 1e12 : 1e13;
  };
  return claims.reduce((best, claim) => (distance(claim) < distance(best) ? claim : best));
}

function tellMoved(file: GraphFile, claims: ReadonlyMap<string, Claim>): Notice[] {
  const listed = new Set(file.propositions.flatMap(({ id, claims: ids }) => ids.map((claim) => `${id} ${claim}`)));
  const strays = file.propositions.flatMap(({ id, claims: ids }) =>
    ids.filter((claim) => claims.get(claim)?.proposition !== id),
  );
  const unlisted = file.claims.filter(({ id, proposition }) => !listed.has(`${proposition} ${id}`)).map(({ id }) => id);
  return [...new Set([...strays, ...unlisted])].map((id) => {
    const claim = claims.get(id);
    const text = `Claim ${id} counts to proposition ${claim?.proposition}, as its own entry says; the propositions' lists differ.`;
    return { rule: 'given-membership', post: claim?.post ?? null, text };
  });
}
