import { contentWords } from './content-words.ts';

/** A text of an index and how near it is, 0 to 1. */
export interface Neighbour {
  readonly index: number;
  readonly score: number;
}

/** Similarity of many short texts: cosine of TF-IDF weights over content words; lists run by score, then by index. */
export interface TextIndex {
  readonly size: number;
  /** Cosine of texts `i` and `j`, 0 to 1, the same both ways. */
  similarity(i: number, j: number): number;
  /** At most `top` other texts that score at least `floor` (and above 0) with text `i`. */
  nearest(i: number, top: number, floor: number): readonly Neighbour[];
  /** At most `top` texts that score at least `floor` (and above 0) with a text from outside. */
  search(text: string, top: number, floor: number): readonly Neighbour[];
}

interface Vector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** Builds the index; the same texts in the same order always give the same scores. */
export function buildTextIndex(texts: readonly string[]): TextIndex {
  const vocabulary = new Map<string, number>();
  const counts = texts.map((text) => countTerms(text, (term) => numberTerm(vocabulary, term)));
  const postings: { text: number; weight: number }[][] = Array.from({ length: vocabulary.size }, () => []);
  const frequency = new Float64Array(vocabulary.size);
  for (const count of counts) for (const term of count.keys()) frequency[term]! += 1;
  const idf = (term: number): number => Math.log((texts.length + 1) / ((frequency[term] ?? 0) + 1)) + 1;
  const vectors = counts.map((count) => weigh(count, idf));
  vectors.forEach((vector, text) => {
    vector.terms.forEach((term, at) => {
      postings[term]!.push({ text, weight: vector.weights[at]! });
    });
  });

  const rank = (vector: Vector, self: number, top: number, floor: number): readonly Neighbour[] => {
    const scores = new Map<number, number>();
    vector.terms.forEach((term, at) => {
      for (const { text, weight } of postings[term] ?? []) {
        scores.set(text, (scores.get(text) ?? 0) + weight * vector.weights[at]!);
      }
    });
    const found: Neighbour[] = [];
    for (const [index, raw] of scores) {
      const score = Math.min(1, raw);
      if (index !== self && score >= floor) found.push({ index, score });
    }
    return found.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, top);
  };

  return {
    size: texts.length,
    similarity: (i, j) => dot(vectors[i]!, vectors[j]!),
    nearest: (i, top, floor) => rank(vectors[i]!, i, top, floor),
    search: (text, top, floor) => {
      const unknown = new Map<string, number>();
      const count = countTerms(text, (term) => vocabulary.get(term) ?? vocabulary.size + numberTerm(unknown, term));
      return rank(weigh(count, idf), -1, top, floor);
    },
  };
}

function numberTerm(vocabulary: Map<string, number>, term: string): number {
  const known = vocabulary.get(term);
  if (known !== undefined) return known;
  vocabulary.set(term, vocabulary.size);
  return vocabulary.size - 1;
}

function countTerms(text: string, number: (term: string) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of contentWords(text)) {
    const term = number(word);
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function weigh(counts: ReadonlyMap<number, number>, idf: (term: number) => number): Vector {
  const terms = [...counts.keys()].sort((a, b) => a - b);
  const raw = terms.map((term) => (1 + Math.log(counts.get(term)!)) * idf(term));
  const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0));
  return { terms, weights: raw.map((weight) => weight / length) };
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  let right = 0;
  for (let left = 0; left < a.terms.length; left += 1) {
    while (right < b.terms.length && b.terms[right]! < a.terms[left]!) right += 1;
    if (b.terms[right] === a.terms[left]) sum += a.weights[left]! * b.weights[right]!;
  }
  return Math.min(1, sum);
}
