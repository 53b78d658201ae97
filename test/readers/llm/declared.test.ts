import { describe, expect, it } from 'vitest';
import { answer, claim, move, readBy } from './read-by.ts';
import { talk } from './talk.ts';
import { expectWellGrounded } from './well-grounded.ts';

const THREAD = talk([
  { by: 'Ann', text: 'The ferry loses money every winter. The county should close it.' },
  {
    by: 'Bob',
    text: 'It earns money over the year. For me all hangs on those accounts of the ferry.',
    replyTo: 'p1',
  },
]);
const LABELS = {
  first: { claims: [claim('1.1', 'ferry loses money every'), claim('1.2', 'county should close it')] },
  second: { claims: [claim('2.1', 'It earns money over', { stance: 'reject', as: '1.1' })] },
};

describe('a crux that a model hears somebody declare', () => {
  it('is a point of contention with the claim that it is aimed at', async () => {
    const { judgements, words } = await readBy(
      THREAD,
      answer(LABELS.first, { ...LABELS.second, moves: [move('2.2', 'all hangs on those accounts', 'crux', '1.1')] }),
    );
    expect(judgements.disputes).toMatchObject([{ declared: true, setAside: false }]);
    expect(judgements.disputes[0]!.claims.map(words)).toEqual([
      'For me all hangs on those accounts of the ferry.',
      'The ferry loses money every winter.',
    ]);
    expectWellGrounded(THREAD, judgements);
  });

  it('quotes what denies the speaker’s own claim where it is aimed at that', async () => {
    const { judgements, words } = await readBy(
      THREAD,
      answer(LABELS.first, { ...LABELS.second, moves: [move('2.2', 'all hangs on those accounts', 'crux', '2.1')] }),
    );
    expect(judgements.disputes[0]!.claims.map(words)).toEqual([
      'It earns money over the year.',
      'The ferry loses money every winter.',
    ]);
  });

  it('gets no other side where the model names none', async () => {
    const { judgements } = await readBy(
      THREAD,
      answer(LABELS.first, { claims: [], moves: [move('2.2', 'all hangs on those accounts', 'crux', null)] }),
    );
    expect(judgements.disputes.filter(({ id }) => id.startsWith('d:lm'))).toEqual([]);
    expect(judgements.moves.filter(({ type }) => type === 'crux')).toHaveLength(1);
  });
});

describe('a move about an inference', () => {
  it('states it only where it denies it: who says it back states nothing', async () => {
    const inference = (type: string) =>
      readBy(
        THREAD,
        answer(LABELS.first, {
          ...LABELS.second,
          moves: [move('2.2', 'all hangs on those accounts', type, '1.1>1.2')],
        }),
      );
    expect((await inference('restate')).judgements.relations).toEqual([]);
    expect((await inference('undercut')).judgements.relations).toMatchObject([{ endorsed: 'denies', post: 'p2' }]);
  });
});
