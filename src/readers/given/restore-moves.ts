import type { GraphFile } from '../../graph-file/index.ts';
import type { MoveJudgement, TermJudgement } from '../judgements.ts';
import type { Members } from './members.ts';

/** Moves as they stand in the file; one that is aimed at a proposition is aimed at the nearest claim that says it. */
export function restoreMoves(file: GraphFile, members: Members): readonly MoveJudgement[] {
  const direct = new Set([...file.posts, ...file.claims, ...file.relations].map(({ id }) => id));
  return file.moves.map(({ id, type, post, start, end, target, rule, confidence }) => {
    const words = { post, start, end };
    const aimed = target === null || direct.has(target) ? target : members.standIn(target, 1, words, `move ${id}`).id;
    return { id, type, ...words, target: aimed, rule, confidence };
  });
}

/** Each sense of a term with the claim that it cites and, for its other speakers, their claims of the same proposition. */
export function restoreTerms(file: GraphFile, members: Members): readonly TermJudgement[] {
  const claims = new Map(file.claims.map((claim) => [claim.id, claim]));
  return file.terms.flatMap(({ term, senses }) =>
    senses.flatMap(({ speakers, claim }) => {
      const cited = claims.get(claim);
      if (!cited) return [];
      const alike = members.groups.get(cited.proposition) ?? [];
      const others = speakers.flatMap((speaker) =>
        speaker === cited.speaker
          ? []
          : (alike.find((each) => each.speaker === speaker && each.polarity === cited.polarity) ?? []),
      );
      return [cited, ...others].map(({ id }) => ({ term, claim: id }));
    }),
  );
}
