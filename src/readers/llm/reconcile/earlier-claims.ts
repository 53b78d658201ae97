import { contentWords } from '../../../text/index.ts';

/** Likeness of texts to texts that came before: an index that only grows, so that nothing found changes when more is added. */
export interface EarlierClaims {
  /** Adds texts and returns their numbers; they are compared with what was there before, not with each other. */
  add(texts: readonly string[]): readonly { readonly number: number; readonly near: readonly Near[] }[];
}

/** An earlier text and the cosine of TF-IDF weights, 0 to 1. */
export interface Near {
  readonly number: number;
  readonly score: number;
}

interface Row {
  readonly counts: ReadonlyMap<string, number>;
}

// A word of every post would make each search walk the whole thread: its first and its latest texts stand for all.
const FIRST_KEPT = 100;
const LAST_KEPT = 200;
/** Texts that share most weight, to be compared exactly. */
const CANDIDATES = 24;

/** `top` earlier texts at most, each of at least `floor`; word weights are those of all texts so far. */
export function earlierClaims(top: number, floor: number): EarlierClaims {
  const rows: Row[] = [];
  const holders = new Map<string, number[]>();
  const frequency = new Map<string, number>();
  const weigh = (word: string) => 1 + Math.log((rows.length + 1) / ((frequency.get(word) ?? 0) + 1));
  const product = (a: Row, b: Row) => {
    let sum = 0;
    for (const [word, count] of a.counts) sum += count * (b.counts.get(word) ?? 0) * weigh(word) ** 2;
    return sum;
  };
  const nearest = (row: Row): Near[] => {
    const shared = new Map<number, number>();
    for (const word of row.counts.keys())
      for (const number of holders.get(word) ?? []) shared.set(number, (shared.get(number) ?? 0) + weigh(word) ** 2);
    const candidates = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES);
    const size = product(row, row);
    return candidates
      .map(([number]) => ({
        number,
        score: product(row, rows[number]!) / Math.sqrt(size * product(rows[number]!, rows[number]!)),
      }))
      .filter(({ score }) => score >= floor)
      .sort((a, b) => b.score - a.score || a.number - b.number)
      .slice(0, top);
  };
  return {
    add(texts) {
      const before = rows.length;
      for (const text of texts) {
        const row = { counts: countWords(text) };
        rows.push(row);
        for (const word of row.counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
      }
      const added = texts.map((_, at) => ({ number: before + at, near: nearest(rows[before + at]!) }));
      for (const { number } of added) for (const word of rows[number]!.counts.keys()) hold(holders, word, number);
      return added;
    },
  };
}

function hold(holders: Map<string, number[]>, word: string, number: number): void {
  const list = holders.get(word);
  if (!list) holders.set(word, [number]);
  else {
    if (list.length >= FIRST_KEPT + LAST_KEPT) list.splice(FIRST_KEPT, 1);
    list.push(number);
  }
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of contentWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
