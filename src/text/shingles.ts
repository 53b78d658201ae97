/** Hashes of all runs of `size` words; a text of fewer words gives one shingle of them all, an empty one none. */
export function shingleSet(words: readonly string[], size: number): Set<number> {
  const hashes = words.map(hashWord);
  const shingles = new Set<number>();
  if (hashes.length === 0) return shingles;
  const width = Math.min(size, hashes.length);
  for (let first = 0; first + width <= hashes.length; first += 1) {
    let mixed = 0;
    for (let offset = 0; offset < width; offset += 1) mixed = mix(mixed, hashes[first + offset]!);
    shingles.add(mixed);
  }
  return shingles;
}

/** Shared shingles over all shingles, 0 to 1; two empty sets share nothing (0). */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = countShared(a, b);
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** The share of `a` that is also in `b`, 0 to 1; 0 for an empty `a`. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size === 0 ? 0 : countShared(a, b) / a.size;
}

function countShared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared += 1;
  return shared;
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

function mix(left: number, right: number): number {
  const mixed = Math.imul(left ^ (left >>> 15), 0x2c1b3c6d) + right;
  return Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39) | 0;
}
