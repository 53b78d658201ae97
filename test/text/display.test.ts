import { describe, expect, test } from 'vitest';
import { hasHiddenCharacters, plainText, stripForTerminal } from '../../src/text/index.ts';

describe('stripForTerminal', () => {
  test.each([
    ['colours', '\u001b[31mred\u001b[0m \u001b[38;5;1mx\u009b0m', 'red x'],
    ['cursor moves', 'a\u001b[2J\u001b[1;1Hb', 'ab'],
    ['titles and links', '\u001b]0;title\u0007a \u001b]8;;http://x.y\u001b\\link\u001b]8;;\u001b\\', 'a link'],
    ['device control', 'a\u001bP1$r\u001b\\b\u001b_x\u001b\\c\u001b(Bd\u001bce', 'abcde'],
    ['controls', 'a\u0000b\bc\r\nd\u007fe\u0085f\u0093g', 'abc\ndefg'],
    ['bidi marks', 'a\u202eb\u2066c\u200ed\u061ce', 'abcde'],
    ['zero-width and soft characters', 'a\u200bb\u200dc\u2060d\ufeffe\u00adf\u034fg\ufe0fh', 'abcdefgh'],
    ['hidden tags', 'a\u{e0041}\u{e0042}\u{e0101}b', 'ab'],
    ['half pairs', 'a\ud800b\udc00\ud83d\u200b\ude00', 'a\ufffdb\ufffd\ufffd\ufffd'],
    ['tabs', 'a\tb', 'a  b'],
    ['line separators', 'a\u2028b', 'a\nb'],
  ])('takes %s', (_, text, stripped) => {
    expect(stripForTerminal(text)).toBe(stripped);
  });

  test('shows the rest of a post whose escape string never ends', () => {
    expect(stripForTerminal('a\u001b]0;the rest\nand more')).toBe('a0;the rest\nand more');
    expect(stripForTerminal('a \u001b[')).toBe('a ');
  });

  test('keeps words, accents, emoji and newlines', () => {
    const text = 'caf\u00e9 e\u0301 \u6211 \u{1f600}\nline \u201ctwo\u201d';
    expect(stripForTerminal(text)).toBe(text);
  });

  test('is not fooled by double-decoded quotation marks', () => {
    expect(stripForTerminal('\u00e2\u0080\u009cquoted\u00e2\u0080\u009d rest \u00e2\u0080\u009c')).toBe(
      '\u00e2quoted\u00e2 rest \u00e2',
    );
  });
});

describe('hasHiddenCharacters', () => {
  test.each([
    '\u001b[31m',
    'a\u202eb',
    'a\u200bb',
    'a\u0000',
    'x\u{e0041}',
    'a\u200cb',
    'a\u200d\u200c\u200d',
    'a\ufeffb',
    '\u200e',
  ])('sees them in %j', (text) => {
    expect(hasHiddenCharacters(text)).toBe(true);
  });

  test.each([
    'plain \u201ctext\u201d\r\n\twith tabs',
    '\ufeffbyte order mark',
    'soft\u00adhyphen',
    '\u{1f468}\u200d\u{1f469} \u2764\ufe0f',
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    '',
  ])('sees none in %j', (text) => {
    expect(hasHiddenCharacters(text)).toBe(false);
  });
});

describe('plainText', () => {
  test.each([
    ['**Bold**, *it*, ***both***, __b__, _i_ and ~~gone~~', 'Bold, it, both, b, i and gone'],
    ['`a_b*c*` and ``x ` y``', 'a_b*c* and x ` y'],
    ['[words *in* it](http://a.b/c_(d)_e "title (1)") ![a picture](p.png)', 'words in it a picture'],
    ['> > quoted\n> \tand   more\u00a0here\n', 'quoted and more here'],
    ['## Heading\ntext', 'Heading text'],
    ['2 * 3 * 4, 2*3*4, snake_case_x, #1, a > b, ~5', '2 * 3 * 4, 2*3*4, snake_case_x, #1, a > b, ~5'],
    ['\\*not\\* \\[a link\\](x) C:\\dir', '*not* [a link](x) C:\\dir'],
    [
      'see https://x.org/_a_/b_c_ and <https://y.org/_z_> <me@x.org>',
      'see https://x.org/_a_/b_c_ and https://y.org/_z_ me@x.org',
    ],
    ['true.[1] [not a link] [x] (y)', 'true.[1] [not a link] [x] (y)'],
    ['*never closed\n\nnor opened*', '*never closed nor opened*'],
    ['```js\na_b_ = *c*\n```', 'a_b_ = *c*'],
    ['an unclosed ` tick and **', 'an unclosed ` tick and **'],
    ['(*see*), "*a*".', '(see), "a".'],
    ['', ''],
    [' \n> ', ''],
  ])('%j becomes %j', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });
});
