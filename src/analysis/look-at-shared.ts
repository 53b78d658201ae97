import type { ClaimGraph } from '../graph/index.ts';
import type { Agreement } from '../graph-file/index.ts';
import type { Judgements, Reader, SharedInWords, Sharers } from '../readers/index.ts';
import type { Thread } from '../thread/index.ts';
import { placeKey } from './leave-out-doubted.ts';
import { claimKey, leaveOutShared, type SharedPoint } from './leave-out-shared.ts';
import type { Computed } from './look-twice.ts';
import { denyTogether } from './shared-denial.ts';

/**
 * Has every agreement looked at by the reader's second look. Who shares but a part makes it an agreement in part; who is not
 * confirmed at all no longer shares the claim: what ties their words to it goes, the graph is built anew, and agreements that
 * come up only then, which nobody looked at, are not listed.
 */
export async function lookAtShared(
  thread: Thread,
  reader: Reader,
  read: Judgements,
  computed: Computed,
  compute: (judgements: Judgements) => Computed,
): Promise<{ readonly judgements: Judgements; readonly computed: Computed }> {
  if (!reader.confirmShared) return { judgements: read, computed };
  const { graph, divergence } = computed;
  const items = divergence.agreements.map((agreement) => inWords(graph, agreement));
  if (items.length === 0) return { judgements: read, computed };
  const sharers = await reader.confirmShared(thread, read, items);
  const isWhole = ({ id, words }: SharedInWords) =>
    words.every(({ speaker }) => sharers.get(id)?.whole.has(speaker) ?? false);
  if (items.every(isWhole)) return { judgements: read, computed };
  const points = divergence.agreements.map((agreement) => pointOf(graph, agreement, sharers.get(agreement.id)));
  const doubted = points.filter(({ speakers, holders }) => speakers.some((speaker) => !holders.has(speaker)));
  const judgements = doubted.length > 0 ? leaveOutShared(read, doubted) : read;
  const again = doubted.length > 0 ? compute(judgements) : computed;
  const pointsAt = Map.groupBy(
    points.flatMap((point) => [...point.places].map((place) => ({ place, point }))),
    ({ place }) => place,
  );
  const agreements = again.divergence.agreements.flatMap((agreement): Agreement[] => {
    const [first] = citedFor(again.graph, agreement).map(placeKey);
    const near = (pointsAt.get(first ?? '') ?? []).map(({ point }) => point);
    const point = confirming(again.graph, agreement, near);
    if (!point) return [];
    const whole = agreement.kind !== 'full' || agreement.speakers.every((speaker) => !point.part.has(speaker));
    return [whole ? agreement : { ...agreement, kind: 'partial' }];
  });
  return { judgements, computed: { ...again, divergence: { ...again.divergence, agreements } } };
}

/** What is cited for an agreement: the claims and the moves of its speakers. */
function citedFor({ claims, moves }: ClaimGraph, agreement: Agreement) {
  const sharing = new Set(agreement.speakers);
  return [
    ...agreement.claims.map((id) => claims.get(id)!),
    ...agreement.moves.flatMap((id) => moves.get(id) ?? []),
  ].filter(({ speaker }) => sharing.has(speaker));
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

function pointOf(graph: ClaimGraph, agreement: Agreement, sharers: Sharers | undefined): SharedPoint {
  const { proposition, speakers } = agreement;
  const members = graph.propositions.get(proposition)!.claims.map((id) => graph.claims.get(id)!);
  const claims = members.filter(({ speaker }) => speakers.includes(speaker));
  const moves = agreement.moves.flatMap((id) => graph.moves.get(id) ?? []);
  // Who is only known to have been agreed with has no words here that could be looked at.
  const heard = new Set(citedFor(graph, agreement).map(({ speaker }) => speaker));
  return {
    speakers,
    holders: new Set([
      ...(sharers?.whole ?? []),
      // A part of what nobody holds as it is told is nothing that could be told.
      ...(sharers && sharers.whole.size > 0 ? sharers.part : []),
      ...speakers.filter((speaker) => !heard.has(speaker)),
    ]),
    part: sharers?.part ?? new Set(),
    claims: new Map(claims.map((claim) => [claimKey(claim, graph.cited.get(claim.id)), claim.speaker])),
    places: new Set([...claims, ...citedFor(graph, agreement)].map(placeKey)),
    assents: new Map(moves.map((move) => [placeKey(move), move.speaker])),
  };
}

/** The point on which all speakers of an agreement were confirmed, with all the words that are cited for it. */
function confirming(graph: ClaimGraph, agreement: Agreement, points: readonly SharedPoint[]): SharedPoint | undefined {
  const places = citedFor(graph, agreement).map(placeKey);
  return points.find(
    ({ holders, places: seen }) =>
      agreement.speakers.every((speaker) => holders.has(speaker)) && places.every((place) => seen.has(place)),
  );
}
