import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/errors/index.ts';
import { looksLikeReddit, readReddit } from '../../src/sources/reddit.ts';
import { blocksOf, postOf, readFixture } from './read-fixture.ts';

const thread = () => readReddit(readFixture('reddit-thread.json'), 'reddit-thread.json');
const comment = (id: string, parent: string, body: string, more: object = {}) => ({
  kind: 't1',
  data: { id, parent_id: parent, author: 'ada', body, replies: '', ...more },
});
const read = (...things: unknown[]) => readReddit(JSON.stringify(things), 'x.json');
const rules = (value: { notices: readonly { rule: string }[] }) => value.notices.map(({ rule }) => rule);

describe('readReddit', () => {
  it('gives submission and comments in page order, each with what it answers', () => {
    const { title, posts, declaredPosts, turns, text } = thread();
    expect(title).toBe('CMV: The night ferry should stop & make room for a bridge');
    expect([declaredPosts, turns, text]).toEqual([13, 'given', null]);
    expect(posts.map(({ key, parent }) => [key, parent])).toEqual([
      ['t3_ferry1', null],
      ['t1_c1', 't3_ferry1'],
      ['t1_c2', 't1_c1'],
      ['t1_c3', 't1_c2'],
      ['t1_c6', 't3_ferry1'],
      ['t1_c7', 't1_c6'],
      ['t1_c8', 't3_ferry1'],
      ['t1_c9', 't3_ferry1'],
      ['t1_c10', 't3_ferry1'],
      ['t1_c11', 't3_ferry1'],
    ]);
    expect(posts[0]).toMatchObject({
      author: 'harbour_hand',
      time: '2023-11-14T21:56:40Z',
      url: 'https://www.reddit.com/r/changemyview/comments/ferry1/cmv_the_night_ferry/',
      signals: { score: 41, scope: 'post', upvoteRatio: 0.87 },
    });
    expect(posts[1]?.url).toBe('https://www.reddit.com/comments/ferry1/_/c1');
  });

  it('unescapes once and takes > without a space as a quote', () => {
    expect(blocksOf(thread(), 't1_c1')).toEqual([
      ['quote', '>It carries <30 people'],
      ['paragraph', 'In winter. In July it carries R&amp;D staff by the hundred.'],
    ]);
  });

  it('reads the title of a text post as its author’s words and that of a link as a headline', () => {
    expect(blocksOf(thread(), 't3_ferry1')[0]?.[0]).toBe('paragraph');
    const link = { kind: 't3', data: { id: 'a', title: 'Ferry sinks', is_self: false, url: 'https://example.org/' } };
    const read1 = read(link);
    expect(blocksOf(read1, 't3_a')).toEqual([['heading', 'Ferry sinks']]);
    expect(read1.posts[0]?.signals).toEqual({ link: 'https://example.org/' });
  });

  it('leaves texts of a raw_json file as they are', () => {
    expect(read(comment('a', 't3_x', 'Write &amp;lt; for <')).posts[1]?.text).toBe('Write &amp;lt; for <');
    const html = { body_html: '<div class="md"><p>Write &amp;amp;</p></div>' };
    expect(read(comment('a', 't3_x', 'Write &amp;', html)).posts[1]?.text).toBe('Write &amp;');
    const escaped = { body_html: '&lt;div class="md"&gt;' };
    expect(read(comment('a', 't3_x', 'Write &amp;', escaped)).posts[1]?.text).toBe('Write &');
  });

  it('keeps deleted and removed comments without words, so that replies stay attached', () => {
    const seen = thread();
    expect(postOf(seen, 't1_c6')).toMatchObject({ state: 'deleted-by-author', author: null, text: '', blocks: [] });
    expect(postOf(seen, 't1_c8')).toMatchObject({ state: 'removed-by-moderator', author: 'rower', text: '' });
    const post = {
      kind: 't3',
      data: { id: 'a', title: 'Why?', selftext: '[ Removed by Reddit in response to a notice. ]' },
    };
    expect(read(post).posts[0]).toMatchObject({ state: 'removed-by-moderator', text: 'Why?' });
  });

  it('tells of comments that Reddit left out, and of branches cut off for their depth', () => {
    expect(thread().notices).toEqual([
      {
        rule: 'not-loaded',
        post: null,
        text: 'Reddit left out of the file: 4 comments behind "load more", and the rest of 1 branch behind "continue this thread".',
      },
    ]);
  });

  it('says nothing of left out comments that another page of the file holds', () => {
    const gap = { kind: 'more', data: { count: 1, children: ['b'], parent_id: 't1_a' } };
    expect(rules(read(comment('a', 't3_x', 'One.'), gap, comment('b', 't1_a', 'Two.')))).toEqual(['missing-parent']);
  });

  it('carries DeltaBot’s verdict to the award and takes what bots write as furniture', () => {
    const seen = thread();
    expect(postOf(seen, 't1_c2').signals).toMatchObject({ delta: 'confirmed' });
    expect(blocksOf(seen, 't1_c3')[0]?.[0]).toBe('furniture');
    expect(blocksOf(seen, 't1_c10')).toEqual([['furniture', 'Please read the rules.']]);
  });

  it('takes a delta only from the author’s own words', () => {
    expect(postOf(thread(), 't1_c9').signals).toEqual({ score: 3, scope: 'post' });
    expect(read(comment('a', 't3_x', 'You moved me. !delta')).posts[1]?.signals).toEqual({ delta: 'awarded' });
    const cmv = { subreddit: 'changemyview' };
    expect(read(comment('a', 't3_x', 'Here you go: Δ', cmv)).posts[1]?.signals).toEqual({ delta: 'awarded' });
    expect(read(comment('a', 't3_x', 'Δ is the change in v')).posts[1]?.signals).toEqual({});
  });

  it('takes a spoiler as the author’s own words', () => {
    expect(blocksOf(thread(), 't1_c11')).toEqual([['paragraph', '>!Low tide!< is when it runs aground.']]);
    expect(postOf(thread(), 't1_c11').state).toBe('collapsed');
  });

  it('reads morechildren replies and lists of bare records alike', () => {
    const things = [comment('b', 't1_a', 'Two.')];
    const reply = JSON.stringify({ json: { errors: [], data: { things } } });
    expect(readReddit(reply, 'x.json').posts.map(({ key, state }) => [key, state])).toEqual([
      ['t1_a', 'not-loaded'],
      ['t1_b', 'ok'],
    ]);
    const bare = { id: 'b', body: 'Two.', link_id: 't3_x', parent_id: 't3_x', created_utc: '1339900000', score: '-4' };
    expect(read(bare).posts[1]).toMatchObject({ time: '2012-06-17T02:26:40Z', signals: { score: -4 } });
  });
});

describe('readReddit on damaged files', () => {
  it('keeps the newest copy of a comment at its first place', () => {
    const old = { retrieved_on: 20 };
    const twice = read(
      comment('a', 't3_x', 'New.', { retrieved_on: '30' }),
      comment('b', 't3_x', 'B.'),
      comment('a', 't3_x', 'Old.', old),
    );
    expect(twice.posts.map(({ text }) => text)).toEqual(['', 'New.', 'B.']);
    expect(rules(twice)).toEqual(['duplicate-post', 'missing-parent']);
    const edited = read(
      comment('a', 't3_x', 'Edited.', { edited: 9 }),
      comment('a', 't3_x', 'First.', { edited: false }),
    );
    expect(edited.posts[1]?.text).toBe('Edited.');
    const gone = read(
      comment('a', 't3_x', 'Said.', { edited: 9 }),
      comment('a', 't3_x', '[deleted]', { author: '[deleted]' }),
    );
    expect(gone.posts[1]?.state).toBe('deleted-by-author');
  });

  it('cuts a circle of replies where file order enters it', () => {
    const round = read(
      comment('a', 't1_c', 'A.'),
      comment('b', 't1_a', 'B.'),
      comment('c', 't1_b', 'C.'),
      comment('d', 't1_d', 'D.'),
    );
    expect(round.posts.map(({ parent }) => parent)).toEqual([null, 't1_a', 't1_b', null]);
    expect(round.notices).toEqual([
      { rule: 'parent-cycle', post: null, text: 'The file is damaged: 2 circles of replies had to be cut.' },
    ]);
  });

  it('reads replies 100,000 levels deep', () => {
    const open = (at: number) =>
      `{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c${at}","author":"a","body":"x","replies":`;
    const levels = Array.from({ length: 100_000 }, (_, at) => at);
    const deep = readReddit(`${levels.map(open).join('')}""${'}}]}}'.repeat(100_000)}`, 'deep.json');
    expect(deep.posts.length).toBe(100_000);
    expect(deep.posts.at(-1)?.parent).toBe('t1_c99998');
  });

  it('survives missing fields, wrong types and hostile names', () => {
    const odd = read(
      {
        kind: 't1',
        data: { id: 'a', author: '../../etc/passwd', body: null, permalink: 'javascript:alert(1)', score: {} },
      },
      { kind: 't1', data: null },
      { kind: 'more', data: { children: 'none' } },
      { kind: 't1', data: { author: 3, body: 'No id.', created_utc: 'soon', replies: 7 } },
      null,
      7,
    );
    expect(odd.posts).toHaveLength(2);
    expect(odd.posts[0]).toMatchObject({ author: '../../etc/passwd', state: 'not-loaded', url: null, signals: {} });
    expect(odd.posts[1]).toMatchObject({ key: null, parent: null, author: null, time: null, text: 'No id.' });
  });

  it('takes any JSON, or refuses it in words', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        for (const body of [value, { kind: 't1', data: value }, comment('a', 't3_x', text), [value]]) {
          try {
            const { posts } = readReddit(JSON.stringify(body), 'x.json');
            for (const post of posts)
              for (const { start, end } of post.blocks) expect(start < end && end <= post.text.length).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(SourceError);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('refuses JSON without anything from Reddit, and names the shape', () => {
    expect(() => readReddit('{"a":1}', 'a.json')).toThrow('a.json: no Reddit post or comment in it');
    expect(() => readReddit('[{"kind":"Listing",', 'a.json')).toThrow('a.json:1:20: broken JSON');
  });
});

describe('looksLikeReddit', () => {
  it('knows Reddit’s JSON, broken or not, and nothing else', () => {
    expect(looksLikeReddit(readFixture('reddit-thread.json'), 'a.json')).toBe(1);
    expect(looksLikeReddit('[{"kind": "Listing", "data', 'a.json')).toBe(1);
    expect(looksLikeReddit('{"id":"a","link_id":"t3_b","body":"x"}', 'a.json')).toBe(0.9);
    expect(looksLikeReddit(readFixture('hackernews-item.json'), 'a.json')).toBe(0);
    expect(looksLikeReddit('Somebody wrote "kind": "Listing".', 'a.txt')).toBe(0);
  });
});
