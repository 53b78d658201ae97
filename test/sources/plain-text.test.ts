import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../src/sources/plain-text.ts';
import { showPosts } from './show-posts.ts';

const blocks = (text: string) => showPosts(readPlainText(text)).map(([, block]) => block);

describe('readPlainText', () => {
  it('makes each line a post without an author, with its place', () => {
    const thread = readPlainText('First claim.\n\n  Second claim. \nThird.\n');
    expect([thread.format, thread.turns, thread.declaredPosts]).toEqual(['text', 'unmarked', null]);
    expect(showPosts(thread)).toEqual([
      [null, 'paragraph: First claim.'],
      [null, 'paragraph: Second claim.'],
      [null, 'paragraph: Third.'],
    ]);
    expect(thread.posts[1]).toMatchObject({
      place: { start: 16, end: 29 },
      pieces: [{ start: 0, end: 13, sourceStart: 16 }],
      key: null,
      parent: null,
      breakBefore: false,
    });
  });

  it('joins the lines of a paragraph where lines are wrapped by width', () => {
    const wrapped = [
      'The ferry should run at night because the last bus leaves before the',
      'late shift ends, and nobody who works at the harbour can afford to',
      'take a taxi home.',
      '',
      'I do not think that the council has counted those people at all, they',
      'only counted the cars that come in the morning and',
      'the lorries.',
    ].join('\n');
    expect(blocks(wrapped)).toHaveLength(2);
    expect(
      blocks(`${wrapped}\n- a list item that is wrapped by width as well and goes on in\n  the next line`)[2],
    ).toBe('list: - a list item that is wrapped by width as well and goes on in\n  the next line');
  });

  it('keeps short lines of their own apart', () => {
    expect(blocks('ok\nNo.\nwhy?\nBecause.\nhm\nYes.')).toHaveLength(6);
  });

  it('marks the paragraph after a rule as the start of a turn', () => {
    const { posts } = readPlainText('One.\n\n---\nTwo.\n***\n\nThree.\n___\n');
    expect(posts.map(({ text, breakBefore }) => [text, breakBefore])).toEqual([
      ['One.', false],
      ['Two.', true],
      ['Three.', true],
    ]);
  });

  it('gives list items, quotes, code, headings and tables their kinds', () => {
    expect(blocks('  • a point\n1. first\n> theirs\n> more\nmine\n```\nx\n\ny\n```\n## Part\n| a |\n| b |')).toEqual([
      'list: • a point',
      'list: 1. first',
      'quote: > theirs\n> more',
      'paragraph: mine',
      'code: ```\nx\n\ny\n```',
      'heading: ## Part',
      'table: | a |\n| b |',
    ]);
  });

  it('reads the footnote list of a forum page without its marks', () => {
    const notes =
      '  1. ^\n\n    The first note.\n\n    Its second paragraph.\n\n  2. ^\n\n     The second.\n\nNew words.';
    const thread = readPlainText(`Claim.[1]\n${notes}`);
    expect(showPosts(thread)).toEqual([
      [null, 'paragraph: Claim.[1]'],
      [null, 'footnote: The first note.'],
      [null, 'footnote: Its second paragraph.'],
      [null, 'footnote: The second.'],
      [null, 'paragraph: New words.'],
    ]);
    expect(thread.posts[1]!.place).toEqual({ start: 12, end: 37 });
    expect(blocks('1. **^**\nA note.\n^ Another.\n[^2]: A third.')).toEqual([
      'footnote: A note.',
      'footnote: ^ Another.',
      'footnote: [^2]: A third.',
    ]);
  });

  it('sets page furniture apart and takes the number of comments from it', () => {
    const thread = readPlainText(
      'The post.\nNew Comment\n19 comments, sorted by Click to highlight new comments since:\nA comment.\nReply\n11\nReply Share Report Save\n2 hours ago\nLoad More\n11',
    );
    expect(thread.declaredPosts).toBe(20);
    expect(thread.posts.filter(({ blocks: [block] }) => block!.kind !== 'furniture').map(({ text }) => text)).toEqual([
      'The post.',
      'A comment.',
    ]);
    expect(readPlainText('3 comments\nOne.').declaredPosts).toBe(3);
  });

  it('skips front matter, and takes a fence that nobody closes for a line', () => {
    const { title, posts } = readPlainText('---\ntitle: "Ferries"\n---\nOne.\n```\nTwo.');
    expect(title).toBe('Ferries');
    expect(posts.map(({ text }) => text)).toEqual(['One.', '```', 'Two.']);
  });
});
