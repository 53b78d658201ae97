import { contentWords, stripForTerminal } from '../../text/index.ts';

const MOST_WORDS = 40;

/**
 * A wording by the model as one line, or null where it is not fit to show: empty, long, with a link, or with less than
 * `share` of its content words among those of the text. So no text can have words put into the result that nobody said.
 */
export function acceptWording(wording: string, held: ReadonlySet<string>, share: number): string | null {
  const line = stripForTerminal(wording).replace(/\s+/g, ' ').trim();
  const words = contentWords(line);
  if (words.length === 0 || line.split(' ').length > MOST_WORDS || /https?:|www\./i.test(line)) return null;
  return words.filter((word) => held.has(word)).length >= share * words.length ? line : null;
}

/** The content words of texts, to hold a wording against. */
export function wordsOf(texts: Iterable<string>): ReadonlySet<string> {
  const held = new Set<string>();
  for (const text of texts) for (const word of contentWords(text)) held.add(word);
  return held;
}
