import type { GraphFile } from './schema.ts';

/**
 * A file that somebody corrected by hand, without what was computed from labels that are gone: findings that cite a removed
 * claim, move or proposition, and mentions of removed claims in lists that are made anew.
 */
export function dropStale(file: GraphFile): GraphFile {
  const ids = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));
  const claims = ids(file.claims);
  const moves = ids(file.moves);
  const propositions = ids(file.propositions);
  const relations = ids(file.relations);
  const posts = ids(file.posts);
  const known = (id: string) => claims.has(id) || relations.has(id) || propositions.has(id) || posts.has(id);
  const issues = file.issues.filter(({ proposition }) => propositions.has(proposition));
  const keptIssues = ids(issues);
  const cites = (cited: readonly string[], where: ReadonlySet<string>) => cited.every((id) => where.has(id));
  return {
    ...file,
    propositions: file.propositions.map((proposition) => ({
      ...proposition,
      claims: proposition.claims.filter((id) => claims.has(id)),
      views: proposition.views.filter(({ claim }) => claims.has(claim)),
    })),
    moves: file.moves.map((move) => ({
      ...move,
      target: move.target !== null && known(move.target) ? move.target : null,
    })),
    issues,
    cruxes: file.cruxes.filter(
      ({ item, issue, sides, moves: named }) =>
        (propositions.has(item) || relations.has(item)) &&
        (issue === null || keptIssues.has(issue)) &&
        sides.every((side) => cites(side.claims, claims)) &&
        cites(named, moves),
    ),
    agreements: file.agreements.filter(
      (agreement) =>
        propositions.has(agreement.proposition) && cites(agreement.claims, claims) && cites(agreement.moves, moves),
    ),
    unanswered: file.unanswered.filter((open) => propositions.has(open.proposition) && cites(open.claims, claims)),
    terms: file.terms.filter(({ senses }) => senses.every(({ claim }) => claims.has(claim))),
  };
}
