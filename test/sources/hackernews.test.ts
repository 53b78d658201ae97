import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/errors/index.ts';
import { looksLikeHackerNews, readHackerNews } from '../../src/sources/hackernews.ts';
import { blocksOf, postOf, readFixture } from './read-fixture.ts';

const thread = () => readHackerNews(readFixture('hackernews-item.json'), 'item.json');
const read = (value: unknown) => readHackerNews(JSON.stringify(value), 'x.json');

describe('readHackerNews', () => {
  it('gives the nested items depth first with their parents', () => {
    const { title, posts, notices } = thread();
    expect(title).toBe('The last canal of the county');
    expect(posts.map(({ key, parent, author }) => [key, parent, author])).toEqual([
      ['500', null, 'dredger'],
      ['501', '500', 'lockkeeper'],
      ['502', '501', 'haulier'],
      ['503', '502', null],
      ['504', '503', 'dredger'],
      ['505', '501', 'skipper'],
      ['506', '501', 'mate'],
    ]);
    expect(notices).toEqual([]);
    expect(posts[0]).toMatchObject({
      time: '2024-03-01T10:00:20Z',
      url: 'https://news.ycombinator.com/item?id=500',
      signals: { score: 77, scope: 'post', link: 'https://example.org/last-canal' },
    });
  });

  it('takes > paragraphs as quotes and shows whole addresses', () => {
    expect(blocksOf(thread(), '501')).toEqual([
      ['paragraph', 'A canal is cheaper to keep than a road.'],
      ['quote', '> nobody uses canals'],
      ['paragraph', 'That was said of *railways* too; see https://example.org/canals/history-of-barges'],
    ]);
  });

  it('takes italics as a quote where the post above has the words, and keeps code as it is', () => {
    expect(blocksOf(thread(), '502')).toEqual([
      ['quote', '*A canal is cheaper to keep than a road.*'],
      ['paragraph', "Only if you don't count the locks."],
      ['code', '  cost = locks * 3\n  if cost > 10: stop'],
      ['paragraph', 'So it depends.'],
    ]);
  });

  it('takes a paragraph all in italics as a quote, and one in quotation marks where the post above has it', () => {
    expect(blocksOf(thread(), '505')[0]).toEqual(['quote', '*Barges are slow and nobody minds that.*']);
    expect(blocksOf(thread(), '506')[0]).toEqual(['quote', '"A canal is cheaper to keep than a road."']);
  });

  it('does not take >50% for a quote', () => {
    expect(blocksOf(thread(), '504')).toEqual([['paragraph', '>50% of the cost is the locks, and 3 < 5.']]);
  });

  it('keeps deleted comments so that replies stay attached', () => {
    expect(postOf(thread(), '503')).toMatchObject({ state: 'deleted-by-author', text: '', blocks: [] });
    expect(read([{ id: 1, by: 'a', text: '[flagged]', type: 'comment', dead: true }]).posts[0]?.state).toBe(
      'removed-by-moderator',
    );
  });

  it('reads the title of a text story as its author’s words', () => {
    const ask = read({
      id: 1,
      type: 'story',
      author: 'a',
      title: 'Ask HN: Canals?',
      text: 'Are they <i>worth</i> it?',
      children: [],
    });
    expect(blocksOf(ask, '1')).toEqual([
      ['paragraph', 'Ask HN: Canals?'],
      ['paragraph', 'Are they *worth* it?'],
    ]);
  });

  it('reads search hits and Firebase items too', () => {
    const hits = [
      {
        objectID: '2',
        parent_id: 1,
        author: 'b',
        comment_text: 'Yes.',
        created_at_i: 1_700_000_000,
        story_title: 'Canals',
      },
    ];
    expect(read({ hits }).posts.map(({ key, state }) => [key, state])).toEqual([
      ['1', 'not-loaded'],
      ['2', 'ok'],
    ]);
    expect(read({ hits }).title).toBe('Canals');
    const set = {
      1: { id: 1, by: 'a', title: 'Canals', type: 'story', descendants: 1 },
      2: { id: 2, by: 'b', text: 'Yes.', parent: 1 },
    };
    expect(read(set)).toMatchObject({
      title: 'Canals',
      declaredPosts: 2,
      posts: [{ key: '1' }, { key: '2', parent: '1' }],
    });
  });
});

describe('readHackerNews on damaged files', () => {
  it('reads 100,000 levels', () => {
    const open = (at: number) => `{"id":"${at}","author":"a","text":"x","children":[`;
    const levels = Array.from({ length: 100_000 }, (_, at) => at);
    const deep = readHackerNews(levels.map(open).join('') + ']}'.repeat(100_000), 'deep.json');
    expect(deep.posts.length).toBe(100_000);
    expect(deep.posts.at(-1)).toMatchObject({ key: '99999', parent: '99998' });
  });

  it('takes numbers as strings, the newest of two copies, and cuts circles', () => {
    const [one, two] = read([
      { id: '1', parent: '2', by: 'a', text: 'Old.', time: '1700000000', score: '5' },
      { id: 2, parent: 1, by: 'b', text: 'Two.' },
      { id: 1, parent: 2, by: 'a', text: 'New.', time: '1700000000', score: '5' },
    ]).posts;
    expect(one).toMatchObject({
      key: '1',
      parent: null,
      text: 'New.',
      time: '2023-11-14T22:13:20Z',
      signals: { score: 5 },
    });
    expect(two).toMatchObject({ key: '2', parent: '1' });
  });

  it('reads the bare text of HTML that is nested too deep to be a post', () => {
    const html = `${'<i>'.repeat(50_000)}Deep &gt; down${'</b>'.repeat(50_000)}`;
    const { posts } = read({ id: 1, author: 'a', text: html, children: [] });
    expect(posts[0]?.text).toBe('Deep > down');
  });

  it('gives sound blocks for any HTML', () => {
    const bits = fc.constantFrom(
      '<p>',
      '<i>',
      '</i>',
      '&gt; ',
      'word ',
      '<pre><code>',
      '</code></pre>',
      '<a href="x">',
      '</a>',
      '\n',
      '<',
      '<ul><li>',
      '"',
      '*',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 30 }), (parts) => {
        const { posts } = read({
          id: 1,
          author: 'a',
          text: `Above${parts.join('')}`,
          children: [{ id: 2, author: 'b', text: parts.join(''), children: [] }],
        });
        for (const { text, blocks } of posts) {
          let from = 0;
          for (const { start, end } of blocks) {
            expect(text.slice(from, start).trim()).toBe('');
            expect(start < end && text.slice(start, end).trim() === text.slice(start, end).trimStart()).toBe(true);
            from = end;
          }
          expect(text.slice(from).trim()).toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('refuses JSON without an item, and names the shape', () => {
    expect(() => readHackerNews('[]', 'a.json')).toThrow(SourceError);
    expect(() => readHackerNews('{"id":1,', 'a.json')).toThrow(
      'a.json:1:9: broken JSON: expected a key in double quotes, but the file ends',
    );
  });
});

describe('looksLikeHackerNews', () => {
  it('knows items, hits and Firebase sets', () => {
    expect(looksLikeHackerNews(readFixture('hackernews-item.json'), 'a.json')).toBe(1);
    expect(looksLikeHackerNews('[{"by":"a","type":"comment","parent":1}]', 'a.json')).toBe(0.8);
    expect(looksLikeHackerNews(readFixture('reddit-thread.json'), 'a.json')).toBe(0);
  });
});
