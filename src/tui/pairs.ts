import type { Analysis } from '../analysis/index.ts';

/** The pairs of speakers on opposite sides of some crux, best crux first; empty where the thread has only two voices. */
export function pairsOf({ file }: Analysis): readonly (readonly [string, string])[] {
  if (new Set(file.posts.map(({ speaker }) => speaker)).size < 3) return [];
  const found = new Map<string, readonly [string, string]>();
  for (const { sides } of file.cruxes.toSorted((a, b) => a.rank - b.rank)) {
    for (const one of sides) {
      for (const other of sides) {
        const pair = [one.speaker, other.speaker] as const;
        if (one.value <= other.value || pair[0] === pair[1]) continue;
        const key = JSON.stringify(pair.toSorted());
        if (!found.has(key)) found.set(key, pair);
      }
    }
  }
  return [...found.values()];
}
