import { splitSentences, words } from '../../text/index.ts';
import { contradicts } from './contradiction.ts';
import type { CueHit } from './turn-cues.ts';

const REACH = 6;

/**
 * Signs that a paragraph answers words of others: it denies the very sentence that the paragraph before ends with, or opens
 * with words that one of the paragraphs before used.
 */
export function echoCues(before: readonly string[], paragraph: string): CueHit[] {
  const sentences = splitSentences(paragraph);
  const first = sentences[0];
  if (!first) return [];
  const opening = paragraph.slice(first.start, first.end);
  const hits: CueHit[] = [];
  if (contradicts(lastSentence(before.at(-1) ?? ''), opening)) hits.push({ rule: 'contradiction', points: 4 });
  if (picksUp(before.slice(-REACH), words(opening))) hits.push({ rule: 'picks-up-words', points: 1.6 });
  return hits;
}

function lastSentence(text: string): string {
  const last = splitSentences(text).at(-1);
  return last ? text.slice(last.start, last.end) : '';
}

/** Four words in a row at the very start were said in a paragraph shortly before. */
function picksUp(before: readonly string[], opening: readonly string[]): boolean {
  const start = opening.slice(0, 4);
  if (start.length < 4 || start.join('').length < 14) return false;
  const wanted = ` ${start.join(' ')} `;
  return before.some((text) => ` ${words(text).join(' ')} `.includes(wanted));
}
