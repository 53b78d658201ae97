import type { Contention } from './contentions.ts';
import { MOST_QUOTES } from './quoted-sides.ts';

/**
 * Contentions of the same speakers that start from the same words, or quote the same words of both, are one. `wordsOf`: where
 * the words of a claim stand; two claims of one sentence have the same.
 */
export function joinContentions(
  contentions: readonly Contention[],
  wordsOf: (claim: string) => string,
): readonly Contention[] {
  const joined: Contention[] = [];
  const places = new Map<string, number>();
  for (const contention of contentions) {
    const keys = quoteKeys(contention, wordsOf);
    const place = keys.map((key) => places.get(key)).find((known) => known !== undefined) ?? joined.length;
    const known = joined[place];
    joined[place] = known ? joinTwo(known, contention, wordsOf) : contention;
    for (const key of keys) if (!places.has(key)) places.set(key, place);
  }
  return joined;
}

function quoteKeys({ sides }: Contention, wordsOf: (claim: string) => string): readonly string[] {
  const leads = sides.map(({ claims }) => wordsOf(claims[0]!));
  const speakers = sides.map(({ speaker }) => speaker).sort();
  return [JSON.stringify([leads[0], speakers]), JSON.stringify([[...leads].sort()])];
}

function joinTwo(first: Contention, second: Contention, wordsOf: (claim: string) => string): Contention {
  const more = new Map(second.sides.map(({ speaker, claims }) => [speaker, claims]));
  const marks = [first.marks, second.marks].filter((each) => each !== null);
  return {
    ...first,
    sides: first.sides.map((side) => {
      const claims = [...side.claims, ...(more.get(side.speaker) ?? [])];
      const words = claims.map(wordsOf);
      return { ...side, claims: claims.filter((_, at) => words.indexOf(words[at]!) === at).slice(0, MOST_QUOTES) };
    }),
    // What the graph shows weighs as much without the reader's word, so that an opened graph file ranks as before.
    strength:
      first.marks === null && second.marks !== null ? first.strength : Math.max(first.strength, second.strength),
    marks:
      marks.length === 0
        ? null
        : {
            declared: marks.some(({ declared }) => declared),
            setAside: marks.every(({ setAside }) => setAside),
            moves: [...new Set(marks.flatMap(({ moves }) => moves))],
          },
  };
}
