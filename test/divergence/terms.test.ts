import { describe, expect, it } from 'vitest';
import { computeDivergence } from '../../src/divergence/index.ts';
import { buildClaimGraph } from '../../src/graph/index.ts';
import { type JudgementSketch, sketchJudgements } from '../helpers/judgements.ts';
import { sketchThread } from '../helpers/thread.ts';

const thread = sketchThread([
  { by: 'A', text: 'The ferry runs at a loss. By loss I mean before subsidy.' },
  { by: 'B', text: 'It makes no loss at all. A loss is what is left after subsidy. Before subsidy it does not pay.' },
]);
const claims: JudgementSketch['claims'] = {
  runs: ['p1', 'The ferry runs at a loss.'],
  before: ['p1', 'By loss I mean before subsidy.'],
  none: ['p2', 'It makes no loss at all.'],
  after: ['p2', 'A loss is what is left after subsidy.'],
  pays: ['p2', 'Before subsidy it does not pay.', 'hedge'],
};
const terms: JudgementSketch['terms'] = [
  ['loss', 'before'],
  ['Loss', 'after'],
];
const read = (sketch: JudgementSketch) => {
  const graph = buildClaimGraph(
    thread,
    sketchJudgements(thread, { claims, terms, sames: [['runs', 'none', -1]], ...sketch }),
  );
  return { graph, terms: computeDivergence(graph, thread).terms };
};

describe('terms', () => {
  it('list the senses with who gives them, whatever the case of the word', () => {
    const { graph, terms: found } = read({});
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ term: 'loss', verbality: null });
    expect(found[0]!.senses.map(({ speakers, claim }) => [speakers, graph.claims.get(claim)!.text])).toEqual([
      [['A'], 'By loss I mean before subsidy.'],
      [['B'], 'A loss is what is left after subsidy.'],
    ]);
  });

  it('are mostly about the word when a side agrees in the other’s sense', () => {
    const { terms: found } = read({
      relations: {
        // "Before subsidy it does not pay" is the claim in A's sense, and B holds it.
        sense: ['p2', 'Before subsidy it does not pay.', 'before', 'defines', 'pays'],
        narrow: ['p2', 'Before subsidy it does not pay.', 'pays', 'narrows', 'runs'],
      },
    });
    // Gap before: .8 − (−.8); within A's sense: .8 against .5.
    expect(found[0]!.verbality).toBeCloseTo(1 - 0.3 / 1.6, 12);
  });
});
