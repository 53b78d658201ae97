import { contentWords } from '../../text/index.ts';

const TALK_WORDS = new Set(
  'agre disagre answer argu argument basic belief believ brief central claim confus core crux debat differ differenc disagreement discuss discussion disput explain feel first guess heart help here issu key main matter mean mind mostly objection opinion our part perhap point position possibl question real reason repl respond root say second sens side sort suppos think thought third thread try turn view'.split(
    ' ',
  ),
);

/** Words of a sentence that carry matter, not talk about the talk. */
export function countMatter(text: string): number {
  return new Set(contentWords(text).filter((word) => !TALK_WORDS.has(word))).size;
}
