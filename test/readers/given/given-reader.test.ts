import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/errors/index.ts';
import { buildClaimGraph, type ClaimGraph } from '../../../src/graph/index.ts';
import type { GraphFile } from '../../../src/graph-file/index.ts';
import { givenReader } from '../../../src/readers/given/given-reader.ts';
import { threadFromGraphFile } from '../../../src/thread/from-graph-file.ts';
import { type JudgementSketch, sketchJudgements } from '../../helpers/judgements.ts';
import { sketchThread } from '../../helpers/thread.ts';
import { graphFileOf } from './graph-file-of.ts';

const thread = sketchThread([
  { by: 'A', text: 'Close the ferry. It loses money every winter.\nThe boat is old.' },
  { by: 'B', text: 'The ferry should stay open. It does not lose money in winter.', replyTo: 'p1' },
  { by: 'A', text: 'I now doubt that it loses money. Age says nothing about cost.', replyTo: 'p2' },
  { by: 'B', text: 'Keep it only if fares rise. Losing money in winter is what keeps it honest.', replyTo: 'p3' },
]);
const sketch: JudgementSketch = {
  claims: {
    close: ['p1', 'Close the ferry.'],
    loses: ['p1', 'It loses money every winter.', 0.9],
    old: ['p1', 'The boat is old.'],
    stay: ['p2', 'The ferry should stay open.'],
    thrives: ['p2', 'It does not lose money in winter.', 'hedge'],
    doubts: ['p3', 'I now doubt that it loses money.', 'doubt'],
    age: ['p3', 'Age says nothing about cost.'],
    keep: ['p4', 'Keep it only if fares rise.', 'conditional'],
    honest: ['p4', 'Losing money in winter is what keeps it honest.'],
  },
  sames: [
    ['loses', 'thrives', -1],
    ['loses', 'doubts'],
    ['close', 'stay', -1],
    ['stay', 'keep'],
    ['honest', 'loses'],
  ],
  relations: {
    a: ['p1', 'It loses money every winter.', 'loses', 'supports', 'close', 'strong'],
    b: ['p1', 'The boat is old.', 'old', 'supports', 'close', 'weak'],
    c: ['p3', 'Age says nothing about cost.', 'age', 'undercuts', 'b'],
    d: ['p4', 'Losing money in winter is what keeps it honest.', 'loses', 'attacks', 'close', 'weak'],
    e: ['p2', 'It does not lose money in winter.', 'thrives', 'supports', 'stay'],
    f: ['p4', 'Keep it only if fares rise.', 'age', 'requires', 'keep'],
  },
  moves: [
    ['p2', 'The ferry should stay open.', 'disagree', 'close'],
    ['p3', 'I now doubt that it loses money.', 'update', 'p2'],
    ['p3', 'Age says nothing about cost.', 'undercut', 'b'],
    ['p4', 'Keep it only if fares rise.', 'meta'],
  ],
  names: [['close', 'The ferry should be closed']],
};
const graph = buildClaimGraph(thread, sketchJudgements(thread, sketch));
const plain = ({ graph: edges, notices, ...rest }: ClaimGraph) => ({ ...rest, edges: edges.edges() });
const rebuild = async (file: GraphFile) =>
  buildClaimGraph(threadFromGraphFile(file), await givenReader(file).read(thread));
const claimOf = (words: string) => [...graph.claims.values()].find(({ text }) => text === words)!;
const change = (edit: (file: GraphFile) => void, more: Partial<GraphFile> = {}) => {
  const file = structuredClone(graphFileOf(thread, graph, more));
  edit(file);
  return file;
};

describe('givenReader', () => {
  it('gives back the judgements that lead to the same graph', async () => {
    expect(plain(await rebuild(graphFileOf(thread, graph)))).toEqual(plain(graph));
  });

  it('does so for any judgements of a thread', async () => {
    const names = Object.keys(sketch.claims!);
    const name = fc.constantFrom(...names);
    const same = fc.tuple(name, name, fc.constantFrom(1 as const, -1 as const));
    const relation = fc
      .tuple(
        ...([name, fc.constantFrom('supports', 'attacks', 'requires', 'narrows', 'defines'), name] as const),
        fc.constantFrom('weak', 'normal', 'strong'),
        fc.constantFrom('holds', 'weak', 'denies', 'reverses'),
      )
      .map(
        ([from, type, to, strength, endorsed]) =>
          [...sketch.claims![from]!.slice(0, 2), from, type, to, strength, endorsed] as never,
      );
    const random = fc.record({
      sames: fc.array(same, { maxLength: 8 }),
      relations: fc.array(relation, { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(random, async ({ sames, relations }) => {
        const judged = sketchJudgements(thread, {
          claims: sketch.claims!,
          sames,
          relations: Object.fromEntries(relations.entries()),
        });
        const first = buildClaimGraph(thread, judged);
        const again = await rebuild(graphFileOf(thread, first));
        expect([...again.propositions]).toEqual([...first.propositions]);
        expect(again.claims).toEqual(first.claims);
        expect(pull(again)).toEqual(pull(first));
      }),
      { numRuns: 300 },
    );
  });

  it('does so where somebody narrows a claim weakly and somebody else its opposite', async () => {
    const [one, other] = [sketch.claims!['doubts']!.slice(0, 2), sketch.claims!['honest']!.slice(0, 2)];
    const judged = sketchJudgements(thread, {
      claims: sketch.claims!,
      sames: [
        ['keep', 'honest', 1],
        ['doubts', 'keep', -1],
      ],
      relations: {
        first: [...one, 'doubts', 'narrows', 'close', 'weak', 'holds'] as never,
        second: [...other, 'honest', 'narrows', 'close', 'weak', 'weak'] as never,
      },
    });
    const first = buildClaimGraph(thread, judged);
    expect(pull(await rebuild(graphFileOf(thread, first)))).toEqual(pull(first));
  });

  it('stamps the result as given, with the model that read the thread first', () => {
    expect(givenReader(graphFileOf(thread, graph)).stamp).toEqual({ name: 'given', model: 'some-model', version: '7' });
  });

  it('takes over a corrected stance and wording', async () => {
    const file = change(({ claims, propositions }) => {
      const { id, proposition } = claimOf('The boat is old.');
      claims.find((claim) => claim.id === id)!.stance = 'doubt';
      propositions.find((each) => each.id === proposition)!.text = 'The boat is past its years';
    });
    const old = (await rebuild(file)).propositions.get(claimOf('The boat is old.').proposition);
    expect(old).toMatchObject({ text: 'The boat is past its years', views: [{ speaker: 'A', value: -0.5 }] });
  });

  it('moves a claim to another proposition, tells so, and lets the relations of an emptied one follow', async () => {
    const age = claimOf('Age says nothing about cost.');
    const old = claimOf('The boat is old.');
    const file = change(({ claims }) => {
      claims.find(({ id }) => id === old.id)!.proposition = age.proposition;
    });
    const { notices } = await givenReader(file).read(thread);
    expect(notices).toEqual([
      {
        rule: 'given-membership',
        post: 'p1',
        text: `Claim ${old.id} counts to proposition ${age.proposition}, as its own entry says; the propositions' lists differ.`,
      },
    ]);
    const merged = await rebuild(file);
    expect(merged.claims.get(old.id)?.proposition).toBe(merged.claims.get(age.id)?.proposition);
    expect([...merged.relations.values()].filter(({ type }) => type === 'supports')).toHaveLength(2);
  });

  it('takes over a relation added by hand, on the words of its reason where it cites none', async () => {
    const [from, to] = [claimOf('The boat is old.').proposition, claimOf('Age says nothing about cost.').proposition];
    const added = {
      id: 'mine',
      from,
      to,
      type: 'attacks',
      weight: 1.2,
      owner: null,
      statedBy: [],
      premise: 1,
      conclusion: 1,
      feedback: false,
    } as const;
    const file = change(({ relations }) => relations.push({ ...added, statedBy: [] }));
    const { relations, notices } = await givenReader(file).read(thread);
    const { post, start, end } = claimOf('The boat is old.');
    expect(relations.at(-1)).toMatchObject({
      id: 'mine',
      type: 'attacks',
      strength: 'normal',
      endorsed: 'holds',
      post,
      start,
      end,
    });
    expect(notices.map(({ rule }) => rule)).toEqual(['given-weight', 'given-statement']);
  });

  it('leaves out a relation of weight 0', async () => {
    const file = change(({ relations }) => {
      relations.find(({ type }) => type === 'requires')!.weight = 0;
    });
    expect([...(await rebuild(file)).relations.values()].some(({ type }) => type === 'requires')).toBe(false);
  });

  it('keeps contentions, and the questions of cruxes under their id or their words', async () => {
    const [a, b] = [claimOf('Close the ferry.'), claimOf('The ferry should stay open.')];
    const side = { camp: null, stance: 'assert', value: 0.8 } as const;
    const crux = {
      ...{
        id: 'x1',
        rank: 1,
        issue: null,
        item: a.proposition,
        kind: 'contention',
        question: 'Close it?',
        settledBy: 'A count',
      },
      ...{ declared: true, score: null, closes: null, waypoints: [], moves: [...graph.moves.keys()].slice(0, 1) },
      sides: [
        { ...side, speaker: 'A', claims: [a.id] },
        { ...side, speaker: 'B', claims: [b.id] },
      ],
      ...{ origin: null, divided: false, band: null },
    } as const;
    const file = change(() => {}, { cruxes: [structuredClone(crux) as never] });
    const reader = givenReader(file);
    const judged = await reader.read(thread);
    expect(judged.disputes).toEqual([
      { id: 'x1', claims: [a.id, b.id], moves: crux.moves, declared: true, setAside: false, confidence: 1 },
    ]);
    const words = ({ post, speaker, start, end }: typeof b) => [{ post, speaker, start, end }];
    const items = [
      { id: 'x1', words: [] },
      { id: 'other', words: words(b) },
      { id: 'unknown', words: words(claimOf('The boat is old.')) },
    ];
    expect(await reader.name(thread, judged, items)).toEqual([
      { id: 'x1', question: 'Close it?', settledBy: 'A count' },
      { id: 'other', question: 'Close it?', settledBy: 'A count' },
    ]);
    expect(await reader.review(thread, judged, items)).toEqual(new Set(['x1', 'other', 'unknown']));
  });

  it('gives the sense of a term to all its speakers', async () => {
    const [loses, honest] = [
      claimOf('It loses money every winter.'),
      claimOf('Losing money in winter is what keeps it honest.'),
    ];
    const terms = [{ term: 'loss', senses: [{ speakers: ['A', 'B'], claim: loses.id }], verbality: null }];
    const judged = await givenReader(graphFileOf(thread, graph, { terms })).read(thread);
    expect(judged.terms).toEqual([
      { term: 'loss', claim: loses.id },
      { term: 'loss', claim: honest.id },
    ]);
  });
});

describe('givenReader on corrections that do not hold together', () => {
  const failure = (edit: (file: GraphFile) => void): SourceError => {
    try {
      givenReader(change(edit));
    } catch (error) {
      if (error instanceof SourceError) return error;
    }
    throw new Error('no SourceError');
  };

  it('names a relation whose proposition has no claim', () => {
    const { id } = [...graph.relations.values()][0]!;
    const error = failure((file) => {
      file.propositions.push({ id: 'new', text: 'New', claims: [], views: [] });
      file.relations[0]!.to = 'new';
    });
    expect(error.message).toBe(`sketch.txt: relation ${id} needs proposition new, which has no claim at all`);
    expect(error.hint).toBe(`Point relation ${id} to another proposition, delete it, or give new such a claim.`);
  });

  it('names a relation that needs somebody to deny its reason', () => {
    const at = [...graph.relations.values()].findIndex(({ from }) => from === claimOf('The boat is old.').proposition);
    const error = failure((file) => {
      file.relations[at]!.premise = -1;
    });
    expect(error.message).toContain('which has no claim that denies it (polarity -1)');
  });

  it('names a proposition that all its claims deny', () => {
    const { id, proposition } = claimOf('The boat is old.');
    const error = failure((file) => {
      file.claims.find((claim) => claim.id === id)!.polarity = -1;
    });
    expect(error.message).toBe(`sketch.txt: all claims of proposition ${proposition} deny it (polarity -1)`);
  });

  it('names a statement in a post of another speaker', () => {
    const { id } = [...graph.relations.values()][0]!;
    const error = failure((file) => {
      file.relations[0]!.statedBy[0]!.speaker = 'B';
    });
    expect(error.message).toBe(`sketch.txt: relation ${id} is stated by B in post p1, which is by A`);
  });
});

/** What each inference does, whichever way round its type is written. */
function pull(graph: ClaimGraph) {
  return [...graph.relations.values()]
    .map(({ from, to, type, premise, conclusion, weight, owner, statedBy }) => {
      const sign = type === 'attacks' ? -1 : 1;
      const stated = statedBy.map(
        ({ post, start, endorsed }) => `${post}:${start}:${endorsed * sign * premise * conclusion}`,
      );
      return {
        ends: [from, to, owner, type === 'attacks' ? 'supports' : type].join(' '),
        weight,
        stated: stated.sort(),
      };
    })
    .sort((a, b) => (a.ends < b.ends ? -1 : 1));
}
