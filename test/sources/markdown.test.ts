import { describe, expect, it } from 'vitest';
import { looksLikeMarkdown, readMarkdown } from '../../src/sources/markdown.ts';
import { readFixture } from './read-fixture.ts';
import { showPosts } from './show-posts.ts';

describe('readMarkdown', () => {
  it('reads comments in nested quotes with the comment around them as parent', () => {
    const thread = readMarkdown(readFixture('nested-comments.md'));
    expect([thread.title, thread.turns]).toEqual(['Tool shelves', 'given']);
    expect(showPosts(thread)).toEqual([
      ['mora', 'paragraph: Every branch should lend tools.'],
      ['kees_vos', 'paragraph: Who pays?'],
      ['mora', 'quote: > Who pays?', 'paragraph: The town.'],
      ['joost'],
      ['kees_vos', 'paragraph: Fine.'],
    ]);
    expect(thread.posts.map(({ key, parent, state, signals }) => [key, parent, state, signals['score']])).toEqual([
      ['post', null, 'ok', undefined],
      ['https://example.org/c/1', 'post', 'ok', 12],
      ['https://example.org/c/2', 'https://example.org/c/1', 'ok', -1],
      ['#3', 'https://example.org/c/1', 'deleted-by-author', undefined],
      ['https://example.org/c/4', 'post', 'ok', 1],
    ]);
  });

  it('reads turns under headings that recur, and keeps other headings in the text', () => {
    const thread = readMarkdown(
      '# Ferries\n\n*Minutes of May.*\n\n## Ada\n\nOne.\n\n### Detail\n\nTwo.\n\n---\n\n## Ben\n\n> One.\n\nNo.\n\n## Ada\n\nYes.\n',
    );
    expect(thread.title).toBe('Ferries');
    expect(showPosts(thread)).toEqual([
      ['Ada', 'paragraph: One.', 'heading: ### Detail', 'paragraph: Two.'],
      ['Ben', 'quote: > One.', 'paragraph: No.'],
      ['Ada', 'paragraph: Yes.'],
    ]);
  });

  it('takes recurring section titles of a text captured twice for no names', () => {
    const once = '## Plans\n\nOne.\n\n## Costs\n\nTwo.\n\n';
    expect(readMarkdown(once + once).turns).toBe('unmarked');
    expect(readMarkdown('## Plans\n\nOne.\n\n## Costs\n\nTwo.\n').turns).toBe('unmarked');
  });

  it('reads forum archives with HTML bodies, their quotes tied to author and post', () => {
    const { posts, title } = readMarkdown(readFixture('forum-archive.md'));
    expect(title).toBe('Tool shelves');
    expect(posts.map(({ key, author, time, text }) => [key, author, time, text])).toEqual([
      ['1', 'mora', '2024-03-01 10:00 UTC', 'Every branch should lend tools & ladders.'],
      ['2', 'kees', '2024-03-02 11:00 UTC', 'lend tools\n\nWho pays?\n\nthe town\n\nthe borrower'],
    ]);
    expect(posts[1]!.blocks.map(({ kind, of }) => [kind, of])).toEqual([
      ['quote', { author: 'mora', key: '1' }],
      ['paragraph', undefined],
      ['list', undefined],
      ['list', undefined],
    ]);
  });

  it('names no post for a quote from another topic', () => {
    const elsewhere = readFixture('forum-archive.md').replace('data-topic="77"', 'data-topic="78"');
    expect(readMarkdown(elsewhere).posts[1]!.blocks[0]!.of).toEqual({ author: 'mora', key: null });
  });

  it('reads the Markdown that LessWrong serves, with parents, karma and reactions', () => {
    const thread = readMarkdown(readFixture('endpoint.md'));
    expect(thread.declaredPosts).toBe(3);
    expect(thread.posts.map(({ key, parent, author, time, signals }) => [key, parent, author, time, signals])).toEqual([
      ['aaaa1111bbbb2222c', null, 'Mora Lind', '2024-03-01T10:00:00Z', { karma: 14, reacts: { agree: 3 } }],
      ['dddd3333eeee4444f', 'aaaa1111bbbb2222c', null, '2024-03-02T11:30:00Z', { karma: -2 }],
    ]);
    expect(showPosts(thread).map(([, ...blocks]) => blocks)).toEqual([
      ['paragraph: Liability is the expensive part.'],
      ['quote: > Liability is the expensive part.', 'paragraph: Only for chainsaws.'],
    ]);
  });

  it('makes each block of unsigned Markdown a paragraph, with rules between turns', () => {
    const thread = readMarkdown('# Ferries\n\nOne.\nTwo.\n\n- a\n- b\n\n---\n\n> theirs\n\nThree.\n\nReply\n');
    expect([thread.title, thread.turns]).toEqual(['Ferries', 'unmarked']);
    expect(showPosts(thread).map(([, block]) => block)).toEqual([
      'heading: # Ferries',
      'paragraph: One.',
      'paragraph: Two.',
      'list: - a\n- b',
      'quote: > theirs',
      'paragraph: Three.',
      'furniture: Reply',
    ]);
    expect(thread.posts.map(({ breakBefore }) => breakBefore)).toEqual([
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('gives an unsigned text to the author that its front matter names', () => {
    const { turns, posts } = readMarkdown('---\ntitle: Ferries\nauthor: Ada\n---\n\nOne.\n\nTwo.\n');
    expect([turns, posts.map(({ author, text }) => [author, text])]).toEqual(['given', [['Ada', 'One.\n\nTwo.']]]);
  });

  it('is sure of marked comments and unsure of marks alone', () => {
    expect(looksLikeMarkdown(readFixture('nested-comments.md'), 'a.txt')).toBe(0.95);
    expect(looksLikeMarkdown('# A\n\n- b', 'a.md')).toBeCloseTo(0.36);
    expect(looksLikeMarkdown('plain words', 'a.txt')).toBe(0);
  });
});
