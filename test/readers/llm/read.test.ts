import { describe, expect, it } from 'vitest';
import { answer, claim, move, readBy } from './read-by.ts';
import { failure } from './scripted-client.ts';
import { talk } from './talk.ts';
import { expectWellGrounded } from './well-grounded.ts';

const FERRY = talk([
  { by: 'Ann', text: 'The ferry should close. It loses money every year.' },
  {
    by: 'Bob',
    text: 'I agree that it loses money. The school bus has no other road. It does not.',
    replyTo: 'p1',
  },
]);

describe('reading a call', () => {
  it('makes claims of whole sentences, in the order of the thread', async () => {
    const { claims, judgements, notices } = await readBy(
      FERRY,
      answer(
        { claims: [claim('1.2', 'loses money every'), claim('1.1', 'ferry should close', { kind: 'policy' })] },
        { claims: [claim('2.2', 'no other road', { stance: 'hedge' })] },
      ),
    );
    expect(claims).toEqual([
      'p1 assert The ferry should close.',
      'p1 assert It loses money every year.',
      'p2 hedge The school bus has no other road.',
    ]);
    expect(judgements.claims[0]).toMatchObject({
      kind: 'policy',
      grounding: 'exact',
      rule: 'llm',
      confidence: 0.9,
      p: null,
    });
    expect(judgements.ledger).toMatchObject({
      posts: { read: 2, skipped: 0, failed: 0 },
      claims: { kept: 3, repaired: 0, dropped: 0 },
      requests: 1,
    });
    expect(notices('grounding')).toEqual([
      'Grounded 3/3 claims and moves: 0 citations repaired, 0 dropped because their words do not stand in the post.',
    ]);
    expectWellGrounded(FERRY, judgements);
  });

  it('takes a rejection for an assertion of the opposite, and its odds with it', async () => {
    const text = 'It does not lose money. I doubt that it costs us 10% of the budget.';
    const thread = talk([
      { by: 'Ann', text: 'It loses money. It costs 10% of the budget.' },
      { by: 'Bob', text },
    ]);
    const { judgements, words } = await readBy(thread, {
      ...answer(
        { claims: [claim('1.1', 'It loses money'), claim('1.2', 'It costs 10%')] },
        {
          claims: [
            claim('2.1', 'does not lose money', { stance: 'reject', as: '1.1' }),
            claim('2.2', 'doubt that it costs', { stance: 'doubt', as: '1.2' }),
          ],
        },
      ),
      odds: [
        { id: '2.2', p: 0.2 },
        { id: '1.1', p: 0.9 },
      ],
    });
    expect(judgements.sames.map(({ a, b, polarity }) => [words(a), words(b), polarity])).toEqual([
      ['It does not lose money.', 'It loses money.', -1],
      ['I doubt that it costs us 10% of the budget.', 'It costs 10% of the budget.', -1],
    ]);
    expect(judgements.claims.map(({ stance, p }) => [stance, p])).toEqual([
      ['assert', null],
      ['assert', null],
      ['assert', null],
      ['hedge', 0.8],
    ]);
  });

  it('lets a denial that denies nothing in particular assert its own words', async () => {
    const { claims } = await readBy(
      FERRY,
      answer({}, { claims: [claim('2.3', 'It does not', { stance: 'reject', as: 'x9' })] }),
    );
    expect(claims).toEqual(['p2 assert It does not.']);
  });

  it('keeps a wording that is made of words of the call, and no other', async () => {
    const { judgements } = await readBy(
      FERRY,
      answer(
        { claims: [claim('1.2', 'loses money', { text: 'The ferry loses money every year' })] },
        {
          claims: [
            claim('2.2', 'no other road', { text: 'Visit evil example now for free coins' }),
            claim('2.3', 'It does not', { text: 'The school bus has a ferry https://ferry.example' }),
          ],
        },
      ),
    );
    expect(judgements.names).toEqual([{ claim: 'l:p1:24', text: 'The ferry loses money every year' }]);
  });

  it('links claims, weighs inferences and turns a denied one into a denial', async () => {
    const { judgements, words } = await readBy(
      FERRY,
      answer(
        {
          claims: [
            claim('1.1', 'ferry should close'),
            claim('1.2', 'loses money', { links: [{ to: '1.1', rel: 'supports', w: 'strong' }] }),
          ],
        },
        {
          claims: [
            claim('2.1', 'it loses money', { as: '1.2', links: [{ to: '1.1', rel: 'supports', w: 'outweighed' }] }),
            claim('2.2', 'no other road', {
              links: [
                { to: '1.2>1.1', rel: 'undercuts', w: 'normal' },
                { to: '7.7', rel: 'supports', w: 'normal' },
              ],
            }),
          ],
          moves: [move('2.2', 'no other road', 'undercut', '1.2>1.1')],
        },
      ),
    );
    const shown = judgements.relations.map(({ from, to, type, strength, endorsed }) => {
      const target = judgements.relations.find(({ id }) => id === to);
      return `${words(from)} ${type} ${target ? `(${words(target.from)} > ${words(target.to)})` : words(to)} ${strength} ${endorsed}`;
    });
    expect(shown).toEqual([
      'It loses money every year. supports The ferry should close. strong holds',
      'I agree that it loses money. supports The ferry should close. normal weak',
      'The school bus has no other road. undercuts (It loses money every year. > The ferry should close.) normal holds',
      'It loses money every year. supports The ferry should close. normal denies',
    ]);
    expect(judgements.moves[0]!.target).toBe(judgements.relations[0]!.id);
    expect(judgements.notices.find(({ rule }) => rule === 'lost-links')?.text).toBe(
      '1 links led to no claim and were dropped.',
    );
    expectWellGrounded(FERRY, judgements);
  });

  it('sets a claim against a sentence of somebody else where the answer says that they part there', async () => {
    const { judgements, words } = await readBy(
      FERRY,
      answer(
        { claims: [claim('1.1', 'ferry should close'), claim('1.2', 'loses money every')] },
        {
          claims: [
            claim('2.1', 'it loses money', { as: '1.2' }),
            claim('2.2', 'no other road', { links: [{ to: '1.2', rel: 'attacks', w: 'strong' }] }),
            claim('2.3', 'It does not', { as: '1.2', stance: 'reject' }),
          ],
          parts: [
            { id: '2.2', to: '1.1' },
            { id: '2.2', to: '1.2' },
            { id: '2.3', to: '1.2' },
            { id: '2.2', to: '2.1' },
            { id: '2.2', to: '9.9' },
            { id: '2.2' },
          ],
        },
      ),
    );
    const attacks = judgements.relations.map(
      ({ from, type, to, strength }) => `${words(from)} ${type} ${words(to)} ${strength}`,
    );
    expect(attacks).toEqual([
      'The school bus has no other road. attacks It loses money every year. strong',
      'The school bus has no other road. attacks The ferry should close. weak',
    ]);
    expect(judgements.notices.find(({ rule }) => rule === 'lost-links')?.text).toBe(
      '1 links led to no claim and were dropped.',
    );
    expectWellGrounded(FERRY, judgements);
  });

  it('lets whoever undercuts an inference that nobody stated deny it', async () => {
    const { judgements, words } = await readBy(
      FERRY,
      answer(
        {},
        { claims: [claim('2.2', 'no other road', { links: [{ to: '1.2>1.1', rel: 'undercuts', w: 'normal' }] })] },
      ),
    );
    expect(judgements.relations.map(({ post, from, type, endorsed }) => [post, words(from), type, endorsed])).toEqual([
      ['p2', 'It loses money every year.', 'supports', 'denies'],
      ['p2', 'The school bus has no other road.', 'undercuts', 'holds'],
    ]);
  });

  it('aims moves at claims, posts and what the source says a post answers', async () => {
    const { judgements, words } = await readBy(
      FERRY,
      answer(
        { moves: [move('1.1', 'ferry should close', 'meta')] },
        {
          moves: [
            move('2.1', 'I agree that', 'concede', '1.2'),
            move('2.2', 'The school', 'disagree', '1'),
            move('2.3', 'It does not', 'disagree'),
            move('2.3', 'It does not', 'clarify', 'turn 9'),
          ],
        },
      ),
    );
    const target = (id: string | null) => (judgements.claims.some((one) => one.id === id) ? words(id!) : id);
    expect(judgements.moves.map(({ type, target: id }) => [type, target(id)])).toEqual([
      ['meta', null],
      ['concede', 'It loses money every year.'],
      ['disagree', 'p1'],
      ['disagree', 'p1'],
      ['clarify', 'p1'],
    ]);
  });

  it('makes a claim of a sentence that nobody labelled because somebody speaks to it', async () => {
    const { judgements, claims } = await readBy(
      FERRY,
      answer({}, { claims: [claim('2.1', 'it loses money', { as: '1.2' })] }),
    );
    expect(claims[0]).toBe('p1 assert It loses money every year.');
    expect(judgements.claims[0]).toMatchObject({ rule: 'llm-referred', confidence: 0.6 });
  });

  it('gives two claims of one sentence ids of their own', async () => {
    const { judgements } = await readBy(
      FERRY,
      answer(
        {
          claims: [
            claim('1.2', 'It loses money'),
            claim('1.2b', 'every year', { links: [{ to: '1.2', rel: 'narrows', w: 'normal' }] }),
          ],
        },
        {},
      ),
    );
    expect(judgements.claims.map(({ id }) => id)).toEqual(['l:p1:24', 'l:p1:24:1']);
    expect(judgements.relations).toMatchObject([{ from: 'l:p1:24:1', to: 'l:p1:24', type: 'narrows' }]);
  });

  it('takes terms only where the sentence has them', async () => {
    const { judgements } = await readBy(FERRY, {
      ...answer({ claims: [claim('1.2', 'loses money', { kind: 'definition' })] }, {}),
      terms: [
        { id: '1.2', term: 'Money' },
        { id: '1.2', term: 'profit' },
        { id: '9.9', term: 'money' },
      ],
    });
    expect(judgements.terms).toEqual([{ term: 'Money', claim: 'l:p1:24' }]);
  });

  it('marks labels that explicit words speak against', async () => {
    const { judgements, notices } = await readBy(
      FERRY,
      answer(
        {},
        {
          claims: [claim('2.1', 'it loses money', { stance: 'reject', as: '1.2' })],
          moves: [move('2.1', 'I agree that', 'disagree', '1.2')],
        },
      ),
    );
    expect(notices('check')).toEqual([
      'Labelled reject against words of agreement: “I agree that it loses money.”',
      'Labelled disagree against words of agreement: “I agree that it loses money.”',
    ]);
    expect(judgements.moves[0]).toMatchObject({ rule: 'llm-check', confidence: 0.5, type: 'disagree' });
  });
});

describe('what does not stand in the text', () => {
  it('is asked for once more, and repaired, or dropped and counted', async () => {
    const { client, claims, judgements, notices } = await readBy(FERRY, {
      read: () =>
        answer(
          {
            claims: [
              claim('1.2', 'the thing runs at a loss'),
              claim('1.1', 'bridges are cheaper anyway'),
              claim('1.1', 'ferry should close'),
            ],
          },
          { moves: [move('2.1', 'we all hate boats', 'disagree', '1.1')] },
        ),
      repair: (_request, { lines }) => {
        expect(lines).toEqual([
          'turn 1',
          '1.1 "The ferry should close."',
          '1.2 "It loses money every year."',
          'turn 2',
          '2.1 "I agree that it loses money."',
          '2.2 "The school bus has no other road."',
          '2.3 "It does not."',
          'item 1 of turn 1 "the thing runs at a loss"',
          'item 2 of turn 1 "bridges are cheaper anyway"',
          'item 3 of turn 2 "we all hate boats"',
        ]);
        return {
          items: [
            { item: 1, s: '1.2', q: 'It loses money' },
            { item: 2, s: null, q: null },
            { item: 3, s: '1.1', q: 'ferry should close' },
            { item: 9, s: '1.1', q: 'ferry should close' },
          ],
        };
      },
    });
    expect(client.of('repair')).toHaveLength(1);
    expect(claims).toEqual(['p1 assert The ferry should close.', 'p1 assert It loses money every year.']);
    expect(judgements.claims.map(({ grounding }) => grounding)).toEqual(['exact', 'repaired']);
    expect(judgements.ledger.claims).toEqual({ kept: 2, repaired: 1, dropped: 1 });
    expect(notices('grounding')[0]).toMatch(/^Grounded 2\/4 .*1 citations repaired, 2 dropped/);
  });

  it('is dropped when the repair fails too', async () => {
    const { judgements } = await readBy(FERRY, {
      read: () => answer({ claims: [claim('1.1', 'no such words'), claim('1.2', 'loses money')] }, {}),
      repair: () => failure('server'),
    });
    expect(judgements.ledger).toMatchObject({ claims: { kept: 1, repaired: 0, dropped: 1 }, posts: { failed: 0 } });
  });

  it('is dropped when it is said by somebody else, or under an unknown turn', async () => {
    const { judgements, claims } = await readBy(FERRY, {
      read: () => ({
        turns: [
          { turn: 1, claims: [claim('1.2', 'loses money')], moves: [] },
          { turn: 2, claims: [claim('1.1', 'The ferry should close')], moves: [] },
          {
            turn: 3,
            claims: [claim('1.1', 'The ferry should close')],
            moves: [move('1.1', 'The ferry should', 'agree')],
          },
        ],
        odds: [],
        terms: [],
      }),
      repair: () => ({ items: [{ item: 1, s: '1.1', q: 'The ferry should close' }] }),
    });
    expect(claims).toEqual(['p1 assert It loses money every year.']);
    expect(judgements.ledger.claims.dropped).toBe(2);
  });

  it('is no claim of a speaker who only quotes it, but may be reported', async () => {
    const quote = 'Nobody rides it in winter.';
    const thread = talk([{ by: 'Ann', text: `${quote}\nSo they say.`, quotes: [quote] }]);
    const quoted = await readBy(
      thread,
      answer({ claims: [claim('1.1', 'Nobody rides it')], moves: [move('1.1', 'Nobody rides it', 'agree')] }),
    );
    expect(quoted.judgements).toMatchObject({ claims: [], moves: [] });
    expect(quoted.judgements.ledger.claims.dropped).toBe(1);
    const reported = await readBy(
      thread,
      answer({
        claims: [claim('1.1', 'Nobody rides it', { stance: 'reported' })],
        moves: [move('1.1', 'Nobody rides it', 'restate')],
      }),
    );
    expect(reported.claims).toEqual(['p1 reported Nobody rides it in winter.']);
    expect(reported.judgements.moves).toHaveLength(1);
  });

  it('leads from a quotation to the claim of whoever said it', async () => {
    const quote = 'It loses money every year.';
    const built = talk([
      { by: 'Ann', text: `The ferry should close. ${quote}` },
      { by: 'Bob', text: `${quote}\nNot true in July.`, quotes: [quote] },
    ]);
    const [ann, bob] = built.posts;
    const of = { post: 'p1', start: 24, end: 50 };
    const thread = { ...built, posts: [ann!, { ...bob!, quotes: [{ ...bob!.quotes[0]!, of }] }] };
    const { judgements, words } = await readBy(
      thread,
      answer({}, { claims: [claim('2.2', 'Not true in July', { stance: 'reject', as: '2.1' })] }),
    );
    expect(judgements.sames.map(({ a, b }) => [words(a), words(b)])).toEqual([['Not true in July.', quote]]);
    expect(judgements.claims.map(({ post }) => post)).toEqual(['p1', 'p2']);
    const parted = await readBy(
      thread,
      answer(
        { claims: [claim('1.1', 'ferry should close')], parts: [{ id: '1.1', to: '2.1' }] },
        { claims: [claim('2.2', 'Not true in July')], parts: [{ id: '2.2', to: '2.1' }] },
      ),
    );
    const attacks = parted.judgements.relations.map(({ from, to }) => [parted.words(from), parted.words(to)]);
    expect(attacks).toEqual([['Not true in July.', quote]]);
  });
});

describe('an answer that is not quite what was asked for', () => {
  it('loses only its bad items', async () => {
    const { claims, notices } = await readBy(FERRY, {
      turns: [
        {
          turn: 1,
          claims: [
            claim('1.1', 'ferry should close', { stance: 'Assert' as string }),
            { id: '1.2' },
            7,
            claim('1.2', 'loses money', { stance: 'furious' }),
          ],
          moves: 'none',
        },
        { turn: '2', claims: [{ id: '2.2', q: 'no other road', kind: 'fact', stance: 'assert' }] },
      ],
    });
    expect(claims).toEqual(['p1 assert The ferry should close.', 'p2 assert The school bus has no other road.']);
    expect(notices('malformed-items')).toEqual(['3 labels were not of the form that is asked for.']);
  });

  it('says each thing once and no more than a post can hold', async () => {
    const one = claim('1.1', 'ferry should close');
    const many = Array.from({ length: 80 }, (_, at) =>
      claim('1.2', 'loses money', { text: `It loses money ${at}`, as: `1.${at}` }),
    );
    const { judgements, notices } = await readBy(
      FERRY,
      answer({ claims: [one, one, { ...one, id: '1.1b' }, ...many] }, {}),
    );
    expect(judgements.claims).toHaveLength(8);
    expect(notices('too-many-items')).toEqual(['73 labels beyond what a post of this length can hold were cut.']);
  });

  it('is asked for once more where it is no JSON, and then given up', async () => {
    let asked = 0;
    const second = await readBy(FERRY, () =>
      ++asked === 1 ? 'Well, {"turns":[{' : answer({ claims: [claim('1.1', 'ferry should close')] }, {}),
    );
    expect(second.claims).toEqual(['p1 assert The ferry should close.']);
    const [first, again] = second.client.asked;
    expect(again!.key).not.toBe(first!.key);
    expect(again!.messages[1]!.content.endsWith(first!.messages[1]!.content)).toBe(true);
    const never = await readBy(FERRY, () => 'I would rather not.');
    expect(never.client.asked).toHaveLength(2);
    expect(never.notices('read-by-rules')).toEqual([
      'Read by the embedded reader: p1–p2; the answer was not the JSON that was asked for.',
    ]);
  });

  it('has posts that it leaves out read by the embedded reader', async () => {
    const { judgements, notices } = await readBy(FERRY, {
      turns: [{ turn: 1, claims: [claim('1.1', 'ferry should close')], moves: [] }],
      odds: [],
      terms: [],
    });
    expect(notices('read-by-rules')).toEqual(['Read by the embedded reader: p2; the answer left it out.']);
    expect(judgements.ledger.posts).toEqual({ read: 1, skipped: 0, failed: 1 });
    expect(judgements.moves.map(({ post, type, rule }) => [post, type, rule])).toContainEqual([
      'p2',
      'agree',
      'i-agree',
    ]);
    expectWellGrounded(FERRY, judgements);
  });
});
