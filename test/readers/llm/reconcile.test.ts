import { describe, expect, it } from 'vitest';
import type { Judgements } from '../../../src/readers/index.ts';
import { llmReader } from '../../../src/readers/llm/index.ts';
import { pickPairs } from '../../../src/readers/llm/reconcile/pick-pairs.ts';
import type { Thread } from '../../../src/thread/index.ts';
import { sketchJudgements } from '../../helpers/judgements.ts';
import { longThread } from './long-thread.ts';
import { plausibleRead } from './plausible-model.ts';
import { ENDPOINT, readBy } from './read-by.ts';
import { failure, type Script, scriptedClient } from './scripted-client.ts';
import { talk } from './talk.ts';
import { expectWellGrounded } from './well-grounded.ts';

// Units of 8 tokens: one post each.
const UNIT = 8;
const THREAD = talk([
  { by: 'Ann', text: 'The ferry loses money.' },
  { by: 'Bob', text: 'So the ferry loses money?' },
  { by: 'Cy', text: 'The ferry earns money.' },
  { by: 'Di', text: 'The old ferry loses money.' },
  { by: 'Ed', text: 'Bridges are ugly things.' },
]);
const JUDGED = sketchJudgements(THREAD, {
  claims: {
    ann: ['p1', 'The ferry loses money.'],
    bob: ['p2', 'So the ferry loses money?', 'reported'],
    cy: ['p3', 'The ferry earns money.'],
    di: ['p4', 'The old ferry loses money.'],
    ed: ['p5', 'Bridges are ugly things.'],
  },
});

async function reconcile(script: Script | object, judged: Judgements = JUDGED, thread: Thread = THREAD) {
  const client = scriptedClient({ reconcile: typeof script === 'function' ? (script as Script) : () => script });
  const reader = llmReader({ client, endpoint: ENDPOINT, unitTokens: UNIT });
  return { client, judgements: await reader.reconcile(thread, judged) };
}

describe('comparing claims', () => {
  it('asks about likely pairs of different units, each claim once', async () => {
    const { client } = await reconcile((_request, { lines }) => {
      expect(lines).toEqual([
        '1 "The ferry loses money."',
        '2 "The ferry earns money."',
        '3 "The old ferry loses money."',
        'pair 1: 1 2',
        'pair 2: 1 3',
        'pair 3: 2 3',
      ]);
      return { pairs: [], names: [] };
    });
    expect(client.asked).toHaveLength(1);
  });

  it('joins what is the same or opposite, and keeps what is narrower as such', async () => {
    const { judgements } = await reconcile({
      pairs: [
        { pair: 1, verdict: 'opposite' },
        { pair: 2, verdict: 'narrower' },
        { pair: 3, verdict: 'different' },
        { pair: 4, verdict: 'same' },
      ],
      names: [],
    });
    expect(judgements.sames).toEqual([{ a: 'ann', b: 'cy', polarity: -1, rule: 'llm-reconcile' }]);
    expect(judgements.relations).toMatchObject([
      { from: 'di', to: 'ann', type: 'narrows', post: 'p4', endorsed: 'holds' },
    ]);
    expectWellGrounded(THREAD, judgements);
  });

  it('gives a wider claim the narrower one the other way round', async () => {
    const { judgements } = await reconcile({ pairs: [{ pair: 2, verdict: 'wider' }], names: [] });
    expect(judgements.relations).toMatchObject([{ from: 'ann', to: 'di', type: 'narrows', post: 'p1' }]);
  });

  it('has no verdict where there are two, or none of the list', async () => {
    const { judgements } = await reconcile({
      pairs: [
        { pair: 1, verdict: 'same' },
        { pair: 1, verdict: 'opposite' },
        { pair: 2, verdict: 'identical' },
      ],
      names: [],
    });
    expect(judgements.sames).toEqual([]);
  });

  it('takes wordings of joined claims only, made of their words', async () => {
    const pairs = [{ pair: 2, verdict: 'same' }];
    const names = [
      { claim: 1, text: 'The old ferry loses money' },
      { claim: 2, text: 'The ferry earns money' },
      { claim: 3, text: 'Subscribe to our newsletter now' },
      { claim: 9, text: 'The ferry loses money' },
    ];
    expect((await reconcile({ pairs, names })).judgements.names).toEqual([
      { claim: 'ann', text: 'The old ferry loses money' },
    ]);
    const named = { ...JUDGED, names: [{ claim: 'ann', text: 'Ferries lose money' }] };
    expect((await reconcile({ pairs, names }, named)).judgements.names).toEqual([
      { claim: 'ann', text: 'Ferries lose money' },
    ]);
  });

  it('leaves out claims that already stand on another one', async () => {
    const judged = { ...JUDGED, sames: [{ a: 'di', b: 'ann', polarity: 1 as const, rule: 'llm' }] };
    const { client } = await reconcile({ pairs: [], names: [] }, judged);
    expect(client.asked[0]!.messages[1]!.content).toContain('Compare pairs 1 to 1.');
    expect((await reconcile({}, { ...JUDGED, claims: [] })).client.asked).toEqual([]);
  });

  it('goes on without a call that fails, and halves one that is too large', async () => {
    const failed = await reconcile(failure('rate-limit', '429'));
    expect(failed.judgements.notices).toEqual([
      {
        rule: 'not-reconciled',
        post: null,
        text: '3 pairs of claims were not compared: the server allows no more requests (429).',
      },
    ]);
    const halved = await reconcile((_request, { lines }) =>
      lines.some((line) => line.startsWith('pair 2'))
        ? failure('context')
        : { pairs: [{ pair: 1, verdict: 'same' }], names: [] },
    );
    expect(halved.judgements.sames).toHaveLength(3);
    expect(halved.client.asked).toHaveLength(5);
  });
});

describe('picking pairs', () => {
  it('costs at most twenty pairs a unit and forty a call', async () => {
    const thread = longThread(100, 255, 'chain');
    const { judgements, client } = await readBy(thread, {
      read: plausibleRead,
      reconcile: () => ({ pairs: [], names: [] }),
    });
    const units = client.of('read').length;
    const pairs = pickPairs(thread, judgements, 3000).flat();
    expect(pairs.length).toBeLessThanOrEqual(20 * units);
    expect(client.of('reconcile').length).toBeLessThanOrEqual(Math.ceil(units / 2));
    const seen = pairs.map((pair) => pair.map(({ claim }) => claim.id).join());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is not changed by what is said later', async () => {
    const long = longThread(60, 255, 'tree');
    const short = { ...long, posts: long.posts.slice(0, 59) };
    const read = async (thread: Thread) => {
      const { client } = await readBy(thread, { read: plausibleRead, reconcile: () => ({ pairs: [], names: [] }) });
      return client;
    };
    const [before, after] = [await read(short), await read(long)];
    const known = new Set(before.asked.map(({ key }) => key));
    const fresh = after.asked.filter(({ key }) => !known.has(key)).map(({ stage }) => stage);
    expect(fresh).toEqual(['read', 'reconcile']);
  });
});
