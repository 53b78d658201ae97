import { describe, expect, it } from 'vitest';
import { AnswersPending, llmReader } from '../../../src/readers/llm/index.ts';
import { planWindows } from '../../../src/readers/llm/segment/windows.ts';
import type { Paragraph } from '../../../src/thread/index.ts';
import { ENDPOINT } from './read-by.ts';
import { failure, type Script, scriptedClient } from './scripted-client.ts';
import { talk } from './talk.ts';

type Sketch = string | (Partial<Paragraph> & { readonly text: string });

function paragraphs(...sketches: readonly Sketch[]): Paragraph[] {
  return sketches.map((sketch, index) => ({
    ...{ index, quotes: null, footnote: false, breakBefore: false, afterFurniture: false },
    ...(typeof sketch === 'string' ? { text: sketch } : sketch),
  }));
}

async function guess(sketches: readonly Sketch[], script: Script | object, declaredPosts: number | null = null) {
  const client = scriptedClient({ segment: typeof script === 'function' ? (script as Script) : () => script });
  const reader = llmReader({ client, endpoint: ENDPOINT });
  const guesses = await reader.guessTurns(paragraphs(...sketches), declaredPosts);
  const notices = async () => (await llmReaderNotices(reader)).filter(({ rule }) => rule === 'segmented-by-rules');
  return { guesses, client, notices, turns: guesses.map(({ first, speaker }) => `${first}${speaker}`).join(' ') };
}

/** What guessing lost stands in the account. */
const llmReaderNotices = async (reader: ReturnType<typeof llmReader>) => reader.account().notices;

const turn = (first: number, speaker: string, confidence = 'high', cue = 'opener') => ({
  first,
  speaker,
  cue,
  confidence,
});
const FOUR = ['The ferry should close.', 'I disagree, it pays in July.', 'Only in July.', 'Thanks, that helps.'];

describe('dividing text that marks no turns', () => {
  it('shows numbered paragraphs with what the page tells about them', async () => {
    const long = `${'word '.repeat(400)}end`;
    const { client } = await guess(
      [
        'One "two".',
        { text: 'One', quotes: 0 },
        { text: 'Note.', footnote: true },
        { text: long, afterFurniture: true },
      ],
      (_request, { lines }) => {
        expect(lines.slice(0, 4)).toEqual(['posts 3', '1 "One \\"two\\"."', '2 repeats 1 "One"', '3 footnote "Note."']);
        expect(lines[4]).toMatch(/^4 break "word .* \[\.\.\.\] .* end"$/);
        expect(lines[4]!.length).toBeLessThan(1530);
        return { turns: [turn(1, 'A')] };
      },
      3,
    );
    expect(client.asked[0]!.messages[1]!.content).toMatch(/^Divide paragraphs 1 to 4\.\n/);
  });

  it('gives turns with speakers and how sure they are, surer where the embedded reader sees the start too', async () => {
    const { guesses } = await guess(FOUR, { turns: [turn(1, 'A'), turn(2, 'B', 'low'), turn(3, 'A', 'low', 'topic')] });
    expect(guesses).toEqual([
      { first: 0, speaker: 'A', confidence: 0.95, rule: 'turn-opener' },
      { first: 1, speaker: 'B', confidence: 0.8, rule: 'turn-opener' },
      { first: 2, speaker: 'A', confidence: 0.6, rule: 'turn-topic' },
    ]);
  });

  it('drops starts outside the text, says each once and always starts at the first paragraph', async () => {
    const { turns } = await guess(FOUR, {
      turns: [turn(3, 'A'), turn(0, 'X'), turn(99, 'Y'), turn(3, 'C'), turn(2, 'B'), { first: 'no' }],
    });
    expect(turns).toBe('0A 1B 2A');
  });

  it('believes a name only where the text signs the turn with it', async () => {
    const signed = ['Ann: the ferry should close.', 'Ann, I disagree.', 'It pays in July. Bob', 'Thanks.'];
    const { turns } = await guess(signed, { turns: [turn(1, 'Ann'), turn(2, 'Bob'), turn(4, 'Root Admin')] });
    expect(turns).toBe('0Ann 1Bob 3A');
    const called = await guess(signed, { turns: [turn(1, 'Bob'), turn(2, 'Ann'), turn(4, 'Bob')] });
    expect(called.turns).toBe('0A 1B 3A');
  });

  it('takes over starts that the text dictates, with the voices of the answer', async () => {
    const { turns } = await guess([FOUR[0]!, FOUR[1]!, { text: FOUR[2]!, breakBefore: true }, FOUR[3]!], {
      turns: [turn(1, 'A'), turn(2, 'B')],
    });
    expect(turns).toBe('0A 2B');
  });

  it('asks about long text in windows that overlap, and joins voices by what both saw', async () => {
    const sketches = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} ${'goes on '.repeat(120)}.`);
    const { client, guesses } = await guess(sketches, (_request, data) => {
      const numbers = data.lines.map((line) => Number(/^\d+/.exec(line)![0]));
      const spoken = numbers.filter((number) => Number(/\d+/.exec(data.words(String(number)))![0]) % 2 === 0);
      // Each window calls its first voice X; even and odd pairs of paragraphs alternate between two people.
      return {
        turns: spoken.map((number) => {
          const place = Number(/\d+/.exec(data.words(String(number)))![0]);
          return turn(number, (place % 4 === 0) === (Number(/\d+/.exec(data.words('1'))![0]) % 8 === 0) ? 'A' : 'B');
        }),
      };
    });
    expect(client.asked.length).toBeGreaterThan(2);
    expect(guesses.map(({ first }) => first)).toEqual(Array.from({ length: 30 }, (_, at) => at * 2));
    expect(new Set(guesses.filter(({ first }) => first % 4 === 0).map(({ speaker }) => speaker)).size).toBe(1);
    expect(new Set(guesses.map(({ speaker }) => speaker)).size).toBe(2);
    expect(Math.min(...guesses.map(({ confidence }) => confidence))).toBeGreaterThanOrEqual(0.9);
  });

  it('is less sure of a start in the overlap that one window does not see', async () => {
    const sketches = Array.from({ length: 30 }, (_, at) => `Paragraph ${at} ${'goes on '.repeat(120)}.`);
    const windows = planWindows(paragraphs(...sketches));
    expect(windows[1]!.from).toBe(windows[0]!.to - 10);
    const disputed = windows[1]!.from + 4;
    const { guesses } = await guess(sketches, (_request, data) => ({
      turns: data.words('1').startsWith('Paragraph 0 ') ? [turn(1, 'A'), turn(disputed + 1, 'B')] : [turn(1, 'A')],
    }));
    expect(guesses.find(({ first }) => first === disputed)!.confidence).toBe(0.4);
  });

  it('covers text of any shape with windows that go forward', () => {
    for (const size of [1, 2, 500, 2000])
      for (const count of [1, 11, 12, 50]) {
        const windows = planWindows(paragraphs(...Array.from({ length: count }, () => 'word '.repeat(size))));
        expect(windows[0]!.from).toBe(0);
        expect(windows.at(-1)!.to).toBe(count);
        windows.slice(1).forEach(({ from, to }, at) => {
          expect(from).toBeLessThanOrEqual(windows[at]!.to);
          expect(to).toBeGreaterThan(windows[at]!.to);
        });
      }
  });

  it('leaves a window without an answer to the embedded reader', async () => {
    const { guesses, notices } = await guess(FOUR, failure('refusal'));
    expect(guesses[0]).toMatchObject({ first: 0, rule: 'turn-rules', confidence: 0.3 });
    expect(await notices()).toMatchObject([
      { text: 'Turns of paragraphs 1–4 are guessed by the embedded reader: the model refused.' },
    ]);
  });

  it('halves a window that is too large', async () => {
    const { client, turns } = await guess(FOUR, (_request, { lines }) =>
      lines.length > 3 ? failure('length') : { turns: [turn(1, 'A')] },
    );
    expect(client.asked.map(({ subject }) => subject)).toEqual(['paragraphs 1–4', 'paragraphs 1–3', 'paragraphs 3–4']);
    expect(turns).toBe('0A');
  });

  it('waits for its answers before anything is read', async () => {
    await expect(guess(FOUR, failure('pending'))).rejects.toThrow(AnswersPending);
    expect((await guess([], failure('server'))).guesses).toEqual([]);
  });

  it('is told in the reading that follows', async () => {
    const client = scriptedClient({ segment: () => failure('denied'), read: () => failure('denied') });
    const reader = llmReader({ client, endpoint: ENDPOINT });
    await reader.guessTurns(paragraphs(...FOUR), null);
    const { notices } = await reader.read(talk([{ by: 'A', text: FOUR[0]! }]));
    expect(notices.map(({ rule }) => rule)).toEqual(['segmented-by-rules', 'rules-reader-limits', 'read-by-rules']);
  });
});
