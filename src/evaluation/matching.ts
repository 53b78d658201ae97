/**
 * Size of a largest one-to-one matching (augmenting paths, Kuhn 1955): `edges[i]` are the gold items that prediction `i` may
 * stand for. Its size does not depend on any order.
 */
export function countMatched(edges: readonly Iterable<number>[]): number {
  const predictionOf = new Map<number, number>();
  const goldOf = new Map<number, number>();
  for (const start of edges.keys()) {
    const reachedBy = new Map<number, number>();
    const queue = [start];
    let free: number | undefined;
    for (const prediction of queue) {
      for (const gold of edges[prediction]!) {
        if (reachedBy.has(gold)) continue;
        reachedBy.set(gold, prediction);
        const holder = predictionOf.get(gold);
        if (holder === undefined) free = gold;
        else queue.push(holder);
        if (free !== undefined) break;
      }
      if (free !== undefined) break;
    }
    while (free !== undefined) {
      const prediction: number = reachedBy.get(free)!;
      const given = goldOf.get(prediction);
      predictionOf.set(free, prediction);
      goldOf.set(prediction, free);
      free = given;
    }
  }
  return predictionOf.size;
}
