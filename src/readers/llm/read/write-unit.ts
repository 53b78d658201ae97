import type { Thread } from '../../../thread/index.ts';
import { fence, quoteWords } from '../data-block.ts';
import { contextFinder, type Place, type Standing, sentenceText } from './unit-context.ts';
import type { Unit } from './units.ts';

/** A call's data and what its ids mean. Ids are local to the call, so that equal posts make equal calls wherever they stand. */
export interface Sheet {
  readonly user: string;
  /** By the id of a sentence (`2.1`, `x1`). */
  readonly places: ReadonlyMap<string, Place>;
  readonly hasContext: boolean;
}

export type SheetWriter = (unit: Unit, withContext: boolean) => Sheet;

const LONGEST_SENTENCE = 6000;
const LONGEST_CONTEXT = 240;
const LONGEST_NAME = 40;

/** Writes units of a thread as calls. */
export function sheetWriter(thread: Thread): SheetWriter {
  const context = contextFinder(thread);
  const names = new Map(thread.speakers.map(({ id, name }) => [id, quoteWords(name, LONGEST_NAME)]));
  return (unit, withContext) => {
    const standings = unit.turns.map((_, number) => context.stand(unit, number));
    const shown = withContext
      ? inOrder([...context.opening(unit), ...standings.flatMap((one) => one?.places ?? [])])
      : [];
    const labels = new Map(shown.map((place, at) => [keyOf(place), `x${at + 1}`]));
    const places = new Map(shown.map((place, at) => [`x${at + 1}`, place]));
    const lines = thread.title === null ? [] : [`about ${quoteWords(thread.title, LONGEST_CONTEXT)}`];
    for (const place of shown) {
      const post = thread.posts[place.index]!;
      const words = quoteWords(sentenceText(post, place.at), LONGEST_CONTEXT);
      lines.push(`${labels.get(keyOf(place))} ${names.get(post.speaker)} ${words}`);
    }
    for (const [number, { post, index, from, to }] of unit.turns.entries()) {
      lines.push(`turn ${number + 1} ${names.get(post.speaker)}${writeStanding(standings[number]!, labels)}`);
      for (let at = from; at < to; at++) {
        const id = `${number + 1}.${at - from + 1}`;
        const { quoted, block } = post.sentences[at]!;
        const mark = quoted ? ' >' : post.blocks[block]?.kind === 'heading' ? ' #' : '';
        places.set(id, { index, at });
        lines.push(`${id}${mark} ${quoteWords(sentenceText(post, at), LONGEST_SENTENCE)}`);
      }
    }
    const count = unit.turns.length;
    const ask = count === 1 ? 'Label turn 1.' : `Label turns 1 to ${count}.`;
    return { user: `${ask}\n${fence(lines)}`, places, hasContext: shown.length > 0 };
  };
}

function writeStanding(standing: Standing | null, labels: ReadonlyMap<string, string>): string {
  if (!standing) return '';
  const ids = standing.places.flatMap((place) => labels.get(keyOf(place)) ?? []);
  const before = [...(standing.turn === null ? [] : [`${standing.turn + 1}`]), ...ids];
  return before.length === 0 ? '' : ` ${standing.how} ${before.join(' ')}`;
}

/** Each place once, as they stand in the thread. */
function inOrder(places: readonly Place[]): Place[] {
  const unique = new Map(places.map((place) => [keyOf(place), place]));
  return [...unique.values()].sort((a, b) => a.index - b.index || a.at - b.at);
}

function keyOf({ index, at }: Place): string {
  return `${index}.${at}`;
}
