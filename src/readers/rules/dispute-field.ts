import type { AimedMove } from './aim-moves.ts';
import type { OwnSentence } from './own-sentences.ts';
import type { Reading } from './reading.ts';

/** What the search for disputes stands on: the reading, its moves by sentence, and what speakers declare to be beside the point. */
export interface DisputeField {
  readonly reading: Reading;
  readonly movesOf: ReadonlyMap<OwnSentence, readonly AimedMove[]>;
  readonly setAside: ReadonlySet<OwnSentence>;
}

/** Most claims that a side of a dispute cites. */
export const MOST_CLAIMS = 2;

/** Words by which a speaker puts forward a view of their own. */
export const OWN_VIEW =
  /\b(?:my (?:[\w']+ )?(?:view|reading|prediction|expectation|bet|hope|fear|claim|position|answer|point|guess|argument|worry|concern)|i(?:'m| am)? (?:[\w']+ )?(?:sure|certain|convinced|think|believe|expect|suspect|predict|doubt|hold|maintain|argue|see|find|want)|i'd (?:argue|say|guess|rather)|in my opinion|imo|why (?:do|would) you|wouldn't you)\b/;

export function openField(reading: Reading, moves: readonly AimedMove[]): DisputeField {
  const movesOf = new Map<OwnSentence, AimedMove[]>();
  for (const move of moves) movesOf.set(move.sentence, [...(movesOf.get(move.sentence) ?? []), move]);
  return { reading, movesOf, setAside: sentencesSetAside(reading, moves) };
}

/** Whether a sentence takes something on rather than standing against it. */
export function grants({ movesOf }: DisputeField, sentence: OwnSentence): boolean {
  return (
    movesOf.get(sentence)?.some(({ type }) => type === 'agree' || type === 'concede' || type === 'update') ?? false
  );
}

/** Sentences that a speaker declares to be beside the point: the sentence itself, and a list that it announces. */
function sentencesSetAside(reading: Reading, moves: readonly AimedMove[]): Set<OwnSentence> {
  const aside = new Set<OwnSentence>();
  for (const { type, sentence } of moves) {
    if (type !== 'scope') continue;
    aside.add(sentence);
    if (!/:["')]*$/.test(sentence.plain)) continue;
    for (const each of reading.ofPost.get(sentence.post.id)!) if (each.start > sentence.start) aside.add(each);
  }
  return aside;
}
