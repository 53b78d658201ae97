import type { Standing } from './standing.ts';

/** Tells who takes a proposition on only in part, by words that say so, and nowhere wholly: by a move, or by asserting it elsewhere. */
export function readHeldInPart({ graph }: Standing): (proposition: string, speaker: string) => boolean {
  const inPart = new Map<string, Set<string>>();
  const wholly = new Set<string>();
  for (const { type, speaker, target, post, start } of graph.moves.values()) {
    const proposition = target === null ? undefined : graph.claims.get(target)?.proposition;
    if (proposition === undefined) continue;
    const key = `${proposition} ${speaker}`;
    if (type === 'partial') inPart.set(key, (inPart.get(key) ?? new Set()).add(`${post} ${start}`));
    if (type === 'agree' || type === 'concede') wholly.add(key);
  }
  for (const { proposition, speaker, post, start, stance, polarity } of graph.claims.values()) {
    const key = `${proposition} ${speaker}`;
    const places = inPart.get(key);
    if (places && !places.has(`${post} ${start}`) && stance === 'assert' && polarity === 1) wholly.add(key);
  }
  return (proposition, speaker) => {
    const key = `${proposition} ${speaker}`;
    return inPart.has(key) && !wholly.has(key);
  };
}
