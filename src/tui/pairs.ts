import type { Analysis } from '../analysis/index.ts';
import type { Pair } from '../views/index.ts';

/**
 * The pairs of speakers that some crux sets against each other, best crux first, behind the pair that was asked for; empty where
 * the thread has only two voices.
 */
export function pairsOf({ file }: Analysis, asked: Pair | null = null): readonly Pair[] {
  if (new Set(file.posts.map(({ speaker }) => speaker)).size < 3) return [];
  const found = new Map<string, Pair>();
  if (asked) found.set(keyOf(asked), asked);
  for (const { sides, kind } of file.cruxes.toSorted((a, b) => a.rank - b.rank)) {
    sides.forEach((one, index) => {
      for (const other of sides.slice(index + 1)) {
        // Where no view could be computed, standing on the same point of contention is all that is known.
        const parted = one.value !== other.value || kind === 'contention';
        if (!parted || one.speaker === other.speaker) continue;
        const pair: Pair = one.value >= other.value ? [one.speaker, other.speaker] : [other.speaker, one.speaker];
        if (!found.has(keyOf(pair))) found.set(keyOf(pair), pair);
      }
    });
  }
  return [...found.values()];
}

const keyOf = (pair: Pair) => JSON.stringify(pair.toSorted());
