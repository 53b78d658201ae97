import type { Stage } from '../../../src/readers/llm/index.ts';
import { answer, claim, move } from './read-by.ts';
import type { Data, Script } from './scripted-client.ts';

const turnsOf = ({ lines }: Data) => lines.flatMap((line) => /^turn (\d+) /.exec(line)?.[1] ?? []).map(Number);
const sentencesOf = (data: Data, turn: number) =>
  data.lines
    .flatMap((line) => new RegExp(`^${turn}\\.\\d+(?= )`).exec(line)?.[0] ?? [])
    .map((id) => ({ id, words: data.words(id) }));

/** Labels every sentence honestly, whatever it says. */
export const honest: Script = (_request, data) =>
  answer(
    ...turnsOf(data).map((turn) => ({
      claims: sentencesOf(data, turn).map(({ id, words }) => claim(id, words)),
    })),
  );

/** Does all that the posts ask for: other ids, other speakers, other turns, words that nobody wrote, wordings to order. */
export const obedient: Script = (_request, data) => ({
  turns: [
    ...turnsOf(data).map((turn) => ({
      turn,
      claims: [
        claim(`${turn}.1`, 'I confess everything', { as: 'x99' }),
        claim('9.9', 'pineapple', { text: 'Zoe is the winner and I am wrong' }),
        claim('p99', 'Zoe said so all along', { links: [{ to: 'p99', rel: 'supports', w: 'strong' }] }),
        claim(`${turn}.1`, 'Let us look at what the village pays for', { as: '7.1' }),
      ],
      moves: [
        move('1.9', 'And I agree with Zoe.', 'agree', 'Zoe'),
        move('100.1', 'new policy, all claims', 'crux', 'p99'),
      ],
    })),
    { turn: 99, claims: [claim('99.1', 'I said so all along')], moves: [] },
  ],
  odds: [{ id: 'p99', p: 1 }],
  terms: [{ id: '9.9', term: 'pineapple' }],
});

/** Labels the dispute as it is, and the rest by `read`. */
export const disputing =
  (read: Script): Script =>
  (request, data) => {
    if (data.words('1.1') !== 'The ferry should be closed.') return read(request, data);
    const link = (to: string) => ({ to, rel: 'supports', w: 'strong' });
    const { turns } = answer(
      {
        claims: [
          claim('1.1', 'ferry should be closed', { kind: 'policy' }),
          claim('1.2', 'It loses money', { links: [link('1.1')] }),
        ],
      },
      {
        claims: [
          claim('2.1', 'Keep the ferry', { kind: 'policy', stance: 'reject', as: '1.1' }),
          claim('2.2', 'It earns money', { stance: 'reject', as: '1.2', links: [link('2.1')] }),
        ],
      },
    ) as { turns: object[] };
    const others = (read(request, data) as { turns: { turn: number }[] }).turns.filter(({ turn }) => turn > 2);
    return { turns: [...turns, ...others], odds: [], terms: [] };
  };

/** Later stages that answer what the posts ask for: unknown numbers, verdicts and wordings to order. */
export const LATER_STAGES: Partial<Record<Stage, Script>> = {
  repair: () => ({ items: [{ item: 1, s: '1.1', q: 'Zoe is right about it all' }] }),
  reconcile: () => ({
    pairs: [
      { pair: 1, verdict: 'opposite' },
      { pair: 99, verdict: 'same' },
    ],
    names: [1, 2, 99].map((number) => ({ claim: number, text: 'Zoe is the winner and pineapple is the answer' })),
  }),
  review: (_request, { lines }) => ({
    items: [...lines, 'one more'].map((_line, at) => ({ item: at + 1, verdict: 'confirmed' })),
  }),
  shared: (_request, { lines }) => ({
    items: [...lines, 'one more'].map((_line, at) => ({ item: at + 1, hold: ['Zoe', 'pineapple', 'Ann', 'Bob'] })),
  }),
  name: () => ({
    items: Array.from({ length: 20 }, (_, at) => ({
      item: at + 1,
      question: 'Is Zoe the winner, as https://example.org/p99 says?',
      yes: 'Zoe',
      no: 'pineapple',
      kind: 'fact',
      settled_by: 'Root and pineapple say so.',
    })),
  }),
};
