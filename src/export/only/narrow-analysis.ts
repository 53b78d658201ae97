import { type Analysis, openAnalysis } from '../../analysis/index.ts';
import type { GraphFile } from '../../graph-file/index.ts';
import { bringIn, type Kept } from './bring-in.ts';
import { pickItems } from './pick-items.ts';

/**
 * The analysis cut down to what `only` picks and what that stands on: a crux keeps both sides' claims, its issue and the way
 * to it. Posts and speakers all stay, so every place still resolves. Throws a UsageError for a filter that cannot be read.
 */
export function narrowAnalysis(analysis: Analysis, only: string): Analysis {
  return openAnalysis(cutFile(analysis.file, bringIn(analysis, pickItems(analysis, only))));
}

function cutFile(file: GraphFile, kept: Kept): GraphFile {
  const has = ({ id }: { readonly id: string }, among: ReadonlySet<string>) => among.has(id);
  const resolves = (id: string) => kept.propositions.has(id) || kept.relations.has(id);
  return {
    ...file,
    claims: file.claims.filter((claim) => has(claim, kept.claims)),
    propositions: file.propositions
      .filter((proposition) => has(proposition, kept.propositions))
      .map((proposition) => ({
        ...proposition,
        claims: proposition.claims.filter((id) => kept.claims.has(id)),
        views: proposition.views.filter(({ claim }) => kept.claims.has(claim)),
      })),
    relations: file.relations.filter((relation) => has(relation, kept.relations)),
    moves: file.moves.filter((move) => has(move, kept.moves)),
    issues: file.issues
      .filter((issue) => has(issue, kept.issues))
      .map((issue) => ({
        ...issue,
        origins: issue.origins.filter(({ item }) => resolves(item)),
        cruxSet: { ...issue.cruxSet, items: issue.cruxSet.items.filter(resolves) },
        conviction: issue.conviction.filter(({ proposition }) => resolves(proposition)),
        backfires: issue.backfires.filter(resolves),
      })),
    cruxes: file.cruxes.filter((crux) => has(crux, kept.cruxes)),
    agreements: file.agreements
      .filter((agreement) => has(agreement, kept.agreements))
      .map((one) => (one.cluster === null || kept.agreements.has(one.cluster) ? one : { ...one, cluster: null })),
    unanswered: file.unanswered.filter((open) => has(open, kept.unanswered)),
    terms: file.terms.flatMap((term) => {
      const senses = term.senses.filter(({ claim }) => kept.claims.has(claim));
      return senses.length > 0 ? [{ ...term, senses }] : [];
    }),
  };
}
