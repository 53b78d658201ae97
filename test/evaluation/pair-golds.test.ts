import { describe, expect, it } from 'vitest';
import { pairGolds } from '../../src/evaluation/index.ts';
import { roofGold, roofGraph } from './roof-dispute.ts';

const graph = (name: string, source = 'roof.txt') => ({ name, file: roofGraph({ source }) });
const gold = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({ name, gold: roofGold(more) });
const namesOf = ({ pairs }: ReturnType<typeof pairGolds>) =>
  pairs.map(({ name, golds }) => [name, ...golds.map((each) => each.name)]);

describe('golds', () => {
  it('go with the graph of the input that they name, one for each annotator', () => {
    const golds = [gold('a/roof.json'), gold('b/roof.json'), gold('a/wall.json', { seed: 'wall.txt' })];
    const found = pairGolds([graph('out/roof.crux.json')], golds);
    expect(namesOf(found)).toEqual([['out/roof.crux.json', 'a/roof.json', 'b/roof.json']]);
    expect(found.notices.map(({ rule, text }) => [rule, text])).toEqual([
      ['no-graph', 'a/wall.json: no graph of wall.txt was given.'],
    ]);
  });

  it('of inputs of one name are told apart by length, then by folder', () => {
    const longer = gold('corpora/wall/gold.json', { lines: 60 });
    expect(namesOf(pairGolds([graph('graphs/roof.crux.json')], [longer, gold('corpora/roof/gold.json')]))).toEqual([
      ['graphs/roof.crux.json', 'corpora/roof/gold.json'],
    ]);
    const twins = [gold('corpora/wall/gold.json'), gold('corpora/roof/gold.json')];
    expect(namesOf(pairGolds([graph('graphs/roof/thread.crux.json')], twins))).toEqual([
      ['graphs/roof/thread.crux.json', 'corpora/roof/gold.json'],
    ]);
  });

  it('with a checksum go with that input only, whatever it is called', () => {
    const same = gold('a.json', { seed: 'other.txt', sha256: '0'.repeat(64) });
    const other = gold('b.json', { sha256: '1'.repeat(64) });
    expect(namesOf(pairGolds([graph('x.crux.json')], [same, other]))).toEqual([['x.crux.json', 'a.json']]);
  });

  it('that are missing are told', () => {
    const { pairs, notices } = pairGolds([graph('x.crux.json', 'x.txt')], []);
    expect(pairs).toEqual([]);
    expect(notices.map(({ text }) => text)).toEqual([
      'x.crux.json: no gold for x.txt; a gold names its thread by `seed`.',
    ]);
  });
});
