const LONGEST_SENTENCE = 400;

/**
 * Share of `words` that stand in a sentence in the same order (longest common subsequence), 0 to 1. Sentences that lack
 * too many of the words to reach .5 count as 0 at once; of a long one the first 400 words count.
 */
export function sharedInOrder(words: readonly string[], sentence: readonly string[]): number {
  const other = sentence.slice(0, LONGEST_SENTENCE);
  const held = new Set(other);
  if (words.filter((word) => held.has(word)).length * 2 < words.length) return 0;
  let row = new Uint16Array(words.length + 1);
  for (const word of other) {
    const next = new Uint16Array(words.length + 1);
    for (let at = 1; at <= words.length; at++)
      next[at] = words[at - 1] === word ? row[at - 1]! + 1 : Math.max(row[at]!, next[at - 1]!);
    row = next;
  }
  return row[words.length]! / words.length;
}
