import type { Divergence } from '../divergence/index.ts';
import type { ClaimGraph } from '../graph/index.ts';
import type { Crux } from '../graph-file/index.ts';
import type { CruxInWords, Judgements, Reader } from '../readers/index.ts';
import type { Thread } from '../thread/index.ts';
import { leaveOutDisagreement, type Point, placeKey, pointOf } from './leave-out-doubted.ts';
import { lookAtShared } from './look-at-shared.ts';

export interface Computed {
  readonly graph: ClaimGraph;
  readonly divergence: Divergence;
}

type PlainCrux = Pick<Crux, 'id' | 'sides' | 'kind'>;

/** Points that come up only once others are gone are looked at too, so often. */
const LOOKS = 3;

/**
 * Has every crux looked at once by the reader's second look, and leaves out those that it does not confirm: what sets the
 * speakers against each other there goes, and what stands all the same, or was never looked at, is not listed.
 * Then the same for what they share.
 */
export async function lookTwice(
  thread: Thread,
  reader: Reader,
  read: Judgements,
  compute: (judgements: Judgements) => Computed,
): Promise<{ readonly judgements: Judgements; readonly computed: Computed }> {
  let judgements = read;
  let computed = compute(read);
  const confirmed = new Map<string, Point & { readonly cited: ReadonlySet<string> }>();
  const doubted = new Set<string>();
  for (let look = 1; look <= LOOKS; look++) {
    const { graph, divergence } = computed;
    const open = divergence.cruxes.filter((crux) => {
      const key = keyOf(graph, crux);
      return !confirmed.has(key) && !doubted.has(key);
    });
    if (open.length === 0) break;
    const seen = await reader.review(thread, judgements, inWords(graph, open));
    const points = open.map((crux) => ({
      key: keyOf(graph, crux),
      point: { ...pointOf(graph, crux), cited: new Set(placesOf(graph, crux)) },
      sure: seen.has(crux.id),
    }));
    for (const { key, point, sure } of points) {
      if (sure) confirmed.set(key, point);
      else doubted.add(key);
    }
    const doubts = points.flatMap(({ point, sure }) => (sure ? [] : [point]));
    if (doubts.length === 0) break;
    judgements = leaveOutDisagreement(judgements, doubts, [...confirmed.values()]);
    computed = compute(judgements);
  }
  const shared = await lookAtShared(thread, reader, judgements, computed, compute);
  const { graph } = shared.computed;
  // A side that lost some of its words since it was looked at is the same side.
  const wasSeen = (crux: PlainCrux) =>
    confirmed.has(keyOf(graph, crux)) ||
    [...confirmed.values()].some(({ cited }) => placesOf(graph, crux).every((place) => cited.has(place)));
  return { ...shared, computed: listOnly(shared.computed, wasSeen) };
}

function listOnly({ graph, divergence }: Computed, shown: (crux: PlainCrux) => boolean): Computed {
  const cruxes = divergence.cruxes.filter(shown).map((crux, at) => ({ ...crux, rank: at + 1 }));
  return { graph, divergence: { ...divergence, cruxes } };
}

/** Cruxes as a reader gets them: the very words on their sides, and which of them are meant where a sentence makes several claims. */
export function inWords(graph: ClaimGraph, cruxes: readonly PlainCrux[]): CruxInWords[] {
  const ofSentence = Map.groupBy(graph.claims.values(), placeKey);
  return cruxes.map(({ id, sides }) => ({
    id,
    words: sides
      .flatMap(({ claims }) => claims)
      .map((claim) => {
        const { post, start, end, speaker } = graph.claims.get(claim)!;
        const several = ofSentence.get(placeKey({ post, start, end }))!.length > 1;
        const cited = several ? graph.cited.get(claim) : undefined;
        return { post, start, end, speaker, ...(cited && { cited }) };
      }),
  }));
}

/** A crux is known by its words: ids of propositions change as others are taken out. */
function keyOf(graph: ClaimGraph, crux: PlainCrux): string {
  return JSON.stringify(placesOf(graph, crux).sort());
}

function placesOf(graph: ClaimGraph, { sides }: PlainCrux): string[] {
  return sides.flatMap((side) => side.claims.map((id) => placeKey(graph.claims.get(id)!)));
}
