import { describe, expect, it } from 'vitest';
import { looksLikeForumPage, readForumPage } from '../../src/sources/forum-page.ts';
import { readVotes } from '../../src/sources/forum-votes.ts';
import { readFixture } from './read-fixture.ts';
import { showPosts } from './show-posts.ts';

const page = (name: string) => readForumPage(readFixture(name), name);
const heads = (name: string) => page(name).posts.map(({ author, time, signals }) => [author, time, signals]);

describe('readForumPage', () => {
  it('splits glued headers by the list of names and karma above them (shape A)', () => {
    expect(heads('page-a-glued.txt')).toEqual([
      ['Petra Holm', null, {}],
      ['Mora Lind', '13d', { karma: 21, agreement: 3, afKarma: 11 }],
      ['joost88', '12d', { karma: 6, agreement: -3, edited: true }],
      ['Mora Lind', '12d', { karma: 3, agreement: 1 }],
      [null, '11d', { karma: 0, agreement: 0 }],
      ['Kees', '2d', { karma: -2, agreement: -5 }],
    ]);
    const { title, posts, declaredPosts, notices } = page('page-a-glued.txt');
    expect([title, declaredPosts, notices]).toEqual(['Should the library lend tools?', 6, []]);
    expect(posts.map(({ state, parent }) => [state, parent])[4]).toEqual(['deleted-by-author', null]);
  });

  it('keeps article, quotes, answers and notes apart and leaves the page’s own words out', () => {
    const [article, first, second, third, , last] = showPosts(page('page-a-glued.txt'));
    expect(article!.slice(1)).toEqual([
      'paragraph: A drill is used for twelve minutes in its life. I think every branch library should lend tools.',
      'paragraph: The shelf costs less than the bookmobile did.[1]',
      'footnote: 1. **^**\nThe bookmobile ran until 2019.',
    ]);
    expect(first!.slice(1)).toEqual([
      'paragraph: Two things in no particular order:',
      'list: * Liability is the expensive part.\n  * Volunteers are not mechanics.',
      'footnote: 1. **^**\nI asked our insurer in May.',
    ]);
    expect(second!.slice(1)).toEqual([
      'quote: > Liability is the expensive part.',
      'paragraph: Only if you lend chainsaws.',
      'quote: > Volunteers are not mechanics.',
      'paragraph: Drills hardly need one.',
    ]);
    expect(third!.slice(1)).toEqual(['paragraph: @joost88 People will ask for chainsaws within a week.']);
    expect(last!.slice(1)).toEqual(['paragraph: Buy your own drill.']);
  });

  it('takes keys and addresses from permalinks (shape B)', () => {
    const { posts } = page('page-b-links.md');
    expect(heads('page-b-links.md')).toEqual([
      ['Mora Lind', '2mo', { karma: 14, agreement: 16, afKarma: 6, edited: true }],
      ['Kees', '2mo', { karma: 9, agreement: -1 }],
    ]);
    expect(posts.map(({ key, url }) => [key, url])).toEqual([
      ['aaaa1111bbbb2222c', '/posts/tool1/library?commentId=aaaa1111bbbb2222c'],
      ['dddd3333eeee4444f', '/posts/tool1/library?commentId=dddd3333eeee4444f'],
    ]);
    expect(posts[0]!.text.startsWith('> The shelf')).toBe(true);
  });

  it('finds headers in the middle of flattened lines (shape C)', () => {
    expect(showPosts(page('page-c-flat.txt')).map(([author, words]) => [author, words])).toEqual([
      ['Mora Lind', 'paragraph: Liability is the expensive part. 3 claims sank the last shelf.'],
      ['Kees', 'paragraph: Buy your own drill.'],
      ['joost88', 'paragraph: Drills need no'],
    ]);
    expect(heads('page-c-flat.txt').map(([, time, signals]) => [time, signals])).toEqual([
      ['13h', { karma: 46, agreement: 14 }],
      ['2d', { karma: 5, agreement: -1, afKarma: 3, edited: true }],
      ['1mo', { karma: 7, agreement: 2 }],
    ]);
  });

  it('reads escaped headers, reference links and names on a line of their own (shapes D, E, F)', () => {
    expect(heads('page-d-escaped.md')).toEqual([['Mora_Lind', '5mo', { karma: 14, agreement: 6, edited: true }]]);
    expect(heads('page-e-references.txt')).toEqual([
      ['Mora Lind', '1y', { karma: 1, agreement: 0 }],
      ['Kees', '1y', { karma: 12, agreement: -4 }],
    ]);
    expect(heads('page-f-split.txt')).toEqual([
      ['Mora Lind', '6mo', { karma: 6, agreement: 3 }],
      ['Kees', '6mo', { karma: 4, agreement: -10 }],
    ]);
  });

  it('leaves karma unset where the list does not fit, and says so', () => {
    const text = readFixture('page-a-glued.txt').replace('6joost88\n', '');
    const { posts, notices } = readForumPage(text, 'page.txt');
    expect(posts.slice(1).map(({ author, signals }) => [author, signals])).toEqual([
      ['Mora Lind', {}],
      ['joost88', { karma: 6, agreement: -3, edited: true }],
      ['Mora Lind', {}],
      [null, {}],
      ['Kees', { karma: -2, agreement: -5 }],
    ]);
    expect(notices).toEqual([
      {
        rule: 'karma-unread',
        post: null,
        text: 'The karma of 3 comments runs together with other figures and stays unset: the list of names above the comments (4 lines) does not fit the 5 comments one to one.',
      },
    ]);
  });

  it('splits names that end in digits the way that most of the page does', () => {
    const lines = ['[-]Noa893d1', 'x', '[-]Noa8912d4', 'y', '[-]Bo2h1', 'z'].join('\n');
    expect(readForumPage(lines, 'p.txt').posts.map(({ author, time }) => [author, time])).toEqual([
      ['Noa89', '3d'],
      ['Noa89', '12d'],
      ['Bo', '2h'],
    ]);
  });

  it('reads answers, and counts what the page announces', () => {
    const { posts, notices } = readForumPage(
      '4 comments, sorted by top scoring\nAnswer by Mora Lind\nYes.\nReply\n[-]Bo2h\nNo.',
      'p.txt',
    );
    expect(posts.map(({ author, signals, text }) => [author, signals, text])).toEqual([
      ['Mora Lind', { answer: true }, 'Yes.'],
      ['Bo', {}, 'No.'],
    ]);
    expect(notices.map(({ text }) => text)).toEqual(['The page announces 4 comments; 2 were found.']);
  });

  it('reads each capture of a page that was pasted twice', () => {
    const once = readFixture('page-a-glued.txt');
    const { posts } = readForumPage(once + once, 'p.txt');
    expect(posts.map(({ author }) => author)).toEqual(
      [...page('page-a-glued.txt').posts, ...page('page-a-glued.txt').posts].map(({ author }) => author),
    );
    expect(posts[6]!.place!.start).toBe(once.length + page('page-a-glued.txt').posts[0]!.place!.start);
    expect(posts[6]!.signals).toEqual({});
    expect(posts[7]!.signals).toEqual(posts[1]!.signals);
  });

  it('keeps words behind a comment’s footer as a post by nobody known', () => {
    const { posts } = readForumPage('[-]Bo2h\nNo.\nReply\n3\nStray words of the page.', 'p.txt');
    expect(posts.map(({ author, text }) => [author, text])).toEqual([
      ['Bo', 'No.'],
      [null, 'Stray words of the page.'],
    ]);
  });

  it('is told from other texts by its headers', () => {
    expect(looksLikeForumPage(readFixture('page-a-glued.txt'))).toBe(1);
    expect(looksLikeForumPage('- [-] a task\n- [x] done\n')).toBe(0);
    expect(() => readForumPage('Only words.', 'p.txt')).toThrow('p.txt: no comment of a forum page in it');
  });
});

describe('readVotes', () => {
  it.each([
    ['82', null, '8', true, { karma: 8, agreement: 2 }],
    ['82', null, '82', true, { karma: 82 }],
    ['82', null, null, true, {}],
    ['0-3', null, null, true, { karma: 0, agreement: -3 }],
    ['Ω11213', null, '21', true, { karma: 21, agreement: 3, afKarma: 11 }],
    ['Ω340', null, '4', true, { karma: 4, agreement: 0, afKarma: 3 }],
    ['Ω1111', null, '1', true, { karma: 1 }],
    ['Ω614', '16', '14', false, { karma: 14, agreement: 16, afKarma: 6 }],
    ['Ω614', '16', null, false, { agreement: 16 }],
    ['20', '4', null, false, { karma: 20, agreement: 4 }],
    ['', null, '7', true, { karma: 7 }],
    ['12345678901234', null, '1', true, { karma: 1 }],
  ] as const)('reads %s', (votes, nextLine, listed, glued, expected) => {
    expect(readVotes(votes, nextLine, listed, glued)).toEqual(expected);
  });
});
