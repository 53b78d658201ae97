/** A label as it is and as it was predicted. */
export interface LabelPair<L extends string = string> {
  readonly gold: L;
  readonly predicted: L;
}

/** How one label fares among pairs; null where neither side uses it. */
export function labelF1(pairs: readonly LabelPair[], label: string): number | null {
  const both = pairs.filter(({ gold, predicted }) => gold === label && predicted === label).length;
  const uses =
    pairs.filter(({ gold }) => gold === label).length + pairs.filter((pair) => pair.predicted === label).length;
  return uses === 0 ? null : (2 * both) / uses;
}

/** Mean F1 over the labels that occur (or over `labels`, if given, where a label that nobody uses counts 0); null without pairs. */
export function macroF1(pairs: readonly LabelPair[], labels?: readonly string[]): number | null {
  if (pairs.length === 0) return null;
  const used = labels ?? [...new Set(pairs.flatMap(({ gold, predicted }) => [gold, predicted]))];
  return used.reduce((sum, label) => sum + (labelF1(pairs, label) ?? 0), 0) / used.length;
}
