import { describe, expect, it } from 'vitest';
import { scoreThread } from '../../src/evaluation/index.ts';
import type { GraphSpec } from '../helpers/graph-file-builder.ts';
import { ROOF_TEXT, roofGold, roofGraph } from './roof-dispute.ts';

function figures(graph: Partial<GraphSpec>, gold: Readonly<Record<string, unknown>>) {
  return scoreThread('roof', roofGraph(graph), [roofGold(gold)], ROOF_TEXT).figures;
}

const ANN_BO = {
  explicit: true,
  lines: [4],
  sides: [
    { author: 'Ann', lines: [1] },
    { author: 'Bo', lines: [3] },
  ],
};

describe('cruxes', () => {
  it('are found by two sides that cite lines of two gold sides', () => {
    const found = figures({ cruxes: [{ item: 'HOLD', sides: [['hold'], ['wet']] }] }, { cruxes: [ANN_BO] });
    expect(found).toMatchObject({ 'crux_r@3': 1, 'crux_p@3': 1, 'stated_r@5': 1, open_r: null });
  });

  it('are found by one side, if the rest meets the lines where the crux is raised', () => {
    const raised = { cruxes: [{ item: 'HOLD', sides: [['hold'], ['leak']] }] };
    expect(figures(raised, { cruxes: [ANN_BO] })['crux_r@3']).toBe(1);
    expect(figures(raised, { cruxes: [{ ...ANN_BO, lines: [6] }] })['crux_r@3']).toBe(0);
    const moved: Partial<GraphSpec> = {
      moves: [{ id: 'm', type: 'crux', post: 4, words: 'Nobody has looked' }],
      cruxes: [{ item: 'HOLD', sides: [['hold'], ['leak']], moves: ['m'] }],
    };
    expect(figures(moved, { cruxes: [{ ...ANN_BO, lines: [6] }] })['crux_r@3']).toBe(1);
  });

  it('are not found by sides that both cite one gold side', () => {
    const sides = [
      { author: 'Ann', lines: [1, 3] },
      { author: 'Bo', lines: [] },
    ];
    const found = figures({ cruxes: [{ item: 'HOLD', sides: [['hold'], ['wet']] }] }, { cruxes: [{ sides }] });
    expect(found).toMatchObject({ 'crux_r@3': 0, 'crux_p@3': 0 });
  });

  it('count once however often they are predicted, out of at most as many as there are', () => {
    const twice = [
      { item: 'HOLD', sides: [['hold'], ['wet']] },
      { item: 'WET', sides: [['wet'], ['hold']] },
      { item: 'LEAK', sides: [['wait'], ['unseen']] },
    ];
    expect(figures({ cruxes: twice }, { cruxes: [ANN_BO] })).toMatchObject({ 'crux_r@3': 1, 'crux_p@3': 1 });
    const two = {
      cruxes: [ANN_BO, { ...ANN_BO, lines: [], sides: ANN_BO.sides.map((side) => ({ ...side, lines: [2] })) }],
    };
    expect(figures({ cruxes: twice }, two)).toMatchObject({ 'crux_r@3': 0.5, 'crux_p@3': 0.5, 'crux_p@10': 0.5 });
  });

  it('are measured among the first ones only', () => {
    const cruxes = [...Array.from({ length: 3 }, () => ['wait', 'unseen']), ['hold', 'wet']].map(([a, b]) => ({
      item: 'HOLD',
      sides: [[a!], [b!]],
    }));
    const found = figures({ cruxes }, { cruxes: [ANN_BO] });
    expect(found).toMatchObject({ 'crux_r@3': 0, 'crux_r@5': 1, 'crux_p@3': 0, 'crux_p@5': 1 });
  });

  it('are not found by a side that cites more than four lines', () => {
    const text = 'One.\nTwo.\nThree.\nFour.\nFive.';
    const graph = roofGraph({
      posts: [
        { by: 'Ann', text },
        { by: 'Bo', text: 'No.' },
      ],
      claims: [
        { id: 'four', post: 1, words: 'One.\nTwo.\nThree.\nFour.', of: 'A' },
        { id: 'five', post: 1, words: text, of: 'A' },
        { id: 'no', post: 2, words: 'No.', of: 'B' },
      ],
      cruxes: [{ item: 'A', sides: [['four'], ['no']] }],
    });
    const wide = {
      ...graph,
      cruxes: graph.cruxes.map((crux) => ({
        ...crux,
        sides: crux.sides.map((side) => ({ ...side, claims: side.claims.map((id) => (id === 'four' ? 'five' : id)) })),
      })),
    };
    const gold = roofGold({
      posts: [],
      cruxes: [
        {
          sides: [
            { author: 'Ann', lines: [1] },
            { author: 'Bo', lines: [6] },
          ],
        },
      ],
    });
    expect(scoreThread('x', graph, [gold], null).figures['crux_r@3']).toBe(1);
    expect(scoreThread('x', wide, [gold], null).figures['crux_r@3']).toBe(0);
  });

  it('with one known side count as open points, which the unanswered ones should name', () => {
    const open = {
      lines: [6],
      sides: [
        { author: 'Cy', lines: [6] },
        { author: '?', lines: [] },
      ],
    };
    expect(figures({ unanswered: [{ claim: 'unseen' }] }, { cruxes: [open, ANN_BO] })).toMatchObject({
      open_r: 1,
      'crux_r@3': 0,
    });
    expect(figures({ unanswered: [{ claim: 'leak' }] }, { cruxes: [open] })).toMatchObject({
      open_r: 0,
      'crux_r@3': null,
      'crux_p@3': null,
    });
    const wrong = { cruxes: [{ item: 'HOLD', sides: [['hold'], ['wet']] }] };
    expect(figures(wrong, { cruxes: [open] })).toMatchObject({ 'crux_r@3': null, 'crux_p@3': 0 });
  });
});

describe('agreements', () => {
  const gold = {
    agreements: [
      { authors: ['Ann', 'Bo'], lines: [4, 5] },
      { authors: ['Bo'], lines: [3] },
    ],
  };
  const agreement = { proposition: 'LEAK', speakers: ['Ann', 'Bo'] };

  it('are found by the lines of their claims or moves; those of one author do not count', () => {
    const found = [{ ...agreement, claims: ['leak', 'leak-too'] }];
    expect(figures({ agreements: found }, gold)).toMatchObject({ agr_r: 1, agr_p: 1 });
    const both = [...found, { ...agreement, claims: ['leak'] }, { ...agreement, claims: ['hold'] }];
    expect(figures({ agreements: both }, gold).agr_p).toBeCloseTo(2 / 3, 12);
    const move = { moves: [{ id: 'm', type: 'agree', post: 3, words: 'I agree' }] } as const;
    expect(figures({ ...move, agreements: [{ ...agreement, moves: ['m'] }] }, gold)).toMatchObject({ agr_r: 1 });
  });

  it('are null where there is nothing to find and nothing was found', () => {
    expect(figures({}, {})).toMatchObject({ agr_r: null, agr_p: null });
    expect(figures({}, gold)).toMatchObject({ agr_r: 0, agr_p: 0 });
    expect(figures({ agreements: [{ ...agreement, claims: ['leak'] }] }, {})).toMatchObject({ agr_r: null, agr_p: 0 });
  });
});
