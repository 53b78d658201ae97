import type { GraphFile } from '../../graph-file/index.ts';
import type { ClaimJudgement, DisputeJudgement, Judgements, Words } from '../judgements.ts';
import type { CruxInWords, Naming, Reader } from '../reader.ts';
import { groupMembers } from './members.ts';
import { restoreMoves, restoreTerms } from './restore-moves.ts';
import { restoreRelations } from './restore-relations.ts';
import { restoreSames } from './restore-sames.ts';

/**
 * The reader behind an opened graph file: it gives back the judgements that the file rests on, so that the cruxes can be
 * computed anew after somebody corrected it. What is computed (views, issues, cruxes but contentions, agreements) is not
 * read. Throws a SourceError where a correction leaves a judgement without a claim; the file must be sound otherwise.
 */
export function givenReader(file: GraphFile): Reader {
  const judgements = restoreJudgements(file);
  const places = new Map(file.claims.map((claim) => [claim.id, placeOf(claim)]));
  const { model, version } = file.thread.reader;
  return {
    stamp: { name: 'given', model, version },
    guessTurns: async () => [],
    read: async () => judgements,
    reconcile: async (_thread, given) => given,
    review: async (_thread, _given, items) => new Set(items.map(({ id }) => id)),
    name: async (_thread, _given, items) => items.flatMap((item) => findNaming(file, places, item) ?? []),
  };
}

function restoreJudgements(file: GraphFile): Judgements {
  const members = groupMembers(file);
  const { sames, names } = restoreSames(file, members);
  const { relations, notices } = restoreRelations(file, members);
  return {
    claims: file.claims.map(
      ({ id, post, start, end, kind, stance, p, grounding, rule, confidence }): ClaimJudgement => {
        return { id, post, start, end, kind, stance, p, grounding, rule, confidence };
      },
    ),
    moves: restoreMoves(file, members),
    relations,
    sames,
    terms: restoreTerms(file, members),
    names,
    disputes: restoreDisputes(file),
    notices: [...members.notices, ...notices],
    ledger: file.ledger,
  };
}

/** Contentions are judged, not computed: they stand in the file as cruxes of that kind. */
function restoreDisputes(file: GraphFile): readonly DisputeJudgement[] {
  const confidence = new Map(file.moves.map((move) => [move.id, move.confidence]));
  const contentions = file.cruxes.filter(({ kind }) => kind === 'contention').sort((a, b) => a.rank - b.rank);
  return contentions.map(({ id, sides, moves, declared }) => ({
    id,
    claims: sides.flatMap(({ claims }) => claims),
    moves,
    declared,
    setAside: false,
    confidence: Math.max(0, ...moves.map((move) => confidence.get(move) ?? 0)),
  }));
}

/** The wording that the file has for the same crux or, where ids changed, for one that quotes some of the same words. */
function findNaming(file: GraphFile, places: ReadonlyMap<string, string>, { id, words }: CruxInWords): Naming | null {
  const quoted = new Set(words.map(placeOf));
  const crux =
    file.cruxes.find((known) => known.id === id) ??
    file.cruxes.find(({ sides }) =>
      sides.some(({ claims }) => claims.some((claim) => quoted.has(places.get(claim) ?? ''))),
    );
  return crux ? { id, question: crux.question, settledBy: crux.settledBy } : null;
}

function placeOf({ post, start, end }: Words): string {
  return `${post} ${start} ${end}`;
}
