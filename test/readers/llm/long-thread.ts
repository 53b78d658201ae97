import type { Thread } from '../../../src/thread/index.ts';
import { talk } from './talk.ts';

const SUBJECTS =
  'ferry boat crossing harbour council budget crew engine fare timetable bridge toll island school market'.split(' ');
const VERBS = 'costs saves needs loses brings changes blocks delays helps replaces'.split(' ');
const OBJECTS =
  'money jobs tourists fuel winters repairs weekends farmers deliveries votes evenings children lorries permits insurance noise'.split(
    ' ',
  );
const TAILS = [
  'because nobody counted it last year',
  'although the report says otherwise',
  'whenever the wind turns to the west',
  'and that will not change before spring',
  'if you look at the figures from July',
  'so I would rather wait for the survey',
];

/** Numbers that look random and are the same every time (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** How a post of a long thread answers: the post before, any earlier one, or the first. */
export type Shape = 'chain' | 'tree' | 'flat';

/** A discussion of `count` posts by seven named people with at least `tokens` tokens (of four bytes) each. */
export function longThread(count: number, tokens: number, shape: Shape): Thread {
  const next = numbers(17);
  const pick = (words: readonly string[]) => words[next(words.length)]!;
  const sentence = () =>
    `The ${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} for the ${pick(SUBJECTS)} on ${pick(OBJECTS)}, ${pick(TAILS)}.`;
  const posts = Array.from({ length: count }, (_, at) => {
    let text = sentence();
    while (text.length < tokens * 4) text += ` ${sentence()}`;
    const by = ['Ann', 'Bob', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'][at === 0 ? 0 : (at * 3 + next(2)) % 7]!;
    const parent = shape === 'chain' ? at : shape === 'flat' ? 1 : 1 + next(at);
    return at === 0 ? { by, text } : { by, text, replyTo: `p${parent}` };
  });
  return talk(posts, 'What is to become of the ferry');
}
