import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPathological, splitBlocks } from '../../src/sources/blocks.ts';
import { showBlocks } from './show-posts.ts';

const show = (text: string) => showBlocks({ text, blocks: splitBlocks(text) });

const scrap = fc.constantFrom(
  ...[
    '> ',
    '>',
    '- ',
    '* ',
    '1. ',
    '  ',
    '    ',
    '\t',
    '# ',
    '```',
    '~~~',
    '---',
    '***',
    '| a | b |',
    '|---|---|',
    '[^1]: ',
  ],
  ...[
    '1. ^',
    '^ ',
    '[1]: http://x.org',
    '\n',
    '\n\n',
    'word',
    'Two words.',
    '===',
    '\uFEFF',
    '<div>',
    '\u00a0',
    '*',
    '_',
  ],
);
const markdown = fc.oneof(
  fc.array(scrap, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 200 }),
);

describe('splitBlocks', () => {
  it('gives blocks in order that do not overlap and hold every visible character', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        let from = 0;
        for (const block of splitBlocks(text)) {
          expect(block.start).toBeGreaterThanOrEqual(from);
          expect(block.end).toBeGreaterThan(block.start);
          expect(text.slice(from, block.start).trim()).toBe('');
          from = block.end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
        expect(text.slice(from).trim()).toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  it('ends a quote at its last marked line, however the page lost the blank line', () => {
    expect(show('> One.\n> Two.\nAnswer.\n> Three.\nAnother.')).toEqual([
      'quote: > One.\n> Two.',
      'paragraph: Answer.',
      'quote: > Three.',
      'paragraph: Another.',
    ]);
  });

  it('cuts a quote inside a list item out of the author’s own list', () => {
    expect(show('* first\n  > theirs\n* second')).toEqual(['list: * first', 'quote: > theirs', 'list: * second']);
  });

  it('tells code, tables, headings, rules and lists apart from prose', () => {
    expect(
      show('# Head\n\n```js\nlet a;\n\nlet b;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n- y\n\ntext\n---\nmore'),
    ).toEqual([
      'heading: # Head',
      'code: ```js\nlet a;\n\nlet b;\n```',
      'table: | a | b |\n|---|---|\n| 1 | 2 |',
      'list: - x\n- y',
      'paragraph: text',
      'furniture: ---',
      'paragraph: more',
    ]);
  });

  it('takes a fenced block that is marked as a quote for one', () => {
    expect(show('``` quote\ntheir words\n```\nmine')).toEqual([
      'quote: ``` quote\ntheir words\n```',
      'paragraph: mine',
    ]);
  });

  it('does not let an unclosed fence hide the rest of a post', () => {
    expect(show('```\nsome words\n\n> theirs')).toEqual(['code: ```', 'paragraph: some words', 'quote: > theirs']);
  });

  it('takes indented prose for prose and indented programs for code', () => {
    expect(show('    All of these words are only indented.\n\ntext\n\n    if (a) { b(); }')).toEqual([
      'paragraph: All of these words are only indented.',
      'paragraph: text',
      'code: if (a) { b(); }',
    ]);
  });

  it('finds footnotes in each way that pages print them', () => {
    expect(
      show('[^1]: One.\n\n^ Two.\n\n1. **^**\nThree.\n\ntext\n\n1. item\n2. item\n\n  1. ^\n\n    Four.\n\nOwn words.'),
    ).toEqual([
      'footnote: [^1]: One.',
      'footnote: ^ Two.',
      'footnote: 1. **^**\nThree.',
      'paragraph: text',
      'list: 1. item\n2. item',
      'footnote: 1. ^',
      'footnote: Four.',
      'paragraph: Own words.',
    ]);
  });

  it('sets lists of addresses and tables of contents apart from words', () => {
    expect(
      show(
        '[1]: https://a.org\n[2]: https://b.org "B"\n\n- [Part](#part)\n  - [Sub](#sub)\n\ntext\n\n- [page](https://a.org)',
      ),
    ).toEqual([
      'furniture: [1]: https://a.org\n[2]: https://b.org "B"',
      'furniture: - [Part](#part)\n  - [Sub](#sub)',
      'paragraph: text',
      'list: - [page](https://a.org)',
    ]);
  });

  it('reads raw HTML, emphasis and underlined lines as the words that they are', () => {
    expect(show('<div>\n\n*said* [x](y)\n===\nso')).toEqual(['paragraph: <div>', 'paragraph: *said* [x](y)\n===\nso']);
  });

  it('keeps offsets where a byte order mark stands in the text', () => {
    const text = '\uFEFF> a\n\n\uFEFF- b';
    expect(show(text)).toEqual(['quote: > a', 'list: - b'].map((words) => expect.stringContaining(words.slice(-3))));
  });

  it('reads hopeless nesting line by line', () => {
    expect(isPathological(`${'>'.repeat(40)} deep`)).toBe(true);
    expect(isPathological('> one\n>> two')).toBe(false);
    expect(show(`${'> '.repeat(200)}deep\n\n${'- '.repeat(200)}end`).map((words) => words.slice(0, 8))).toEqual([
      'quote: >',
      'list: - ',
    ]);
    expect(splitBlocks(`> a\n${'b\n'.repeat(50_000)}`)).toHaveLength(2);
    expect(splitBlocks('> a\n\n'.repeat(20_000))).toHaveLength(20_000);
  });
});
