import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeKialo, readKialo } from '../../src/sources/kialo.ts';
import { postOf, readFixture } from './read-fixture.ts';

const debate = () => readKialo(readFixture('kialo.txt'), 'kialo.txt');

describe('readKialo', () => {
  it('gives every claim as a post without an author that answers the claim above it', () => {
    const { title, posts, turns } = debate();
    expect([title, turns]).toEqual(['Should the village keep its night ferry?', 'given']);
    expect(posts.map(({ key, parent, author, signals }) => [key, parent, author, signals['stance']])).toEqual([
      ['1', null, null, undefined],
      ['1.1', '1', null, 'pro'],
      ['1.1.1', '1.1', null, 'con'],
      ['1.1.2.1', '1.2.1', null, 'con'],
      ['1.2', '1', null, 'con'],
      ['1.2.1', '1.2', null, 'con'],
    ]);
  });

  it('keeps a link to another claim as one more place of that claim, over other links too', () => {
    expect(postOf(debate(), '1.2.1').signals).toEqual({
      path: '1.2.1',
      stance: 'con',
      scope: 'parent',
      also: [
        { parent: '1.1', stance: 'pro' },
        { parent: '1', stance: 'con' },
      ],
    });
  });

  it('tells of links that lead nowhere or in a circle', () => {
    expect(debate().notices.map(({ rule }) => rule)).toEqual(['missing-link']);
    const round = readKialo('1. Root.\n1.1. Pro: -> See 1.2.\n1.2. Con: -> See 1.1.\n', 'k.txt');
    expect(round.posts.map(({ key }) => key)).toEqual(['1']);
    expect(round.notices[0]?.text).toBe('2 links ("-> See …") to claims that are not in the file were left out.');
  });

  it('places the words in the text letter by letter, marks kept', () => {
    const { text, posts } = debate();
    expect(posts[2]?.text).toBe(
      'The hospital pays for \\(shared\\) taxis, see [the notice](https://example.org/taxis).',
    );
    for (const { pieces, place, text: words } of posts) {
      expect(text?.slice(pieces[0]!.sourceStart, pieces[0]!.sourceStart + words.length)).toBe(words);
      expect(text?.slice(place!.start, place!.end).endsWith(words)).toBe(true);
    }
  });

  it('reads a claim over several lines, several theses, and no title', () => {
    const { title, posts } = readKialo(
      '1. Thesis: Ferries.\n2. Thesis: Bridges.\n2.1. Pro: Safe,\nand dry.\n\n',
      'k.txt',
    );
    expect(title).toBeNull();
    expect(posts.map(({ key, text }) => [key, text])).toEqual([
      ['1', 'Ferries.'],
      ['2', 'Bridges.'],
      ['2.1', 'Safe,\nand dry.'],
    ]);
  });

  it('puts a not-loaded claim where the path has a gap, and reads the later of two claims with one path', () => {
    const { posts, notices } = readKialo('1. Root.\n1.3.1. Pro: Deep.\n1.3.1. Con: Deeper.\n', 'k.txt');
    expect(posts.map(({ key, state, text }) => [key, state, text])).toEqual([
      ['1', 'ok', 'Root.'],
      ['1.3', 'not-loaded', ''],
      ['1.3.1', 'ok', 'Deeper.'],
    ]);
    expect(notices.map(({ rule }) => rule)).toEqual(['duplicate-post', 'missing-parent']);
  });

  it('takes a path of 100,000 steps for no path', () => {
    expect(readKialo(`1. Root.\n${'1.'.repeat(100_000)} Pro: Deep.\n`, 'k.txt').posts).toHaveLength(1);
  });

  it('survives any text after its first claim', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '1.1. Pro: a',
        '1.1.1. Con: -> See 1.1.',
        '2. b',
        '1.1. Pro:',
        '-> See 1.',
        '1.1. Pro: -> See 1.1.',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = `1. Root.\n${lines.join('\n')}`;
        const keys = readKialo(text, 'k.txt').posts.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('refuses a text without a claim', () => {
    expect(() => readKialo('Just prose.', 'k.txt')).toThrow('k.txt: no Kialo claim in it');
  });
});

describe('looksLikeKialo', () => {
  it('knows an export by its title, or by its claims alone', () => {
    expect(looksLikeKialo(readFixture('kialo.txt'), 'a.txt')).toBe(1);
    expect(looksLikeKialo('1. A.\n1.1. Pro: B.\n1.2. Con: C.\n1.2.1. Pro: D.\n', 'a.txt')).toBe(0.9);
    expect(looksLikeKialo('1. First do this.\n2. Then that.\n3. Pro: tip.\n', 'a.txt')).toBe(0);
  });
});
