import { contentWords } from '../../text/index.ts';
import type { OwnSentence } from './own-sentences.ts';

/** How alike two texts are, 0..1: cosine of TF-IDF weights, with frequencies counted over a whole thread. */
export type Likeness = (a: string, b: string) => number;

type Weights = ReadonlyMap<string, number>;

/**
 * Likeness within a thread. Texts are weighed when first asked for, so that comparing a few claims of a long thread costs a few
 * claims and one count of its words.
 */
export function buildLikeness(sentences: readonly OwnSentence[]): Likeness {
  const documents = new Map<string, number>();
  for (const { content } of sentences) {
    for (const word of new Set(content)) documents.set(word, (documents.get(word) ?? 0) + 1);
  }
  const known = new Map<string, Weights>();
  const weigh = (text: string): Weights => {
    const cached = known.get(text);
    if (cached) return cached;
    const counts = new Map<string, number>();
    for (const word of contentWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const raw = [...counts].map(([word, count]): [string, number] => {
      const rarity = Math.log((sentences.length + 1) / ((documents.get(word) ?? 0) + 1)) + 1;
      return [word, (1 + Math.log(count)) * rarity];
    });
    const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    const weights = new Map(raw.map(([word, weight]) => [word, weight / length]));
    known.set(text, weights);
    return weights;
  };
  return (a, b) => {
    const [small, large] = [weigh(a), weigh(b)].sort((x, y) => x.size - y.size) as [Weights, Weights];
    let sum = 0;
    for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
    return Math.min(1, sum);
  };
}
