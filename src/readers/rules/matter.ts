import { contentWords } from '../../text/index.ts';

const TALK_WORDS = new Set(
  'agre disagre answer argu argument basic belief believ brief central claim confus core crux debat differ differenc disagreement discuss discussion disput explain feel first guess heart help here issu key main matter mean mind mostly objection opinion our part perhap point position possibl quit question real reason repl respond root say second sens side sort suppos think thought third thread try turn view'.split(
    ' ',
  ),
);

/** How many words of a text carry matter, not talk about the talk. */
export function countMatter(text: string): number {
  return countMatterOf(contentWords(text));
}

/** The same for content words that are at hand. */
export function countMatterOf(content: readonly string[]): number {
  return new Set(content.filter((word) => !TALK_WORDS.has(word))).size;
}
