import type { Standing } from './standing.ts';

/** Tells who takes a proposition on only in part, by words that say so, and nowhere wholly. */
export function readHeldInPart({ graph }: Standing): (proposition: string, speaker: string) => boolean {
  const inPart = new Set<string>();
  const wholly = new Set<string>();
  for (const { type, speaker, target } of graph.moves.values()) {
    const proposition = target === null ? undefined : graph.claims.get(target)?.proposition;
    if (proposition === undefined) continue;
    if (type === 'partial') inPart.add(`${proposition} ${speaker}`);
    if (type === 'agree' || type === 'concede') wholly.add(`${proposition} ${speaker}`);
  }
  return (proposition, speaker) => {
    const key = `${proposition} ${speaker}`;
    return inPart.has(key) && !wholly.has(key);
  };
}
