import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/sources/assemble.ts';
import type { Cut } from '../../src/sources/cut.ts';
import { cutForumPage } from '../../src/sources/forum-page.ts';
import { cutGivenMarkdown, cutMarkdownBlocks } from '../../src/sources/markdown.ts';
import { cutPlainText } from '../../src/sources/plain-text.ts';
import { cutTranscript } from '../../src/sources/transcript.ts';

const CLAIM = 'And then another one, because of it';
const words = fc.constantFrom(
  'One claim here.',
  CLAIM,
  CLAIM,
  'see https://a.org/b',
  'Agreed!',
  '3',
  '-2',
  'Reply',
  'New Comment',
  'Submit',
  '2 comments, sorted by',
  'top scoring',
  '12Ada',
  '4Ben',
  'Load More',
  '○',
  '[deleted]',
  '\u00a0',
  '\u200b',
  'Note: mind this',
);
const common = ['', '', '> ', '- ', '1. ', '  1. ^ ', '[^1]: ', '# ', '    ', '```', '---'];
const themes: readonly (readonly string[])[] = [
  [
    '',
    '> > ',
    '>',
    '  • ',
    '^ ',
    '[1]: http://a.org',
    '## ',
    '\t',
    '~~~',
    '***',
    '| a | b |',
    '|---|---|',
    '---\ntitle: x\n---\n',
  ],
  ['Ada: ', 'Ben: ', 'Ada: ', 'Ben:\n', '## Part two\n', '> **Ada:** '],
  [
    '**Ada:** ',
    '**Ben:**\n',
    '**Ada** (00:01:14): ',
    '**Ben:** ',
    '**Addendum from Ada:**\n',
    '# Title\n',
    '**Date**: today',
  ],
  ['[12:03] <ada> ', '[12:04] <ben> ', '[12:04] * ben ', '[12:05] *** cy has joined\n', '[12:06] <ada> '],
  ['[Ada][10:05] ', '[Ben][10:06]\n', 'Ada — 3 May 2024\n', 'Ben — 4 May 2024\n'],
  ['## Ada\n', '## Ben\n', '## Ada\n', '## Part two\n', '### More\n'],
  [
    '## Post #2 by @ben (2021-02-03)\n\n<p>',
    '</p><blockquote>',
    '&amp;<b>',
    '<aside class="quote" data-username="ada" data-post="1">',
    '</aside><ul><li>',
  ],
  ['> **ada** · 2024-01-02 · 3 points\n> ', '> > **ben** · [2024-01-03](https://x.org/1)\n> > ', '> ', '> > ', '>>'],
  [
    '[-]Ada3d52\n',
    '[-]Ben12dΩ11213\n',
    '[-]\nBen6mo21\n',
    'Answer by Ada\n',
    '[-][comment deleted]3d1\n',
    'Reply\n',
    'New Comment\n',
    '12Ada\n',
  ],
  [
    '[-][Ada](/users/ada)[2mo*](/posts/x?commentId=abcd)5\n\n4\n',
    '\\[-\\][Ada](https://x.org/u)5mo\\*14\n',
    '[-][Ada][30]1y1\n0\n',
    'Reply\n',
  ],
  ['[ - ] Ada 3h 4 2 ', '[ - ] Ben 3d* Ω 1 4 -2 ', '2 comments, sorted by top scoring\n'],
  [
    '### Comment by [Ada](/users/ada)\n- Karma: 3\n- Reply depth: 1\n',
    '\t\t',
    '\t',
    '### Comment by [Ben](/users/ben)\n',
    '## Navigation\n',
  ],
];
const text = fc
  .constantFrom(...themes)
  .chain((theme) => {
    const start = fc.constantFrom(...theme, ...theme, ...common);
    const rest = fc.oneof(words, fc.string({ maxLength: 12 }));
    return fc.array(fc.tuple(start, rest, fc.constantFrom('\n', '\n', '\n\n')), { minLength: 6, maxLength: 25 });
  })
  .map((lines) => lines.flat().join('').replace(/\r\n?/g, '\n'));

function occurrences(source: string): number {
  return source.split(CLAIM).length - 1;
}

function visible(source: string): boolean[] {
  return Array.from({ length: source.length }, (_, at) => /[^\s\u200b-\u200d\u2060]/.test(source[at]!));
}

function checkLaws(source: string, cut: Cut, thread: ReturnType<typeof assemble>): void {
  const uncovered = visible(source);
  for (const { start, end } of [...cut.turns, ...cut.leftOut]) uncovered.fill(false, start, end);
  expect(uncovered.indexOf(true)).toBe(-1);
  let from = 0;
  for (const { start, end } of cut.turns) {
    expect(start).toBeGreaterThanOrEqual(from);
    expect(end).toBeGreaterThan(start);
    from = end;
  }
  const kept = thread.posts.map((post) => post.text).join('\n');
  const leftOut = cut.leftOut.map(({ start, end }) => source.slice(start, end)).join('\n');
  expect(occurrences(kept) + occurrences(leftOut)).toBe(occurrences(source));
  for (const post of thread.posts) {
    for (const { start, end, sourceStart } of post.pieces) {
      expect(end).toBeGreaterThan(start);
      expect(post.text.slice(start, end)).toBe(source.slice(sourceStart, sourceStart + end - start));
      expect(sourceStart).toBeGreaterThanOrEqual(post.place!.start);
      expect(sourceStart + end - start).toBeLessThanOrEqual(post.place!.end);
    }
    let at = 0;
    for (const block of post.blocks) {
      expect(block.start).toBeGreaterThanOrEqual(at);
      expect(block.end).toBeGreaterThan(block.start);
      expect(post.text.slice(at, block.start).trim()).toBe('');
      at = block.end;
    }
    expect(at).toBeLessThanOrEqual(post.text.length);
    expect(post.text.slice(at).trim()).toBe('');
  }
}

describe('readers of flat text', () => {
  const readers: [string, (source: string) => { cut: Cut; thread: ReturnType<typeof assemble> } | null][] = [
    ['plain text', (source) => made(source, 'unmarked', cutPlainText(source))],
    ['transcripts', (source) => made(source, 'given', cutTranscript(source))],
    ['pasted forum pages', (source) => made(source, 'given', cutForumPage(source))],
    ['Markdown that names its authors', (source) => made(source, 'given', cutGivenMarkdown(source))],
    ['Markdown that names nobody', (source) => made(source, 'unmarked', cutMarkdownBlocks(source))],
  ];
  const made = (source: string, turns: 'given' | 'unmarked', cut: Cut | null) =>
    cut && { cut, thread: assemble(source, 'text', turns, cut) };

  for (const [name, read] of readers) {
    it(`give exact places, blocks in order, and lose no words: ${name}`, () => {
      fc.assert(
        fc.property(text, (source) => {
          const found = read(source);
          if (found) checkLaws(source, found.cut, found.thread);
        }),
        { numRuns: 400 },
      );
    });
  }
});
