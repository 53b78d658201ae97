import { describe, expect, it } from 'vitest';
import { offersToYield } from '../../../src/readers/rules/yield-cues.ts';
import { readByRules } from '../../helpers/read-by-rules.ts';

const CLAIM = 'The council should charge drivers ten pounds to enter the town centre.';
const answer = (words: string) =>
  readByRules(`Ann: ${CLAIM} It works in other towns.\n\nBob: ${words}\n\nAnn: We shall see.`);
const agreements = ({ judgements }: Awaited<ReturnType<typeof answer>>) =>
  judgements.moves.filter(({ type }) => type === 'agree' || type === 'partial' || type === 'concede');

describe('a denial', () => {
  it.each([
    "I think it's not fair that the council should charge drivers ten pounds to enter the town centre.",
    'I find it hardly reasonable that the council should charge drivers ten pounds to enter the town centre.',
    'Nobody would say that is fair, and I call that not sensible for drivers.',
    'Do you think I find it fair?',
    'Great idea, said nobody ever.',
  ])('is no agreement: %s', async (words) => {
    expect(agreements(await answer(words))).toEqual([]);
  });

  it.each([
    'if the council charges drivers to enter the town centre, i will not accept it.',
    "if you do that i'd never agree.",
    "unless you stop, i'd never change my mind.",
    'if that passes, i will refuse to sign it.',
    "if the council does this i'll fight on and i won't give up.",
    'are you saying i should give up?',
    "if they raise the rent i'll vote against it.",
    "if it rains i'll take it back to the shop.",
  ])('offers nothing: %s', (plain) => {
    expect(offersToYield(plain, null)).toBe(false);
  });
});

describe('what is agreed', () => {
  it('is not the sentence quoted right before, where it says itself what it is', async () => {
    const { judgements, claim } = await readByRules(
      [
        'Ann: In 2019 nobody complained about it. Members of the club should see what is decided by the board.',
        '',
        'Bob:',
        '',
        '> In 2019 nobody complained about it.',
        '',
        'That is wrong: Fritz left over it. But I agree that members of the club should see what is decided by the board.',
      ].join('\n'),
    );
    const targets = judgements.moves.filter(({ type }) => type === 'agree').map(({ target }) => target);
    expect(targets.map((id) => (id?.startsWith('c:') ? claim(id) : null))).not.toContain(
      'Ann: In 2019 nobody complained about it.',
    );
  });
});
