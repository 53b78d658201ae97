import { describe, expect, it } from 'vitest';
import { analyzeThread } from '../../../src/analysis/index.ts';
import { llmReader } from '../../../src/readers/llm/index.ts';
import { answer, claim, ENDPOINT, move } from './read-by.ts';
import { failure, scriptedClient } from './scripted-client.ts';
import { talk } from './talk.ts';

const THREAD = talk([
  { by: 'Ann', text: 'The ferry should be closed. It loses money. Nobody rides it in winter.' },
  { by: 'Bob', text: 'Keep the ferry. It earns money over the year. In July the tourists fill it.', replyTo: 'p1' },
]);
const supports = (to: string) => ({ to, rel: 'supports', w: 'strong' });
const LABELS = answer(
  {
    claims: [
      claim('1.1', 'ferry should be closed', { kind: 'policy' }),
      claim('1.2', 'It loses money', { text: 'The ferry loses money', links: [supports('1.1')] }),
      claim('1.3', 'Nobody rides it', { links: [supports('1.2')] }),
    ],
  },
  {
    claims: [
      claim('2.1', 'Keep the ferry', { kind: 'policy', stance: 'reject', as: '1.1' }),
      // A reason for a rejection supports the sentence that rejects.
      claim('2.2', 'It earns money', { stance: 'reject', as: '1.2', links: [supports('2.1')] }),
      claim('2.3', 'the tourists fill it', { links: [supports('2.2')] }),
    ],
    moves: [move('2.1', 'Keep the ferry', 'disagree', '1.1')],
  },
);
const NAMES = {
  items: [
    {
      item: 1,
      question: 'Does the ferry lose money over the year?',
      yes: 'Ann',
      no: 'Bob',
      kind: 'fact',
      settled_by: 'The accounts of the ferry.',
    },
  ],
};

describe('labels of a model', () => {
  it('lead to the claim on which the speakers part, worded as a question', async () => {
    const client = scriptedClient({
      read: () => LABELS,
      review: () => ({ items: [{ item: 1, verdict: 'confirmed' }] }),
      name: () => NAMES,
    });
    const { file, propositions } = await analyzeThread(THREAD, llmReader({ client, endpoint: ENDPOINT }));
    expect(file.cruxes).toHaveLength(1);
    const [crux] = file.cruxes;
    expect(propositions.get(crux!.item)!.text).toBe('The ferry loses money');
    expect(crux).toMatchObject({
      kind: 'double',
      question: 'Does the ferry lose money over the year?',
      settledBy: 'The accounts of the ferry.',
    });
    expect(crux!.score).toBeGreaterThan(0.5);
    expect(crux!.sides.map(({ speaker, stance }) => [speaker, stance])).toEqual([
      ['Ann', 'assert'],
      ['Bob', 'reject'],
    ]);
    expect(file.thread.reader).toEqual({ name: 'llm', model: 'some-model', version: '1.3.1.1.6.2.3' });
    expect(file.unanswered.map(({ by, proposition }) => [by, propositions.get(proposition)!.text])).toEqual([
      ['Ann', 'Nobody rides it in winter.'],
      ['Bob', 'In July the tourists fill it.'],
    ]);
  });

  it('keep the words of the thread where the question is asked so that their holder would say no', async () => {
    const asked = {
      item: 1,
      question: 'Does the ferry earn money?',
      yes: 'Bob',
      no: 'Ann',
      kind: 'fact',
      settled_by: '',
    };
    const client = scriptedClient({
      read: () => LABELS,
      review: () => ({ items: [{ item: 1, verdict: 'confirmed' }] }),
      name: () => ({ items: [asked] }),
    });
    const { file } = await analyzeThread(THREAD, llmReader({ client, endpoint: ENDPOINT }));
    expect(file.cruxes.map(({ question }) => question)).toEqual(['The ferry loses money']);
  });

  it('lead to none that a second look does not confirm', async () => {
    const client = scriptedClient({
      read: () => LABELS,
      review: () => ({ items: [{ item: 1, verdict: 'doubtful' }] }),
      name: () => failure('server'),
    });
    const { file } = await analyzeThread(THREAD, llmReader({ client, endpoint: ENDPOINT }));
    expect(file.cruxes.filter(({ kind }) => kind === 'double')).toEqual([]);
  });

  it('go to the second look with the words that are meant where a sentence makes two claims, and with who answers whom', async () => {
    const thread = talk([
      { by: 'Ann', text: 'The ferry loses money.' },
      { by: 'Bob', text: 'I grant that the boat is old, but the ferry earns its keep.', replyTo: 'p1' },
    ]);
    const seen: string[] = [];
    const client = scriptedClient({
      read: () =>
        answer(
          { claims: [claim('1.1', 'ferry loses money')] },
          {
            claims: [claim('2.1', 'the boat is old'), claim('2.1b', 'earns its keep', { as: '1.1', stance: 'reject' })],
          },
        ),
      review: (_request, { lines }) => {
        seen.push(...lines);
        return { items: [{ item: 1, verdict: 'confirmed' }] };
      },
      name: () => NAMES,
    });
    await analyzeThread(thread, llmReader({ client, endpoint: ENDPOINT }));
    expect(seen).toEqual([
      'item 1',
      '"Bob" answers "Ann"',
      '"Ann" "The ferry loses money."',
      '"Bob" "I grant that the boat is old, but the ferry earns its keep." at "earns its keep"',
    ]);
  });
});
