import { describe, expect, it } from 'vitest';
import { planUnits } from '../../../src/readers/llm/read/units.ts';
import { sheetWriter } from '../../../src/readers/llm/read/write-unit.ts';
import type { Thread } from '../../../src/thread/index.ts';
import { longThread } from './long-thread.ts';
import { talk } from './talk.ts';

const QUOTE = 'It loses money every year.';
const POSTS = [
  { by: 'Ann', text: `The ferry should be closed by the council. ${QUOTE} Nobody counts the crew. We shall see.` },
  { by: 'Bob', text: `${QUOTE}\nWhat about the crew,\n"the" crew\\?`, quotes: [QUOTE], replyTo: 'p1' },
  { by: 'Ann', text: 'The crew is paid by the county.', replyTo: 'p2' },
];

function write(thread: Thread, posts: readonly number[], withContext = true) {
  const turns = posts.map((index) => {
    const post = thread.posts[index]!;
    return { post, index, from: 0, to: post.sentences.length };
  });
  const sheet = sheetWriter(thread)({ turns }, withContext);
  const lines = sheet.user.split('\n');
  return { ...sheet, ask: lines[0], marker: lines[1]!, last: lines.at(-1), lines: lines.slice(2, -1) };
}

describe('a call to read', () => {
  it('shows turns with sentences by local ids, quotations marked, one line each', () => {
    const { ask, marker, last, lines } = write(talk(POSTS, 'The "ferry"'), [0, 1]);
    expect(ask).toBe('Label turns 1 to 2.');
    expect(marker).toMatch(/^===== [0-9a-f]{16} =====$/);
    expect(last).toBe(marker);
    expect(lines).toEqual([
      'about "The \\"ferry\\""',
      'turn 1 "Ann"',
      '1.1 "The ferry should be closed by the council."',
      '1.2 "It loses money every year."',
      '1.3 "Nobody counts the crew."',
      '1.4 "We shall see."',
      'turn 2 "Bob" answers 1',
      '2.1 > "It loses money every year."',
      '2.2 "What about the crew,"',
      '2.3 "\\"the\\" crew\\\\?"',
    ]);
  });

  it('shows of what stands before the unit only the opening and the nearest sentences of what is answered', () => {
    const { lines, places } = write(talk(POSTS), [2]);
    expect(lines).toEqual([
      'x1 "Ann" "The ferry should be closed by the council."',
      'x2 "Bob" "What about the crew,"',
      'x3 "Bob" "\\"the\\" crew\\\\?"',
      'turn 1 "Ann" answers x2 x3',
      '1.1 "The crew is paid by the county."',
    ]);
    expect(places.get('x2')).toEqual({ index: 1, at: 1 });
    expect(places.get('1.1')).toEqual({ index: 2, at: 0 });
    expect(write(talk(POSTS), [2], false).lines).toEqual(['turn 1 "Ann"', '1.1 "The crew is paid by the county."']);
  });

  it('shows what a turn quotes, and the turn before where the source names no parent', () => {
    const built = talk(POSTS.map(({ by, text, quotes = [] }) => ({ by, text, quotes })));
    const quoting = {
      ...built.posts[1]!,
      quotes: [{ ...built.posts[1]!.quotes[0]!, of: { post: 'p1', start: 43, end: 69 } }],
    };
    const thread = { ...built, posts: [built.posts[0]!, quoting, built.posts[2]!] };
    expect(write(thread, [1]).lines.slice(0, 4)).toEqual([
      'x1 "Ann" "The ferry should be closed by the council."',
      'x2 "Ann" "It loses money every year."',
      'x3 "Ann" "Nobody counts the crew."',
      'turn 1 "Bob" after x2 x3 x1',
    ]);
    expect(write(thread, [2]).lines).toContain('turn 1 "Ann" after x2 x3');
  });

  it('is the same wherever in a thread the posts stand, and another for other words', () => {
    const opening = { by: 'Zoe', text: 'Hello there.' };
    const others = longThread(3, 50, 'chain').posts.map(({ speaker, text }) => ({ by: speaker, text, replyTo: 'p1' }));
    const here = write(talk([opening, { ...POSTS[0]!, replyTo: 'p1' }, { ...POSTS[1]!, replyTo: 'p2' }]), [1, 2]);
    const there = write(
      talk([opening, ...others, { ...POSTS[0]!, replyTo: 'p1' }, { ...POSTS[1]!, replyTo: 'p5' }]),
      [4, 5],
    );
    expect(there.user).toBe(here.user);
    expect(write(talk([opening, { ...POSTS[0]!, text: 'Other words.' }, POSTS[1]!]), [1, 2]).marker).not.toBe(
      here.marker,
    );
  });

  it('says where a long post goes on', () => {
    const text = Array.from({ length: 400 }, (_, at) => `This is sentence number ${at} of a very long article.`).join(
      ' ',
    );
    const thread = talk([{ by: 'Ann', text }]);
    const [, second] = planUnits(thread);
    const { user } = sheetWriter(thread)(second!, true);
    const lines = user.split('\n');
    expect(lines.slice(2, 8).map((line) => line.replace(' of a very long article.', ''))).toEqual([
      'x1 "Ann" "This is sentence number 0"',
      'x2 "Ann" "This is sentence number 1"',
      'x3 "Ann" "This is sentence number 211"',
      'x4 "Ann" "This is sentence number 212"',
      'x5 "Ann" "This is sentence number 213"',
      'turn 1 "Ann" continues x3 x4 x5',
    ]);
  });

  it('spends at most about a fifth of a unit on context', () => {
    const thread = longThread(200, 255, 'tree');
    const writeSheet = sheetWriter(thread);
    for (const unit of planUnits(thread)) {
      const more = writeSheet(unit, true).user.length - writeSheet(unit, false).user.length;
      const own = unit.turns.reduce((sum, { post }) => sum + post.text.length, 0);
      expect(more / own).toBeLessThan(0.27);
    }
  });

  it('leaves out signs that nobody sees and shortens what is endless', () => {
    const thread = talk([
      { by: 'A\u202Enn', text: `Pay\u200Bday \u{E0041}is \u001b[31mtoday.\n${'word '.repeat(4000)}` },
    ]);
    const { lines } = write(thread, [0]);
    expect(lines[0]).toBe('turn 1 "Ann"');
    expect(lines[1]).toBe('1.1 "Payday is today."');
    expect(lines[2]!.length).toBeLessThan(6020);
  });
});
