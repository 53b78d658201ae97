/** Precision, recall and their harmonic mean; null where there is nothing to measure. */
export interface Shares {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Shares of `matched` among what was predicted and among what there is; nothing predicted of something is 0. */
export function sharesOf(matched: number, predicted: number, gold: number): Shares {
  if (gold === 0) {
    const wrong = predicted > 0 ? 0 : null;
    return { precision: wrong, recall: null, f1: wrong };
  }
  return {
    precision: predicted > 0 ? matched / predicted : 0,
    recall: matched / gold,
    f1: (2 * matched) / (predicted + gold),
  };
}

/** F1 of a set of predictions against the true set; 0 where they have nothing in common. */
export function setF1(predicted: ReadonlySet<unknown>, gold: ReadonlySet<unknown>): number {
  const common = [...predicted].filter((item) => gold.has(item)).length;
  return common === 0 ? 0 : (2 * common) / (predicted.size + gold.size);
}
