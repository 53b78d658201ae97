import { keyOf, type Place, type Standing } from './unit-context.ts';

/** Context may take this part of a unit's own tokens: more, and a thread whose posts answer far away would cost a third more. */
const SHARE = 0.2;
/** A short unit may have this much all the same. */
const LEAST = 300;

/**
 * The sentences of context that a unit can afford, in thread order: first what each turn needs most, then what each needs
 * next. `opening` always counts; `tokens` tells the size of a sentence as it is shown.
 */
export function chooseContext(
  opening: readonly Place[],
  standings: readonly (Standing | null)[],
  tokens: (place: Place) => number,
  unitTokens: number,
): Place[] {
  const chosen = new Map(opening.map((place) => [keyOf(place), place]));
  let left = Math.max(LEAST, unitTokens * SHARE);
  const ranked = standings.map((standing) => standing?.places ?? []);
  const deepest = Math.max(0, ...ranked.map(({ length }) => length));
  for (let rank = 0; rank < deepest; rank++)
    for (const places of ranked) {
      const place = places[rank];
      if (!place || chosen.has(keyOf(place))) continue;
      // What a turn needs most is shown whatever it costs: without it the turn answers nobody.
      const size = tokens(place);
      if (rank > 0 && size > left) continue;
      left -= size;
      chosen.set(keyOf(place), place);
    }
  return [...chosen.values()].sort((a, b) => a.index - b.index || a.at - b.at);
}
