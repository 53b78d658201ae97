import type { ForumHeader } from './forum-header.ts';

/** A glued header split into name, age and votes. */
export interface SplitHeader {
  readonly name: string;
  readonly age: string;
  readonly edited: boolean;
  readonly votes: string;
}

const REST = /^(\d{1,3})(mo|[smhdwy])((?:\\?\*)?)((?:Ω ?)?[-\d]*)$/;
const MOST: Readonly<Record<string, number>> = { s: 59, m: 59, h: 23, d: 31, w: 8, mo: 23, y: 25 };

/** Splits what follows a known name; null where it is no age with votes. */
export function splitRest(name: string, rest: string): SplitHeader | null {
  const found = REST.exec(rest);
  if (!found || Number(found[1]) > MOST[found[2]!]! || /^0\d/.test(found[1]!)) return null;
  return { name, age: found[1]! + found[2]!, edited: found[3] !== '', votes: found[4]! };
}

/**
 * Splits glued headers (`Noosphere8912d0-3`) without a list that fits them. Where digits of the name run into the age the
 * reading is taken whose name the page uses most, then the longer age. `known` are names that the page lists anywhere.
 */
export function splitGlued(headers: readonly ForumHeader[], known: readonly string[]): (SplitHeader | null)[] {
  const readings = headers.map(({ glued }) => (glued === null ? [] : waysToSplit(glued)));
  const uses = new Map<string, number>();
  for (const name of known) uses.set(name, (uses.get(name) ?? 0) + headers.length);
  for (const ways of readings) for (const { name } of ways) uses.set(name, (uses.get(name) ?? 0) + 1);
  return readings.map((ways) => {
    let best: SplitHeader | null = null;
    for (const way of ways) if (!best || uses.get(way.name)! > uses.get(best.name)!) best = way;
    return best;
  });
}

/** Longest age first. */
function waysToSplit(glued: string): SplitHeader[] {
  const tail = /\d{1,20}(?:mo|[smhdwy])(?:\\?\*)?(?:Ω ?)?[-\d]*$/.exec(glued);
  if (!tail) return [];
  const digits = /^\d+/.exec(tail[0])![0].length;
  const ways: SplitHeader[] = [];
  for (let take = Math.min(digits, 3); take > 0; take--) {
    const cut = tail.index + digits - take;
    const way = cut > 0 ? splitRest(glued.slice(0, cut).trim(), glued.slice(cut)) : null;
    if (way && way.name !== '') ways.push(way);
  }
  return ways;
}
