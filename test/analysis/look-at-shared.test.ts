import { describe, expect, it } from 'vitest';
import { analyzeThread } from '../../src/analysis/index.ts';
import { type Reader, rulesReader, type SharedInWords, type Sharers } from '../../src/readers/index.ts';
import { everybodyShares } from '../../src/readers/reader.ts';
import { type JudgementSketch, sketchJudgements } from '../helpers/judgements.ts';
import { talk } from '../readers/llm/talk.ts';

const THREAD = talk([
  { by: 'Ann', text: 'The ferry loses money in winter.' },
  { by: 'Bob', text: 'In winter it does not pay. Exactly.' },
  { by: 'Cy', text: 'I like ferries in winter.' },
]);
const SKETCH: JudgementSketch = {
  claims: {
    a: ['p1', 'The ferry loses money in winter.'],
    b: ['p2', 'In winter it does not pay.'],
    c: ['p3', 'I like ferries in winter.'],
  },
  sames: [
    ['a', 'b'],
    ['a', 'c'],
  ],
  moves: [['p2', 'Exactly.', 'agree', 'a']],
};

async function shared(hold: (items: readonly SharedInWords[]) => ReadonlyMap<string, Sharers>) {
  const seen: SharedInWords[] = [];
  const reader: Reader = {
    ...rulesReader(),
    read: async () => sketchJudgements(THREAD, SKETCH),
    confirmShared: async (_thread, _judgements, items) => {
      seen.push(...items);
      return hold(items);
    },
  };
  const { file } = await analyzeThread(THREAD, reader);
  return { file, seen, agreements: file.agreements.map(({ speakers }) => speakers) };
}
const only = (...speakers: string[]) => sharing(speakers, []);
const sharing = (whole: string[], part: string[]) => (items: readonly SharedInWords[]) =>
  new Map(items.map(({ id }) => [id, { whole: new Set(whole), part: new Set(part) }]));

describe('the second look at what speakers share', () => {
  it('sees the claim as it is told and the words of everybody who is said to hold it', async () => {
    const { seen, agreements } = await shared(everybodyShares);
    expect(seen.map(({ says, how, words }) => [says, how, words.map(({ speaker }) => speaker)])).toEqual([
      ['The ferry loses money in winter.', 'shared', ['Ann', 'Bob', 'Cy', 'Bob']],
    ]);
    expect(agreements).toEqual([['Ann', 'Bob', 'Cy']]);
  });

  it('takes out who is not confirmed: they are listed no more, and their words are a claim of their own', async () => {
    const { file, agreements } = await shared(only('Ann', 'Bob'));
    expect(agreements).toEqual([['Ann', 'Bob']]);
    const [ann, bob, cy] = file.claims.map(({ proposition }) => proposition);
    expect(ann).toBe(bob);
    expect(cy).not.toBe(ann);
    expect(file.claims.map(({ text }) => text)).toHaveLength(3);
    expect(file.moves.map(({ type }) => type)).toEqual(['agree']);
  });

  it('tells an agreement of which somebody shares but a part as one in part', async () => {
    const { file, agreements } = await shared(sharing(['Ann', 'Cy'], ['Bob']));
    expect(agreements).toEqual([['Ann', 'Bob', 'Cy']]);
    expect(file.agreements.map(({ kind }) => kind)).toEqual(['partial']);
  });

  it('leaves no agreement where one alone is confirmed, or nobody, or none was looked at', async () => {
    expect((await shared(only('Bob'))).agreements).toEqual([]);
    expect((await shared(only())).agreements).toEqual([]);
    expect((await shared(sharing([], ['Ann', 'Bob']))).agreements).toEqual([]);
    expect((await shared(() => new Map())).agreements).toEqual([]);
    expect((await shared(only('Bob'))).file.moves).toEqual([]);
  });
});
