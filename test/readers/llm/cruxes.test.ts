import { describe, expect, it } from 'vitest';
import type { CruxInWords, SharedInWords } from '../../../src/readers/index.ts';
import { AnswersPending, type LlmReaderOptions, llmReader } from '../../../src/readers/llm/index.ts';
import { sketchJudgements } from '../../helpers/judgements.ts';
import { ENDPOINT } from './read-by.ts';
import { failure, type Script, scriptedClient } from './scripted-client.ts';
import { talk } from './talk.ts';

const THREAD = talk([
  { by: 'Ann', text: 'Hear me out. The ferry loses money. Close it.' },
  { by: 'Bob', text: 'You only see the winter. Over a year it breaks even.' },
]);
const words = (post: string, text: string) => {
  const { id, speaker, text: own } = THREAD.posts.find((one) => one.id === post)!;
  return { post: id, speaker, start: own.indexOf(text), end: own.indexOf(text) + text.length };
};
const ITEM: CruxInWords = {
  id: 'k1',
  words: [words('p1', 'The ferry loses money.'), words('p2', 'Over a year it breaks even.')],
};
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...ITEM, id: `k${at + 1}` }));
const judged = sketchJudgements(THREAD, {});

function reader(script: Script | object, options: Partial<LlmReaderOptions> = {}) {
  const answer = typeof script === 'function' ? (script as Script) : () => script;
  const client = scriptedClient({ review: answer, shared: answer, name: answer });
  const built = llmReader({ client, endpoint: ENDPOINT, ...options });
  return {
    client,
    review: async (items: readonly CruxInWords[]) => [...(await built.review(THREAD, judged, items))],
    confirm: async (items: readonly SharedInWords[]) =>
      [...(await built.confirmShared(THREAD, judged, items))].map(([id, { whole, part }]) => [
        id,
        [...whole],
        [...part],
      ]),
    name: (items: readonly CruxInWords[]) => built.name(THREAD, judged, items),
    notices: () => built.account().notices.map(({ rule, text }) => `${rule}: ${text}`),
  };
}

describe('the second look', () => {
  it('sees the words on the sides with their neighbours and who spoke to whom, and no labels or views', async () => {
    const { review, client } = reader((_request, { lines }) => {
      expect(lines).toEqual([
        'item 1',
        '"Bob" speaks next after "Ann"',
        '("Ann" "Hear me out.")',
        '"Ann" "The ferry loses money."',
        '("Ann" "Close it.")',
        '("Bob" "You only see the winter.")',
        '"Bob" "Over a year it breaks even."',
      ]);
      return { items: [{ item: 1, verdict: 'confirmed' }] };
    });
    expect(await review([{ ...ITEM, views: new Map([['Ann', 'yes']]) }])).toEqual(['k1']);
    expect(client.asked).toHaveLength(1);
  });

  it('confirms only what has exactly one clear verdict', async () => {
    const { review, notices } = reader({
      items: [
        { item: 1, verdict: 'confirmed' },
        { item: 2, verdict: 'doubtful' },
        { item: 3, verdict: 'refuted' },
        { item: 4, verdict: 'confirmed' },
        { item: 4, verdict: 'refuted' },
        { item: 5, verdict: 'yes' },
        { item: 7, verdict: 'confirmed' },
      ],
    });
    expect(await review(many(6))).toEqual(['k1']);
    expect(notices()).toEqual([
      'not-confirmed: A second look did not confirm 5 of 6 disagreements; they were taken out.',
    ]);
  });

  it('leaves the first look as it is where none could be had, and says so', async () => {
    const { review, notices } = reader((_request, { lines }) =>
      lines.includes('item 10') ? failure('server', '500') : { items: [{ item: 1, verdict: 'confirmed' }] },
    );
    expect(await review(many(12))).toEqual([...many(10), { id: 'k11' }].map(({ id }) => id));
    expect(notices()).toEqual([
      'not-reviewed: 10 disagreements had no second look: the server failed (500).',
      'not-confirmed: A second look did not confirm 1 of 12 disagreements; they were taken out.',
    ]);
  });

  it('can be switched off, and waits for its answers', async () => {
    const off = reader(failure('server'), { review: false });
    expect(await off.review(many(2))).toEqual(['k1', 'k2']);
    expect(off.client.asked).toEqual([]);
    await expect(reader(failure('pending')).review([ITEM])).rejects.toThrow(AnswersPending);
  });
});

describe('the second look at what is shared', () => {
  const shared = (count: number): SharedInWords[] =>
    many(count).map((item) => ({ ...item, says: 'The ferry loses money', how: 'in part' }));

  it('sees the claim, how it is said to be held, and the words of each', async () => {
    const { confirm } = reader((_request, { lines }) => {
      expect(lines.slice(0, 5)).toEqual([
        'item 1',
        'in part "The ferry loses money"',
        '"Bob" speaks next after "Ann"',
        '("Ann" "Hear me out.")',
        '"Ann" "The ferry loses money."',
      ]);
      return { items: [{ item: 1, hold: ['Bob', 'Ann'], part: [] }] };
    });
    expect(await confirm(shared(1))).toEqual([['k1', ['Ann', 'Bob'], []]]);
  });

  it('confirms only who is named, of those whose words it showed', async () => {
    const { confirm, notices } = reader({
      items: [
        { item: 1, hold: ['Ann'], part: ['Ann', 'Bob'] },
        { item: 2, hold: ['Bob', 'Zoe'], part: ['Zoe'] },
        { item: 3, hold: 'Ann' },
        { item: 4, hold: ['Ann', 'Bob'] },
        { item: 4, hold: ['Ann'] },
      ],
    });
    expect(await confirm(shared(5))).toEqual([
      ['k1', ['Ann'], ['Bob']],
      ['k2', ['Bob'], []],
      ['k3', [], []],
      ['k4', ['Ann'], []],
      ['k5', [], []],
    ]);
    expect(notices()).toEqual([
      'not-confirmed: A second look did not confirm 5 of 5 agreements as they stood; it was followed.',
    ]);
  });

  it('leaves the first look as it is where none could be had or none is wanted', async () => {
    const failing = reader(failure('server', '500'));
    expect(await failing.confirm(shared(1))).toEqual([['k1', ['Ann', 'Bob'], []]]);
    expect(failing.notices()).toEqual(['not-reviewed: 1 agreement had no second look: the server failed (500).']);
    const off = reader(failure('server'), { review: false });
    expect(await off.confirm(shared(1))).toEqual([['k1', ['Ann', 'Bob'], []]]);
    expect(off.client.asked).toEqual([]);
  });
});

describe('wording cruxes', () => {
  it('takes a question made of the words on the sides, and what would settle it', async () => {
    const { name } = reader({
      items: [
        {
          item: 1,
          question: 'Does the ferry lose money over a year?',
          yes: 'Ann',
          no: 'Bob',
          kind: 'fact',
          settled_by: 'The accounts of the ferry.',
        },
      ],
    });
    expect(await name([ITEM])).toEqual([
      { id: 'k1', question: 'Does the ferry lose money over a year?', settledBy: 'The accounts of the ferry.' },
    ]);
  });

  it.each([
    ['is about something else', 'Who will win the election in the capital?'],
    ['is no question', 'The ferry loses money over a year.'],
    ['has a link', 'Does the ferry lose money, see https://ferry.example/year?'],
    ['is an essay', `Does the ferry lose money ${'over a year '.repeat(10)}?`],
  ])('leaves out a wording that %s', async (_why, question) => {
    expect(
      await reader({ items: [{ item: 1, question, yes: 'Ann', no: 'Bob', settled_by: '' }] }).name([ITEM]),
    ).toEqual([]);
  });

  it('is told who says yes, and keeps a question only if one of them answers yes and somebody else no', async () => {
    const views = new Map([
      ['Ann', 'yes'],
      ['Bob', 'no'],
    ] as const);
    const question = 'Does the ferry lose money over a year?';
    const { name } = reader((_request, { lines }) => {
      expect([...new Set(lines.filter((line) => / (yes|no) "/.test(line)))]).toEqual([
        '"Ann" yes "The ferry loses money."',
        '"Bob" no "Over a year it breaks even."',
      ]);
      return {
        items: [
          { item: 1, question, yes: 'Ann', no: 'Bob' },
          { item: 2, question: 'Does the ferry break even over a year?', yes: 'Bob', no: 'Ann' },
          { item: 3, question, yes: 'Ann', no: null },
          { item: 4, question },
          { item: 5, question, yes: 'Cy', no: 'Bob' },
          { item: 6, question, yes: 'Ann', no: 'Ann' },
        ],
      };
    });
    const asked = many(6).map((item) => ({ ...item, views }));
    expect((await name(asked)).map(({ id }) => id)).toEqual(['k1']);
  });

  it('takes any two speakers of the item where no views are stated', async () => {
    const question = 'Does the ferry lose money?';
    const { name } = reader({
      items: [
        { item: 1, question, yes: 'Bob', no: 'Ann' },
        { item: 2, question, yes: 'Ann', no: null },
      ],
    });
    const asked = many(2).map((item) => ({ ...item, views: new Map() }));
    expect((await name(asked)).map(({ id }) => id)).toEqual(['k1']);
  });

  it('asks eight at a time and goes on without what fails', async () => {
    const { name, client, notices } = reader((_request, { lines }) =>
      lines.includes('item 8')
        ? failure('deadline')
        : {
            items: [
              { item: 1, question: 'Does the ferry lose money?', yes: 'Ann', no: 'Bob' },
              { item: 1, question: 'Does it?' },
              { item: 5, question: 'Ferry?' },
            ],
          },
    );
    expect(await name(many(9))).toEqual([{ id: 'k9', question: 'Does the ferry lose money?', settledBy: null }]);
    expect(client.asked).toHaveLength(2);
    expect(notices()).toEqual(['not-named: 8 cruxes were not put into words: the server did not answer in time.']);
  });
});
