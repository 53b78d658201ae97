import { contradicts } from './contradiction.ts';
import { type DisputeField, MOST_CLAIMS } from './dispute-field.ts';
import { topicNamed } from './named-topic.ts';
import type { OwnSentence } from './own-sentences.ts';
import { type Reading, statesMatter } from './reading.ts';

/** Words of one speaker and the words of another that answer just these. */
export interface DirectAnswer {
  readonly own: OwnSentence | null;
  readonly other: readonly OwnSentence[];
}

const REACH = 6;

/**
 * Who answers the paragraph of a sentence by more than standing near it: the next turn opens by denying its last sentence, or
 * a later paragraph of another voice opens by naming what it answers ("On your second place: no").
 */
export function findDirectAnswer(field: DisputeField, sentence: OwnSentence): DirectAnswer | null {
  return denialBehind(field.reading, sentence) ?? namedAnswer(field, sentence);
}

function denialBehind(reading: Reading, { post, block }: OwnSentence): DirectAnswer | null {
  const said = reading.ofPost.get(post.id)!.at(-1)!;
  const next = reading.thread.posts[reading.position.get(post.id)! + 1];
  const answer = next && next.speaker !== post.speaker ? (reading.ofPost.get(next.id) ?? []) : [];
  const opening = answer[0];
  if (said.block !== block || !opening || !contradicts(said.text, opening.text)) return null;
  const view = answer.slice(1).find((each) => each.block === opening.block && statesMatter(reading, each));
  return { own: said, other: [opening, ...(view ? [view] : [])].slice(0, MOST_CLAIMS) };
}

function namedAnswer({ reading, setAside }: DisputeField, { post, block }: OwnSentence): DirectAnswer | null {
  const paragraph = reading.ofPost.get(post.id)!.filter((each) => each.block === block);
  const named = new Set(paragraph.flatMap(({ content }) => content));
  const at = reading.position.get(post.id)!;
  for (const later of reading.thread.posts.slice(at + 1, at + 1 + REACH)) {
    if (later.speaker === post.speaker) continue;
    const sentences = reading.ofPost.get(later.id) ?? [];
    const opening = sentences.find((each) => {
      const topic = topicNamed(each.plain);
      return topic.length > 0 && topic.every((word) => named.has(word));
    });
    if (!opening) continue;
    const telling = sentences.filter(
      (each) => each.block === opening.block && each.start >= opening.start && statesMatter(reading, each),
    );
    const other = telling.filter((each) => !setAside.has(each)).slice(0, MOST_CLAIMS);
    if (other.length > 0) return { own: null, other };
  }
  return null;
}
