import type { ClaimGraph } from '../graph/index.ts';
import type { Crux } from '../graph-file/index.ts';
import type { Thread } from '../thread/index.ts';
import { rankAgreements } from './agreements.ts';
import { analyseContest, type Findings } from './analyse-contest.ts';
import { drawBands } from './bands.ts';
import { comparable, rankClass } from './belief/rank.ts';
import { measureCentrality } from './centrality.ts';
import { findConditional } from './conditional-agreements.ts';
import { listContentions } from './contentions.ts';
import { findContests } from './contests.ts';
import { type Markings, readMarkings } from './declared.ts';
import type { Divergence } from './divergence-result.ts';
import { type Pair, readExchanges } from './exchanges.ts';
import { layerPropositions } from './layers.ts';
import { listCalls } from './one-voice.ts';
import { recordCrux, type Unranked } from './record-crux.ts';
import { issueId, noticesOf, recordIssue } from './record-issue.ts';
import { findSharedViews } from './shared-views.ts';
import { type Standing, takeStanding } from './standing.ts';
import { findStatedAgreements } from './stated-agreements.ts';
import { readTakenUp } from './taken-up.ts';
import { listTerms } from './terms.ts';
import { listUnanswered, listUnmet } from './unanswered.ts';

/** `pair`: score only these two speakers. `bands`: add uncertainty bands to the cruxes (200 seeded reruns). */
export interface DivergenceOptions {
  readonly pair?: Pair;
  readonly bands?: boolean;
}

/**
 * Where the speakers of a thread part and meet. Pure and deterministic. In a thread of one voice there are no cruxes and no
 * agreements, only claims that call for an answer; where nothing leads from reasons to an issue, cruxes are contentions
 * without figures.
 */
export function computeDivergence(
  graph: ClaimGraph,
  thread: Thread,
  { pair, bands = false }: DivergenceOptions = {},
): Divergence {
  const standing = takeStanding(graph);
  const exchanges = readExchanges(thread, graph);
  const centrality = measureCentrality(standing, exchanges);
  const terms = listTerms(standing);
  const voices = new Set(thread.posts.filter(({ id }) => graph.posts.has(id)).map(({ speaker }) => speaker));
  if (voices.size < 2) {
    const unanswered = listCalls(standing, centrality);
    return { issues: [], cruxes: [], agreements: [], unanswered, terms, feedback: [], notices: [] };
  }
  const contests = findContests(standing, exchanges, layerPropositions(standing), pair);
  // Who rejects a reason has not spoken on its conclusion: alone, such a gap is a contention and no issue.
  const findings = contests
    .map((contest) => analyseContest(standing, contest))
    .filter(({ contest, cruxes }) => !contest.headless || cruxes.length > 0);
  const markings = readMarkings(standing);
  const computed = rankAcross(standing, markings, findings, bands);
  const contentions = listContentions(standing, exchanges, markings, centrality);
  const issues = findings.map((found) => recordIssue(standing, found));
  const decided = new Set([
    ...findings.filter(({ cruxes }) => cruxes.length > 0).map(({ contest }) => contest.proposition),
    ...issues.flatMap(({ backfires }) => backfires),
  ]);
  const beside = contentions.filter((contention) => belongs(standing, contention, computed, decided));
  const cruxes = [...computed, ...beside];

  const conditional = findConditional(standing);
  const agreements = rankAgreements(standing, findings, [
    ...findSharedViews(standing, exchanges, contests),
    ...findStatedAgreements(standing, exchanges),
    ...conditional.agreements,
  ]);
  const open = [
    ...conditional.hinges,
    ...(findings.length > 0 ? listUnanswered(standing, findings, readTakenUp(standing, thread)) : []),
    ...listUnmet(standing, exchanges, centrality),
  ];
  const shown = new Set(cruxes.map(({ item }) => item));
  return {
    issues,
    cruxes: cruxes.map((crux, index): Crux => ({ ...crux, rank: index + 1 })),
    agreements,
    unanswered: uniqueById(open).filter(({ proposition, closes }) => closes !== null || !shown.has(proposition)),
    terms,
    feedback: [...new Set(findings.flatMap(({ drawn }) => drawn.feedback))].sort(),
    notices: findings.flatMap(noticesOf),
  };
}

/** Cruxes of all issues: by class, then by the dispute that they would close (score times the issue's weight). */
function rankAcross(
  standing: Standing,
  markings: Markings,
  findings: readonly Findings[],
  bands: boolean,
): readonly Unranked[] {
  const heaviest = findings[0]?.contest.weight ?? 1;
  const all = findings.flatMap((found) => {
    const drawn = bands ? drawBands(found) : [];
    return found.cruxes.map((crux, index) => {
      const [low, high] = drawn[index] ?? [];
      const band: Crux['band'] = low === undefined || high === undefined ? null : [low, high];
      return {
        crux: { ...recordCrux(standing, markings, found, crux, issueId(found)), band },
        rank: rankClass(crux.score.verdict)!,
        size: comparable((crux.score.score * found.contest.weight) / heaviest),
      };
    });
  });
  all.sort((a, b) => a.rank - b.rank || b.size - a.size || (a.crux.id < b.crux.id ? -1 : 1));
  return all.map(({ crux }) => crux);
}

/**
 * Beside computed cruxes a contention is worth a line where a participant calls it the crux, or where two speakers state
 * opposite views of one proposition; and only if no computed crux, nor the issue that it decides, stands for it.
 */
function belongs(
  standing: Standing,
  contention: Unranked,
  computed: readonly Unranked[],
  decided: ReadonlySet<string>,
): boolean {
  if (computed.length === 0) return true;
  if (!contention.declared && !standing.graph.propositions.has(contention.item)) return false;
  if (decided.has(contention.item)) return false;
  const moves = new Set(contention.moves);
  return !computed.some(
    (crux) =>
      crux.item === contention.item ||
      crux.waypoints.includes(contention.item) ||
      (crux.declared && crux.moves.some((move) => moves.has(move))),
  );
}

function uniqueById<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].reverse();
}
