import { type SparseRows, transpose } from './term-vectors.ts';

/** A row (a text) and how near it is, 0 to 1. */
export interface Neighbour {
  readonly index: number;
  readonly score: number;
}

/** What is looked for: the row `row` of `query`, at most `top` neighbours that score at least `floor` (and above 0). */
export interface Search {
  readonly query: SparseRows;
  readonly row: number;
  readonly top: number;
  readonly floor: number;
}

interface Term {
  readonly term: number;
  readonly weight: number;
}

// Bounds are sums in another order than scores; this covers the difference in rounding.
const ROUNDING = 1e-9;

/** Makes the search over rows of length 1; neighbours run by score, then by index, with the scores of `multiplyRows`. */
export function createSearch(rows: SparseRows, columns: number): (search: Search) => Neighbour[] {
  const postings = transpose(rows, columns);
  const heaviest = heaviestWeights(postings);
  // Both are all zeros between two searches.
  const partial = new Float64Array(rows.starts.length - 1);
  const wanted = new Float64Array(columns);

  return ({ query, row, top, floor }) => {
    const terms = knownTerms(query, row, columns);
    const { first, light } = splitTerms(terms, heaviest, floor);
    for (const { term, weight } of terms) wanted[term] = weight;
    const found: Neighbour[] = [];
    for (const index of touch(postings, partial, terms, first)) {
      const near = partial[index]! + light + ROUNDING >= floor;
      partial[index] = 0;
      const score = near ? Math.min(1, scoreRow(rows, index, wanted)) : 0;
      if (score > 0 && score >= floor) found.push({ index, score });
    }
    for (const { term } of terms) wanted[term] = 0;
    return found.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, top);
  };
}

function knownTerms(query: SparseRows, row: number, columns: number): Term[] {
  const terms: Term[] = [];
  for (let at = query.starts[row]!; at < query.starts[row + 1]!; at += 1) {
    if (query.terms[at]! < columns) terms.push({ term: query.terms[at]!, weight: query.weights[at]! });
  }
  return terms.sort((a, b) => a.weight - b.weight || a.term - b.term);
}

/**
 * The terms before `first` are too light to reach the floor together (`light` at most), so that a row without any other
 * term need not be looked at (the idea of max-score; Turtle and Flood 1995).
 */
function splitTerms(terms: readonly Term[], heaviest: Float64Array, floor: number) {
  let light = 0;
  let sum = 0;
  let squares = 0;
  for (const [first, { term, weight }] of terms.entries()) {
    sum += weight * heaviest[term]!;
    squares += weight * weight;
    // Rows have length 1, so that the light terms add no more than their own length.
    const bound = Math.min(sum, Math.sqrt(squares));
    if (bound + ROUNDING >= floor) return { first, light };
    light = bound;
  }
  return { first: terms.length, light };
}

function touch(postings: SparseRows, partial: Float64Array, terms: readonly Term[], first: number): number[] {
  const touched: number[] = [];
  for (let rank = first; rank < terms.length; rank += 1) {
    const { term, weight } = terms[rank]!;
    for (let at = postings.starts[term]!; at < postings.starts[term + 1]!; at += 1) {
      const index = postings.terms[at]!;
      if (partial[index] === 0) touched.push(index);
      partial[index] = partial[index]! + weight * postings.weights[at]!;
    }
  }
  return touched;
}

// In order of terms, like every other product of rows: the same sum to the last bit.
function scoreRow(rows: SparseRows, row: number, wanted: Float64Array): number {
  let score = 0;
  for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at += 1)
    score += rows.weights[at]! * wanted[rows.terms[at]!]!;
  return score;
}

function heaviestWeights(postings: SparseRows): Float64Array {
  const heaviest = new Float64Array(postings.starts.length - 1);
  for (let term = 0; term < heaviest.length; term += 1) {
    for (let at = postings.starts[term]!; at < postings.starts[term + 1]!; at += 1) {
      heaviest[term] = Math.max(heaviest[term]!, postings.weights[at]!);
    }
  }
  return heaviest;
}
