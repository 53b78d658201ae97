import type { Divergence } from '../divergence/index.ts';
import { InternalError } from '../errors/index.ts';
import type { ClaimGraph } from '../graph/index.ts';
import type { Crux } from '../graph-file/index.ts';
import type { CruxInWords, Judgements, Reader } from '../readers/index.ts';
import type { Thread } from '../thread/index.ts';
import { leaveOutClaims, leaveOutDisagreement, type Point, placeKey, pointOf } from './leave-out-doubted.ts';

export interface Computed {
  readonly graph: ClaimGraph;
  readonly divergence: Divergence;
}

type PlainCrux = Pick<Crux, 'id' | 'sides'>;

/** Points that come up only once others are gone are looked at too, so often; what comes up still later is taken out unseen. */
const LOOKS = 3;

/**
 * Has every crux looked at once by the reader's second look, and leaves out those that it does not confirm: first what sets
 * the speakers against each other there, and the claims themselves only where that is not enough.
 */
export async function lookTwice(
  thread: Thread,
  reader: Reader,
  read: Judgements,
  compute: (judgements: Judgements) => Computed,
): Promise<{ readonly judgements: Judgements; readonly computed: Computed }> {
  let judgements = read;
  let computed = compute(read);
  const confirmed = new Set<string>();
  const points: Point[] = [];
  for (let look = 1; ; look++) {
    const open = computed.divergence.cruxes.filter((crux) => !confirmed.has(keyOf(computed.graph, crux)));
    if (open.length === 0) return { judgements, computed };
    const items = inWords(computed.graph, open);
    const seen = look <= LOOKS ? await reader.review(thread, judgements, items) : new Set<string>();
    for (const crux of open.filter(({ id }) => seen.has(id))) {
      confirmed.add(keyOf(computed.graph, crux));
      points.push(pointOf(computed.graph, crux));
    }
    const doubted = open.filter(({ id }) => !seen.has(id));
    if (doubted.length === 0) return { judgements, computed };
    const keys = new Set(doubted.map((crux) => keyOf(computed.graph, crux)));
    const doubts = doubted.map((crux) => pointOf(computed.graph, crux));
    judgements = leaveOutDisagreement(judgements, doubts, points);
    computed = compute(judgements);
    const { graph, divergence } = computed;
    const standing = divergence.cruxes.filter((crux) =>
      look <= LOOKS ? keys.has(keyOf(graph, crux)) : !confirmed.has(keyOf(graph, crux)),
    );
    if (standing.length === 0) continue;
    const before = judgements.claims.length;
    judgements = leaveOutClaims(
      judgements,
      standing.map((crux) => pointOf(graph, crux)),
    );
    if (judgements.claims.length === before) throw new InternalError('a doubted crux stands on no claims');
    computed = compute(judgements);
  }
}

/** Cruxes as a reader gets them: the very words on their sides. */
export function inWords(graph: ClaimGraph, cruxes: readonly PlainCrux[]): CruxInWords[] {
  return cruxes.map(({ id, sides }) => ({
    id,
    words: sides
      .flatMap(({ claims }) => claims)
      .map((claim) => {
        const { post, start, end, speaker } = graph.claims.get(claim)!;
        return { post, start, end, speaker };
      }),
  }));
}

/** A crux is known by its words: ids of propositions change as others are taken out. */
function keyOf(graph: ClaimGraph, { sides }: PlainCrux): string {
  const claims = sides.flatMap((side) => side.claims.map((id) => placeKey(graph.claims.get(id)!)));
  return JSON.stringify(claims.sort());
}
