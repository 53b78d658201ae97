import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors/index.ts';
import { buildClaimGraph } from '../../src/graph/index.ts';
import type { Judgements } from '../../src/readers/index.ts';
import { type JudgementSketch, sketchJudgements } from '../helpers/judgements.ts';
import { type PostSketch, sketchThread } from '../helpers/thread.ts';

const posts: readonly PostSketch[] = [
  { by: 'A', text: 'Close the ferry. It loses money every winter.\nThe boat is old.' },
  { by: 'B', text: 'The ferry should stay open. It does not lose money in winter.', replyTo: 'p1' },
  { by: 'A', text: 'I now doubt that it loses money. Age says nothing about cost.', replyTo: 'p2' },
];
const thread = sketchThread(posts);

const build = (sketch: JudgementSketch, options = {}) =>
  buildClaimGraph(thread, sketchJudgements(thread, sketch), options);
const textOf = (graph: ReturnType<typeof build>, words: string) =>
  [...graph.claims.values()].find(({ text }) => text === words)!;
const propositionOf = (graph: ReturnType<typeof build>, words: string) =>
  graph.propositions.get(textOf(graph, words).proposition)!;

const close = ['p1', 'Close the ferry.'] as const;
const loses = ['p1', 'It loses money every winter.'] as const;
const old = ['p1', 'The boat is old.'] as const;
const stay = ['p2', 'The ferry should stay open.'] as const;
const thrives = ['p2', 'It does not lose money in winter.'] as const;
const doubts = ['p3', 'I now doubt that it loses money.', 'doubt'] as const;

describe('claims', () => {
  it('carry their words, lines, speaker and kind', () => {
    const graph = build({ claims: { old, stay } });
    expect([...graph.claims.values()]).toMatchObject([
      { post: 'p1', speaker: 'A', text: 'The boat is old.', start: 46, end: 62, firstLine: 2, lastLine: 2 },
      { post: 'p2', speaker: 'B', text: 'The ferry should stay open.', firstLine: 4, lastLine: 4 },
    ]);
  });

  it('get the same ids whatever the order and the ids of the judgements', () => {
    const claims = { close, loses, old, stay, thrives, doubts };
    const sames = [
      ['loses', 'thrives', -1],
      ['loses', 'doubts'],
      ['close', 'stay', -1],
    ] as const;
    const relations = {
      a: [...loses, 'loses', 'supports', 'close'],
      b: [...old, 'old', 'supports', 'close'],
      c: ['p3', 'Age says nothing about cost.', 'doubts', 'undercuts', 'b'],
    } as const;
    const judged = sketchJudgements(thread, { claims, sames, relations, moves: [[...stay, 'disagree', 'close']] });
    const turned: Judgements = {
      ...judged,
      claims: judged.claims.toReversed(),
      sames: judged.sames.toReversed().map(({ a, b, ...rest }) => ({ a: b, b: a, ...rest })),
      relations: judged.relations.toReversed(),
      moves: judged.moves.toReversed(),
    };
    const plain = ({ graph, ...rest }: ReturnType<typeof build>) => ({ ...rest, edges: graph.edges() });
    const first = plain(buildClaimGraph(thread, judged));
    const second = plain(buildClaimGraph(thread, turned));
    expect(second).toEqual(first);
    expect([...second.claims.keys()]).toEqual([...first.claims.keys()]);
    expect([...second.propositions.keys()]).toEqual([...first.propositions.keys()]);
    expect([...second.relations.keys()]).toEqual([...first.relations.keys()]);
  });

  it('stay apart when two are read in the same words', () => {
    const graph = build({ claims: { one: old, two: old } });
    expect(graph.claims.size).toBe(2);
    expect(new Set(graph.claims.keys()).size).toBe(2);
  });

  it('are dropped, counted and told when the post only quotes the words', () => {
    const quoting = sketchThread([
      posts[0]!,
      { by: 'B', text: 'The boat is old.\nSo what?', quotes: ['The boat is old.'] },
    ]);
    const judged = sketchJudgements(quoting, {
      claims: {
        mine: ['p2', 'The boat is old.'],
        theirs: ['p2', 'The boat is old.', 'reported'],
        ask: ['p2', 'So what?'],
      },
    });
    const graph = buildClaimGraph(quoting, judged);
    expect([...graph.claims.values()].map(({ text, stance }) => [text, stance])).toEqual([
      ['The boat is old.', 'reported'],
      ['So what?', 'assert'],
    ]);
    expect(graph.dropped.claims).toBe(1);
    expect(graph.notices).toEqual([
      { rule: 'quoted-claim', post: 'p2', text: 'Dropped 1 claim of p2, in words that the post only quotes.' },
    ]);
  });

  it('are dropped when they lie in no post or outside its text', () => {
    const graph = build({ claims: { nowhere: ['p9', 'The boat'], outside: ['p1', 'No such words'], old } });
    expect(graph.claims.size).toBe(1);
    expect(graph.notices.map(({ rule, post }) => [rule, post])).toEqual([
      ['outside-claim', 'p1'],
      ['absent-claim', null],
    ]);
  });

  it('after the as-of post do not count', () => {
    const claims = { loses, doubts };
    const sames = [['loses', 'doubts']] as const;
    expect(propositionOf(build({ claims, sames }), loses[1]).views).toMatchObject([{ speaker: 'A', value: -0.5 }]);
    const before = build({ claims, sames }, { asOf: 'p2' });
    expect(propositionOf(before, loses[1]).views).toMatchObject([{ speaker: 'A', value: 0.8 }]);
    expect(before.notices).toEqual([]);
    expect(() => build({ claims }, { asOf: 'p7' })).toThrow(UsageError);
  });
});

describe('propositions', () => {
  it('hold all claims that say the same or the opposite, with the views turned to one wording', () => {
    const graph = build({
      claims: { loses, thrives, doubts },
      sames: [
        ['loses', 'thrives', -1],
        ['thrives', 'doubts', -1],
      ],
    });
    const proposition = propositionOf(graph, loses[1]);
    expect(proposition.claims).toHaveLength(3);
    // The longest member words it: "It does not lose money in winter."
    expect(proposition.text).toBe(thrives[1]);
    expect(proposition.views).toMatchObject([
      { speaker: 'A', stance: 'hedge', value: 0.5, claim: textOf(graph, doubts[1]).id },
      { speaker: 'B', stance: 'assert', value: 0.8 },
    ]);
  });

  it('take the wording that the reader gives them', () => {
    const graph = build({
      claims: { loses, thrives },
      sames: [['loses', 'thrives', -1]],
      names: [['loses', 'The ferry loses money in winter.']],
    });
    const proposition = propositionOf(graph, loses[1]);
    expect(proposition.text).toBe('The ferry loses money in winter.');
    expect(proposition.views.map(({ speaker, value }) => [speaker, value])).toEqual([
      ['A', 0.8],
      ['B', -0.8],
    ]);
  });

  it('keep earlier judgements of sameness when a later one contradicts them', () => {
    const graph = build({
      claims: { loses, thrives, doubts },
      sames: [
        ['loses', 'thrives', -1],
        ['loses', 'doubts'],
        ['thrives', 'doubts'],
      ],
    });
    expect(propositionOf(graph, loses[1]).claims).toHaveLength(3);
    expect(textOf(graph, doubts[1]).polarity).toBe(textOf(graph, loses[1]).polarity);
    expect(graph.notices.map(({ rule }) => rule)).toEqual(['contradictory-same']);
  });

  it('give no view to what is only reported or conditional, and read stated odds', () => {
    const graph = build({
      claims: {
        close: [...close, 'conditional'],
        old: [...old, 'reported'],
        loses: [...loses, 0.9],
        stay: [...stay, 1],
      },
    });
    expect(propositionOf(graph, close[1]).views).toEqual([]);
    expect(propositionOf(graph, old[1]).views).toEqual([]);
    expect(propositionOf(graph, loses[1]).views).toMatchObject([{ value: 0.8 }]);
    expect(propositionOf(graph, stay[1]).views).toMatchObject([{ value: 0.95 }]);
  });
});

describe('relations', () => {
  const claims = { close, loses, old, stay, thrives };

  it('turn with the polarity of their ends', () => {
    const graph = build({
      claims,
      sames: [
        ['loses', 'thrives', -1],
        ['close', 'stay', -1],
      ],
      // The longest members word the propositions: "stay" and "thrives".
      relations: { a: [...loses, 'loses', 'supports', 'close'], b: [...old, 'old', 'attacks', 'stay'] },
    });
    expect([...graph.relations.values()]).toMatchObject([
      { type: 'attacks', premise: -1, conclusion: 1, weight: 1 },
      { type: 'attacks', premise: 1, conclusion: 1 },
    ]);
    expect(graph.graph.size).toBe(2);
  });

  it('merge into one with the largest weight and each speaker’s endorsement', () => {
    const graph = build({
      claims,
      relations: {
        a: [...old, 'old', 'supports', 'close', 'normal'],
        b: [...stay, 'old', 'supports', 'close', 'strong', 'denies'],
      },
    });
    expect([...graph.relations.values()]).toMatchObject([
      {
        type: 'supports',
        weight: 1,
        owner: null,
        statedBy: [
          { speaker: 'A', endorsed: 1, post: 'p1', firstLine: 2 },
          { speaker: 'B', endorsed: 0 },
        ],
      },
    ]);
  });

  it('are one inference when two speakers draw it in opposite directions', () => {
    const graph = build({
      claims,
      relations: { a: [...old, 'old', 'supports', 'close', 'strong'], b: [...stay, 'old', 'attacks', 'close'] },
    });
    expect([...graph.relations.values()]).toMatchObject([
      {
        type: 'supports',
        weight: 2,
        statedBy: [
          { speaker: 'A', endorsed: 1 },
          { speaker: 'B', endorsed: -1 },
        ],
      },
    ]);
  });

  it('may be undercut, and the undercut too', () => {
    const graph = build({
      claims: { ...claims, age: ['p3', 'Age says nothing about cost.'] },
      relations: {
        c: [...thrives, 'thrives', 'undercuts', 'b'],
        b: ['p3', 'Age says nothing about cost.', 'age', 'undercuts', 'a'],
        a: [...old, 'old', 'supports', 'close'],
        lost: [...stay, 'stay', 'undercuts', 'nothing'],
      },
    });
    const [a, b, c] = [...graph.relations.values()];
    expect([b, c]).toMatchObject([
      { type: 'undercuts', to: a!.id },
      { type: 'undercuts', to: b!.id },
    ]);
    expect(graph.graph.size).toBe(1);
    expect(graph.dropped.relations).toBe(1);
  });

  it('belong to the speaker who sets a condition, and strongly so when it is a condition for agreeing', () => {
    const graph = build({
      claims,
      relations: { a: [...thrives, 'thrives', 'requires', 'close'] },
      moves: [[...stay, 'cond_agree', 'close']],
    });
    expect([...graph.relations.values()]).toMatchObject([{ type: 'requires', owner: 'B', weight: 2 }]);
  });

  it('come from a conditional agreement whose condition is a claim in the same words', () => {
    const graph = build({ claims, moves: [[...thrives, 'cond_agree', 'close']] });
    expect([...graph.relations.values()]).toMatchObject([
      {
        type: 'requires',
        from: textOf(graph, thrives[1]).proposition,
        to: textOf(graph, close[1]).proposition,
        owner: 'B',
        weight: 2,
      },
    ]);
  });

  it('never lead from a proposition to itself', () => {
    const graph = build({
      claims,
      sames: [['loses', 'thrives', -1]],
      relations: { a: [...thrives, 'thrives', 'attacks', 'loses'] },
    });
    expect(graph.relations.size).toBe(0);
    expect(graph.notices.map(({ rule }) => rule)).toEqual(['circular-relation']);
  });
});

describe('moves', () => {
  it('point to the posts, claims and relations of the file', () => {
    const graph = build({
      claims: { close, old, stay },
      relations: { a: [...old, 'old', 'supports', 'close'] },
      moves: [
        [...thrives, 'disagree', 'p1'],
        [...stay, 'disagree', 'close'],
        ['p3', 'Age says nothing about cost.', 'undercut', 'a'],
        ['p3', 'I now doubt', 'update', 'gone'],
      ],
    });
    expect([...graph.moves.values()]).toMatchObject([
      { type: 'disagree', speaker: 'B', target: textOf(graph, close[1]).id },
      { type: 'disagree', target: 'p1' },
      { type: 'update', speaker: 'A', target: null },
      { type: 'undercut', target: [...graph.relations.keys()][0] },
    ]);
  });
});

describe('disputes', () => {
  it('name the claims and moves of the file and need two speakers', () => {
    const graph = build({
      claims: { close, old, stay },
      moves: [[...stay, 'disagree', 'close']],
      disputes: [
        { claims: ['close', 'stay'], moves: ['move0'] },
        { claims: ['close', 'old'], moves: [] },
        { claims: ['close', 'gone'] },
      ],
    });
    expect(graph.disputes).toEqual([
      {
        claims: [textOf(graph, close[1]).id, textOf(graph, stay[1]).id],
        moves: [...graph.moves.keys()],
        declared: false,
        setAside: false,
        confidence: 1,
      },
    ]);
  });
});
