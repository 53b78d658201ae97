import type { Thread } from '../../../thread/index.ts';
import { fence, quoteWords } from '../data-block.ts';
import { countTokens } from '../make-request.ts';
import { chooseContext } from './choose-context.ts';
import { contextFinder, keyOf, type Place, type Standing, sentenceText } from './unit-context.ts';
import { sizeOfUnit, type Unit } from './units.ts';

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
  const writeContext = ({ index, at }: Place) => {
    const post = thread.posts[index]!;
    return `${names.get(post.speaker)} ${quoteWords(sentenceText(post, at), LONGEST_CONTEXT)}`;
  };
  return (unit, withContext) => {
    const standings = unit.turns.map((_, number) => context.stand(unit, number));
    const shown = withContext
      ? chooseContext(context.opening(unit), standings, (place) => countTokens(writeContext(place)), sizeOfUnit(unit))
      : [];
    const labels = new Map(shown.map((place, at) => [keyOf(place), `x${at + 1}`]));
    const places = new Map(shown.map((place, at) => [`x${at + 1}`, place]));
    const lines = thread.title === null ? [] : [`about ${quoteWords(thread.title, LONGEST_CONTEXT)}`];
    for (const place of shown) lines.push(`${labels.get(keyOf(place))} ${writeContext(place)}`);
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
  // That one turn follows another is plain to see; only what it answers is worth saying.
  const turn = standing.turn === null || standing.how === 'after' ? [] : [`${standing.turn + 1}`];
  const before = [...turn, ...ids];
  return before.length === 0 ? '' : ` ${standing.how} ${before.join(' ')}`;
}
