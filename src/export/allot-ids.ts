import { oneLine } from './clean-text.ts';

/** Ids of one kind of thing in the graph file, turned into ids that are clean and unique over all kinds. */
export interface Ids {
  of(kind: string, id: string): string;
  /** Null for what has no id of this kind. */
  find(kind: string, id: string): string | null;
}

/** Keeps an id as it is where it is free; the kinds that come later get their name in front where two are alike. */
export function allotIds(kinds: Readonly<Record<string, readonly { readonly id: string }[]>>): Ids {
  const taken = new Set<string>();
  const allotted = new Map<string, string>();
  for (const [kind, items] of Object.entries(kinds)) {
    for (const { id } of items) {
      const clean = oneLine(id) || kind;
      let free = taken.has(clean) ? `${kind}:${clean}` : clean;
      for (let copy = 2; taken.has(free); copy += 1) free = `${kind}:${clean}~${copy}`;
      taken.add(free);
      allotted.set(`${kind} ${id}`, free);
    }
  }
  const find = (kind: string, id: string) => allotted.get(`${kind} ${id}`) ?? null;
  return { find, of: (kind, id) => find(kind, id) ?? '' };
}
