interface Spanned {
  readonly post: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the items that share characters with a stretch of a post, in order of their start; sublinear where few overlap. */
export function indexSpans<T extends Spanned>(
  items: Iterable<T>,
): (post: string, start: number, end: number) => readonly T[] {
  const posts = new Map<string, { readonly sorted: readonly T[]; readonly reach: readonly number[] }>();
  for (const [post, group] of Map.groupBy(items, (item) => item.post)) {
    const sorted = [...group].sort((a, b) => a.start - b.start);
    let furthest = 0;
    posts.set(post, { sorted, reach: sorted.map(({ end }) => (furthest = Math.max(furthest, end))) });
  }
  return (post, start, end) => {
    const { sorted, reach } = posts.get(post) ?? { sorted: [], reach: [] };
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start < end) low = middle + 1;
      else high = middle;
    }
    const found: T[] = [];
    // Once nothing up to here reaches the stretch, nothing before does either.
    for (let at = low - 1; at >= 0 && reach[at]! > start; at--) if (sorted[at]!.end > start) found.push(sorted[at]!);
    return found.reverse();
  };
}
