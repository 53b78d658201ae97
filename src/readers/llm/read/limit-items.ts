/** Items of a turn that are kept, and how many were cut because no turn says so much. */
export interface Limited<T> {
  readonly kept: readonly T[];
  readonly cut: ReadonlyMap<number, number>;
}

/** Drops items that say the same as an earlier one (equal `keyOf`), then what a turn has beyond `most` items. */
export function limitItems<T extends { readonly turn: number }>(
  items: readonly T[],
  keyOf: (item: T) => string,
  most: (turn: number) => number,
): Limited<T> {
  const seen = new Set<string>();
  const counts = new Map<number, number>();
  const cut = new Map<number, number>();
  const kept = items.filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return false;
    seen.add(key);
    const count = (counts.get(item.turn) ?? 0) + 1;
    counts.set(item.turn, count);
    if (count > most(item.turn)) cut.set(item.turn, (cut.get(item.turn) ?? 0) + 1);
    return count <= most(item.turn);
  });
  return { kept, cut };
}
