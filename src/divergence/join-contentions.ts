import type { Contention } from './contentions.ts';
import { MOST_QUOTES } from './quoted-sides.ts';

/** Contentions of the same speakers that start from the same words, or quote the same words of both, are one. */
export function joinContentions(contentions: readonly Contention[]): readonly Contention[] {
  const joined: Contention[] = [];
  const places = new Map<string, number>();
  for (const contention of contentions) {
    const keys = quoteKeys(contention);
    const place = keys.map((key) => places.get(key)).find((known) => known !== undefined) ?? joined.length;
    const known = joined[place];
    joined[place] = known ? joinTwo(known, contention) : contention;
    for (const key of keys) if (!places.has(key)) places.set(key, place);
  }
  return joined;
}

function quoteKeys({ sides }: Contention): readonly string[] {
  const leads = sides.map(({ claims }) => claims[0]!);
  const speakers = sides.map(({ speaker }) => speaker).sort();
  return [JSON.stringify([leads[0], speakers]), JSON.stringify([[...leads].sort()])];
}

function joinTwo(first: Contention, second: Contention): Contention {
  const more = new Map(second.sides.map(({ speaker, claims }) => [speaker, claims]));
  const marks = [first.marks, second.marks].filter((each) => each !== null);
  return {
    ...first,
    sides: first.sides.map((side) => {
      const claims = [...new Set([...side.claims, ...(more.get(side.speaker) ?? [])])];
      return { ...side, claims: claims.slice(0, MOST_QUOTES) };
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
