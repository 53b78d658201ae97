const HEAD = 80;

/** A place that may name a speaker, with the offset at which the words under that name start. */
export interface Naming {
  readonly name: string;
  readonly wordsAt: number;
}

/**
 * How often each name stands over words of its own. The same words again count once: a text that was captured twice repeats its
 * section titles, but only speakers come back to say something else.
 */
export function countSpeakers(text: string, namings: readonly Naming[]): ReadonlyMap<string, number> {
  const said = new Map<string, Set<string>>();
  for (const { name, wordsAt } of namings) {
    const words = text.slice(wordsAt, wordsAt + HEAD).trim();
    const known = said.get(name);
    if (known) known.add(words);
    else said.set(name, new Set([words]));
  }
  return new Map([...said].map(([name, words]) => [name, words.size]));
}
