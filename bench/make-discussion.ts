/** A seeded source of numbers in [0, 1): the same seed gives the same discussion. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const NAMES = ['Ann', 'Bob', 'Cy', 'Dora', 'Eli', 'Fay', 'Gus', 'Hedda', 'Ivo', 'Jo', 'Kit', 'Lea'];
const OPENERS = [
  'I think',
  'I agree that',
  'However,',
  'My guess is that',
  'For this reason',
  'I doubt that',
  'Perhaps',
  'It turns on whether',
  'For example,',
  'In my view',
];
const NOUNS =
  'ferry bridge council budget winter clinic harbour quay storm fare crew hull engine school road timetable island vote petition engineer figure survey'.split(
    ' ',
  );
const VERBS =
  'carries costs saves blocks needs replaces improves delays funds serves closes opens moves reaches helps'.split(' ');
const REST =
  'in the long run|for most families|on weekdays|after the storms of march|without any doubt|as far as anybody can tell|in a cold year|at half the price|before the next election'.split(
    '|',
  );

/** A Markdown discussion with `## Name` headings, quotes of earlier posts, lists, emphasis and links; about `bytes` long, or of `posts` posts. */
export function makeDiscussion(size: { readonly bytes?: number; readonly posts?: number }): string {
  const next = seeded(7);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
  const sentence = () => {
    const words = `${pick(OPENERS)} the ${pick(NOUNS)} ${pick(VERBS)} the ${pick(NOUNS)} ${pick(REST)}, and the ${pick(NOUNS)} number ${Math.floor(next() * 9000)} ${pick(VERBS)} the *${pick(NOUNS)}*.`;
    return words[0]!.toUpperCase() + words.slice(1);
  };
  const parts: string[] = [];
  const said: string[] = [];
  let length = 0;
  for (let post = 0; size.posts === undefined ? length < size.bytes! : post < size.posts; post++) {
    const blocks = [`## ${pick(NAMES)}`];
    if (said.length > 0 && next() < 0.5)
      blocks.push(`> ${said[Math.max(0, said.length - 1 - Math.floor(next() * 8))]}`);
    const count = 1 + Math.floor(next() * 3);
    for (let at = 0; at < count; at++) blocks.push([sentence(), sentence(), sentence()].join(' '));
    if (next() < 0.15) blocks.push(`- ${sentence()}\n- ${sentence()}`);
    if (next() < 0.1) blocks.push(`See [the ${pick(NOUNS)} report](https://example.org/${Math.floor(next() * 1000)}).`);
    said.push(blocks.find((block) => /^[A-Z]/.test(block))!.split('. ')[0]!);
    const text = blocks.join('\n\n');
    parts.push(text);
    length += text.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}
