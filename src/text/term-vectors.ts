/** Sparse vectors in one piece: row `i` is `terms` and `weights` from `starts[i]` to `starts[i + 1]`, by rising term. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** How often each term occurs in one text. */
export type TermCounts = ReadonlyMap<number, number>;

/** Log-damped counts times `idf`, each row of length 1 (an empty row stays empty). */
export function weighRows(rows: readonly TermCounts[], idf: (term: number) => number): SparseRows {
  const starts = new Int32Array(rows.length + 1);
  for (const [row, counts] of rows.entries()) starts[row + 1] = starts[row]! + counts.size;
  const terms = new Int32Array(starts[rows.length]!);
  const weights = new Float64Array(terms.length);
  for (const [row, counts] of rows.entries()) {
    const from = starts[row]!;
    terms.set([...counts.keys()], from);
    terms.subarray(from, starts[row + 1]!).sort();
    let squares = 0;
    for (let at = from; at < starts[row + 1]!; at += 1) {
      const weight = (1 + Math.log(counts.get(terms[at]!)!)) * idf(terms[at]!);
      weights[at] = weight;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares);
    for (let at = from; at < starts[row + 1]!; at += 1) weights[at] = weights[at]! / length;
  }
  return { starts, terms, weights };
}

/** The same matrix by columns: for each term the texts that hold it, by rising text, with their weights. */
export function transpose({ starts, terms, weights }: SparseRows, columns: number): SparseRows {
  const begins = new Int32Array(columns + 1);
  for (const term of terms) begins[term + 1] = begins[term + 1]! + 1;
  for (let term = 0; term < columns; term += 1) begins[term + 1] = begins[term + 1]! + begins[term]!;
  const filled = begins.slice();
  const texts = new Int32Array(terms.length);
  const shares = new Float64Array(terms.length);
  for (let text = 0; text + 1 < starts.length; text += 1) {
    for (let at = starts[text]!; at < starts[text + 1]!; at += 1) {
      const slot = filled[terms[at]!]!;
      filled[terms[at]!] = slot + 1;
      texts[slot] = text;
      shares[slot] = weights[at]!;
    }
  }
  return { starts: begins, terms: texts, weights: shares };
}

/** The inner product of row `i` of one matrix and row `j` of another; the same to the last bit both ways. */
export function multiplyRows(a: SparseRows, i: number, b: SparseRows, j: number): number {
  let left = a.starts[i]!;
  let right = b.starts[j]!;
  const leftEnd = a.starts[i + 1]!;
  const rightEnd = b.starts[j + 1]!;
  let sum = 0;
  while (left < leftEnd && right < rightEnd) {
    const gap = a.terms[left]! - b.terms[right]!;
    if (gap === 0) sum += a.weights[left]! * b.weights[right]!;
    if (gap <= 0) left += 1;
    if (gap >= 0) right += 1;
  }
  return sum;
}
