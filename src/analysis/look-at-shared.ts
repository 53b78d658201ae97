import type { ClaimGraph } from '../graph/index.ts';
import type { Agreement } from '../graph-file/index.ts';
import type { Judgements, Reader, SharedInWords } from '../readers/index.ts';
import type { Thread } from '../thread/index.ts';
import { placeKey } from './leave-out-doubted.ts';
import { leaveOutShared, type SharedPoint } from './leave-out-shared.ts';
import type { Computed } from './look-twice.ts';
import { denyTogether } from './shared-denial.ts';

/**
 * Has every agreement looked at by the reader's second look. Who is not confirmed no longer shares the claim: what ties their
 * words to it goes, the graph is built anew, and agreements that come up only then, which nobody looked at, are not listed.
 */
export async function lookAtShared(
  thread: Thread,
  reader: Reader,
  read: Judgements,
  computed: Computed,
  compute: (judgements: Judgements) => Computed,
): Promise<{ readonly judgements: Judgements; readonly computed: Computed }> {
  const { graph, divergence } = computed;
  const items = divergence.agreements.map((agreement) => inWords(graph, agreement));
  if (items.length === 0) return { judgements: read, computed };
  const holders = await reader.confirmShared(thread, read, items);
  const points = divergence.agreements.map((agreement) =>
    pointOf(graph, agreement, holders.get(agreement.id) ?? new Set()),
  );
  const doubted = points.filter(({ speakers, holders: sure }) => speakers.some((speaker) => !sure.has(speaker)));
  if (doubted.length === 0) return { judgements: read, computed };
  const judgements = leaveOutShared(read, doubted);
  const again = compute(judgements);
  const agreements = again.divergence.agreements.filter((agreement) => wasConfirmed(again.graph, agreement, points));
  return { judgements, computed: { ...again, divergence: { ...again.divergence, agreements } } };
}

/** What is cited for an agreement: the claims and the moves of its speakers. */
function citedFor({ claims, moves }: ClaimGraph, agreement: Agreement) {
  return [
    ...agreement.claims.map((id) => claims.get(id)!),
    ...agreement.moves.flatMap((id) => moves.get(id) ?? []),
  ].filter(({ speaker }) => agreement.speakers.includes(speaker));
}

function inWords(graph: ClaimGraph, agreement: Agreement): SharedInWords {
  const cited = citedFor(graph, agreement).map(({ post, start, end, speaker }) => ({ post, start, end, speaker }));
  const words = [...new Map(cited.map((one) => [placeKey(one), one])).values()];
  const says = graph.propositions.get(agreement.proposition)!.text;
  return { id: agreement.id, words, says, how: howShared(graph, agreement) };
}

const HOW = { full: 'shared', partial: 'in part', conditional: 'on a condition', concession: 'granted' } as const;

function howShared(graph: ClaimGraph, agreement: Agreement): SharedInWords['how'] {
  return denyTogether(graph, agreement) ? 'denied' : HOW[agreement.kind];
}

function pointOf(graph: ClaimGraph, agreement: Agreement, holders: ReadonlySet<string>): SharedPoint {
  const { proposition, speakers } = agreement;
  const claims = [...graph.claims.values()].filter(
    (claim) => claim.proposition === proposition && speakers.includes(claim.speaker),
  );
  const cited = [...claims, ...citedFor(graph, agreement)];
  const moves = agreement.moves.flatMap((id) => graph.moves.get(id) ?? []);
  // Who is only known to have been agreed with has no words here that could be looked at.
  const heard = new Set(citedFor(graph, agreement).map(({ speaker }) => speaker));
  return {
    speakers,
    holders: new Set([...holders, ...speakers.filter((speaker) => !heard.has(speaker))]),
    places: new Map(cited.map((one) => [placeKey(one), one.speaker])),
    assents: new Map(moves.map((move) => [placeKey(move), move.speaker])),
  };
}

/** Whether all speakers of an agreement were confirmed on a point that holds all the words cited for it. */
function wasConfirmed(graph: ClaimGraph, agreement: Agreement, points: readonly SharedPoint[]): boolean {
  const places = citedFor(graph, agreement).map(placeKey);
  return points.some(
    ({ holders, places: seen }) =>
      agreement.speakers.every((speaker) => holders.has(speaker)) && places.every((place) => seen.has(place)),
  );
}
