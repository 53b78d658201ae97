import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_KINDS, MOVE_TYPES, RELATION_TYPES, STANCES } from '../../../src/graph-file/index.ts';
import { llmReader, type Stage } from '../../../src/readers/llm/index.ts';
import { longThread } from './long-thread.ts';
import { plausibleRead, plausibleReconcile } from './plausible-model.ts';
import { ENDPOINT } from './read-by.ts';
import { type Scripted, scriptedClient } from './scripted-client.ts';
import { talk } from './talk.ts';
import { expectWellGrounded } from './well-grounded.ts';

const QUOTE = 'It loses money every year.';
const THREAD = talk([
  { by: 'Ann', text: `The ferry should close. ${QUOTE} Nobody counts the crew.` },
  {
    by: 'Bob',
    text: `${QUOTE}\nI agree, but close it in winter only. What do you say?`,
    quotes: [QUOTE],
    replyTo: 'p1',
  },
  { by: 'Ann', text: 'Winter only is fine if the crew stays. 10% of it.', replyTo: 'p2' },
]);

const id = fc.oneof(
  fc.constantFrom(
    '1.1',
    '1.2',
    '1.2b',
    '2.1',
    '2.2',
    '2.3',
    '3.1',
    '3.2',
    'x1',
    '1',
    'turn 2',
    '1.2>1.1',
    '2.2>1.1b',
    '9.9',
    '[1.1]',
    '',
  ),
  fc.string({ maxLength: 6 }),
);
const words = fc.constantFrom(
  ...THREAD.posts.flatMap(({ text }) => text.split(/(?<=[.?])\s/)),
  'ferry should',
  'no such words at all',
  '∆',
  '',
);
const junk = fc.oneof(fc.constant(null), fc.integer(), fc.string({ maxLength: 8 }), fc.constant({}), fc.constant([]));
const either = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: value as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: junk });
const link = fc.record({
  to: either(id),
  rel: either(fc.constantFrom(...RELATION_TYPES)),
  w: either(fc.constantFrom('strong', 'denied', 'reversed')),
});
const claim = fc.record({
  id: either(id),
  q: either(words),
  kind: either(fc.constantFrom(...CLAIM_KINDS)),
  stance: either(fc.constantFrom(...STANCES)),
  as: either(fc.option(id)),
  text: either(fc.option(words)),
  links: either(fc.array(either(link), { maxLength: 4 })),
});
const move = fc.record({
  s: either(id),
  q: either(words),
  move: either(fc.constantFrom(...MOVE_TYPES)),
  to: either(fc.option(id)),
});
const turn = fc.record({
  turn: either(fc.integer({ min: 0, max: 4 })),
  claims: either(fc.array(either(claim), { maxLength: 6 })),
  moves: either(fc.array(either(move), { maxLength: 4 })),
});
const read = fc.record({
  turns: either(fc.array(either(turn), { maxLength: 5 })),
  odds: either(
    fc.array(either(fc.record({ id: either(id), p: either(fc.double({ min: 0, max: 1, noNaN: true })) })), {
      maxLength: 3,
    }),
  ),
  terms: either(fc.array(either(fc.record({ id: either(id), term: either(words) })), { maxLength: 3 })),
});
const repair = fc.record({
  items: either(
    fc.array(either(fc.record({ item: either(fc.integer({ min: 0, max: 9 })), s: either(id), q: either(words) })), {
      maxLength: 6,
    }),
  ),
});
const reconcile = fc.record({
  pairs: either(
    fc.array(
      either(
        fc.record({
          pair: either(fc.integer({ min: 0, max: 9 })),
          verdict: either(fc.constantFrom('same', 'opposite', 'narrower', 'wider')),
        }),
      ),
      { maxLength: 9 },
    ),
  ),
  names: either(
    fc.array(either(fc.record({ claim: either(fc.integer({ min: 0, max: 9 })), text: either(words) })), {
      maxLength: 3,
    }),
  ),
});
/** Any object, as JSON, cut off, in prose; or no JSON at all. */
const reply = (object: fc.Arbitrary<object>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: object.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.tuple(object, fc.nat(400)).map(([value, cut]) => JSON.stringify(value).slice(0, cut)) },
    { weight: 1, arbitrary: object.map((value) => `Here you are: ${JSON.stringify(value)} and more {"turns":`) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string() },
  );

function reader(answers: Partial<Record<Stage, Scripted>>) {
  const scripts = Object.fromEntries(Object.entries(answers).map(([stage, text]) => [stage, () => text]));
  return llmReader({ client: scriptedClient(scripts), endpoint: ENDPOINT, unitTokens: 25 });
}

describe('whatever a model answers', () => {
  it('never throws, and nothing ungrounded is kept', async () => {
    await fc.assert(
      fc.asyncProperty(reply(read), reply(repair), reply(reconcile), async (first, second, third) => {
        const one = reader({ read: first, repair: second, reconcile: third });
        const judgements = await one.reconcile(THREAD, await one.read(THREAD));
        expectWellGrounded(THREAD, judgements);
        const { read: count, failed, skipped } = judgements.ledger.posts;
        expect(count + failed + skipped).toBe(3);
      }),
      { numRuns: 400 },
    );
  });

  it('in segments, second looks and wordings never throws either', async () => {
    const items = fc.record({
      items: either(
        fc.array(
          either(
            fc.record({
              item: either(fc.integer({ min: 0, max: 3 })),
              verdict: either(fc.constant('confirmed')),
              question: either(words),
              settled_by: either(words),
            }),
          ),
          { maxLength: 4 },
        ),
      ),
    });
    const turns = fc.record({
      turns: either(
        fc.array(
          either(
            fc.record({
              first: either(fc.integer({ min: -1, max: 9 })),
              speaker: either(fc.constantFrom('A', 'B', 'Ann', 'Root', '')),
              cue: either(fc.constant('opener')),
              confidence: either(fc.constant('high')),
            }),
          ),
          { maxLength: 6 },
        ),
      ),
    });
    const item = {
      id: 'k1',
      words: [
        { post: 'p1', start: 0, end: 23, speaker: 'Ann' },
        { post: 'p2', start: 27, end: 65, speaker: 'Bob' },
      ],
    };
    const paragraphs = THREAD.posts.map(({ text }, index) => ({
      index,
      text,
      quotes: null,
      footnote: false,
      breakBefore: false,
      afterFurniture: false,
    }));
    await fc.assert(
      fc.asyncProperty(reply(turns), reply(items), async (segment, look) => {
        const one = reader({ segment, review: look, name: look });
        const guesses = await one.guessTurns(paragraphs, null);
        expect(guesses[0]?.first).toBe(0);
        expect(guesses.every(({ first }, at) => at === 0 || (first > guesses[at - 1]!.first && first < 3))).toBe(true);
        expect(guesses.every(({ speaker }) => /^(?:[A-Z]{1,2}|\?|Voice \w+)$/.test(speaker))).toBe(true);
        const judged = {
          claims: [],
          moves: [],
          relations: [],
          sames: [],
          terms: [],
          names: [],
          disputes: [],
          notices: [],
        } as never;
        expect([...(await one.review(THREAD, judged, [item]))].every((id) => id === 'k1')).toBe(true);
        for (const { id, question } of await one.name(THREAD, judged, [item])) {
          expect(id).toBe('k1');
          expect(question.endsWith('?')).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same judgements whenever it is answered the same, in whatever order answers come', async () => {
    const thread = longThread(60, 255, 'tree');
    const readIn = async (delays: readonly number[]) => {
      const client = scriptedClient({ read: plausibleRead, reconcile: plausibleReconcile });
      let calls = 0;
      const late: typeof client = {
        ...client,
        async ask(request) {
          for (let turns = delays[calls++ % delays.length]!; turns > 0; turns--) await Promise.resolve();
          return client.ask(request);
        },
      };
      const one = llmReader({ client: late, endpoint: ENDPOINT });
      return one.reconcile(thread, await one.read(thread));
    };
    const expected = JSON.stringify(await readIn([0]));
    for (const delays of [
      [9, 1, 5, 0, 30],
      [3, 2, 1],
      [0, 50],
    ])
      expect(JSON.stringify(await readIn(delays))).toBe(expected);
  });
});
