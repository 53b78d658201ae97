import { describe, expect, it } from 'vitest';
import { leaveOutDisagreement, type Point } from '../../src/analysis/leave-out-doubted.ts';
import { sketchJudgements } from '../helpers/judgements.ts';
import { sketchThread } from '../helpers/thread.ts';

const thread = sketchThread([
  { by: 'Ann', text: 'Charge drivers. It pays.' },
  { by: 'Bob', text: 'Do not charge them. It does not pay.' },
]);
const judgements = sketchJudgements(thread, {
  claims: {
    charge: ['p1', 'Charge drivers.'],
    pays: ['p1', 'It pays.'],
    free: ['p2', 'Do not charge them.'],
    loses: ['p2', 'It does not pay.'],
  },
  sames: [
    ['charge', 'free', -1],
    ['pays', 'loses', -1],
  ],
  relations: { weigh: ['p2', 'It does not pay.', 'pays', 'supports', 'charge', 'normal', 'denies'] },
});
const place = (id: string) => {
  const { post, start, end } = judgements.claims.find((claim) => claim.id === id)!;
  return `${post} ${start} ${end}`;
};
const point = (ids: Readonly<Record<string, string>>, bearing = false): Point => ({
  speakers: new Map(Object.entries(ids).map(([id, speaker]) => [place(id), speaker])),
  bearing,
});
const opposite = ({ sames }: typeof judgements) => sames.map(({ a, b }) => `${a}/${b}`);

describe('what a second look doubts', () => {
  it('is no longer set against each other, and stays as said', () => {
    const left = leaveOutDisagreement(judgements, [point({ charge: 'Ann', free: 'Bob' })], []);
    expect(opposite(left)).toEqual(['pays/loses']);
    expect(left.claims).toEqual(judgements.claims);
  });

  it('leaves alone what stands on a confirmed point too', () => {
    const all = point({ charge: 'Ann', free: 'Bob', pays: 'Ann', loses: 'Bob' });
    const left = leaveOutDisagreement(judgements, [all], [point({ charge: 'Ann', free: 'Bob' })]);
    expect(opposite(left)).toEqual(['charge/free']);
  });

  it('is only the weight of a reason where the doubt is about that', () => {
    const all = point({ charge: 'Ann', free: 'Bob', pays: 'Ann', loses: 'Bob' }, true);
    expect(opposite(leaveOutDisagreement(judgements, [all], []))).toEqual(['charge/free', 'pays/loses']);
  });
});
