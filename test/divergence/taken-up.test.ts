import { describe, expect, it } from 'vitest';
import { debate } from '../helpers/debate.ts';
import type { MoveSketch } from '../helpers/judgements.ts';

const SAID = [
  { by: 'S', says: { r: 0.8, e: 'assert' } },
  { by: 'T', says: { r: 0.2 } },
] as const;
const INFERENCE = { 'e→r': { in: 1, strength: 'strong' } } as const;
const unansweredWith = (...moves: MoveSketch[]) => {
  const { result, name } = debate(SAID, INFERENCE, { moves });
  return result.unanswered.map(({ proposition, by }) => [name(proposition), by]);
};

describe('a claim on which the other side states no view', () => {
  it('is left without an answer where nobody takes it up', () => {
    expect(unansweredWith()).toEqual([['e', 'S']]);
    expect(unansweredWith(['p1', 'The point e holds.', 'crux', 'e 1'])).toEqual([['e', 'S']]);
  });

  it('is not called unanswered where somebody else aims words at it or objects to its post', () => {
    expect(unansweredWith(['p2', 'The point r holds.', 'clarify', 'e 1'])).toEqual([]);
    expect(unansweredWith(['p2', 'The point r holds.', 'disagree', 'p1'])).toEqual([]);
  });

  it('is not taken up by an agreement with its post, which may mean any of it', () => {
    expect(unansweredWith(['p2', 'The point r holds.', 'agree', 'p1'])).toEqual([['e', 'S']]);
  });
});
