import { contentWords } from './content-words.ts';
import { createSearch, type Neighbour } from './nearest-rows.ts';
import { multiplyRows, type TermCounts, weighRows } from './term-vectors.ts';

/** Similarity of many short texts: cosine of TF-IDF weights over content words; lists run by score, then by index. */
export interface TextIndex {
  readonly size: number;
  /** Cosine of texts `i` and `j`, 0 to 1, the same both ways; 0 where a text has no content words. */
  similarity(i: number, j: number): number;
  /** At most `top` other texts that score at least `floor` (and above 0) with text `i`; a high floor is faster. */
  nearest(i: number, top: number, floor: number): readonly Neighbour[];
  /** At most `top` texts that score at least `floor` (and above 0) with a text from outside. */
  search(text: string, top: number, floor: number): readonly Neighbour[];
}

/** Builds the index; the same texts in the same order always give the same scores. Never compares all pairs. */
export function buildTextIndex(texts: readonly string[]): TextIndex {
  const vocabulary = new Map<string, number>();
  const counts = texts.map((text) => countTerms(text, (word) => numberWord(vocabulary, word)));
  const frequency = new Int32Array(vocabulary.size);
  for (const count of counts) for (const term of count.keys()) frequency[term] = frequency[term]! + 1;
  const idf = (term: number): number => 1 + Math.log((texts.length + 1) / ((frequency[term] ?? 0) + 1));
  const rows = weighRows(counts, idf);
  const find = createSearch(rows, vocabulary.size);
  return {
    size: texts.length,
    similarity: (i, j) => Math.min(1, multiplyRows(rows, i, rows, j)),
    nearest: (i, top, floor) => {
      const found = find({ query: rows, row: i, top: top + 1, floor });
      return found.filter(({ index }) => index !== i).slice(0, top);
    },
    search: (text, top, floor) => {
      // Words that no text of the index has still lengthen the query, and so lower every score.
      const unknown = new Map<string, number>();
      const number = (word: string) => vocabulary.get(word) ?? vocabulary.size + numberWord(unknown, word);
      return find({ query: weighRows([countTerms(text, number)], idf), row: 0, top, floor });
    },
  };
}

function countTerms(text: string, number: (word: string) => number): TermCounts {
  const counts = new Map<number, number>();
  for (const word of contentWords(text)) {
    const term = number(word);
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function numberWord(vocabulary: Map<string, number>, word: string): number {
  const term = vocabulary.get(word) ?? vocabulary.size;
  if (term === vocabulary.size) vocabulary.set(word, term);
  return term;
}
