import { renderToString } from 'ink';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { bindBook } from '../../src/tui/book.ts';
import { KEY_TABLE } from '../../src/tui/key-table.ts';
import { pressKeys } from '../../src/tui/press.ts';
import { Screen, screenLines } from '../../src/tui/screen.tsx';
import { type Book, type Size, startState, type ViewName } from '../../src/tui/state.ts';
import { themeFor } from '../../src/tui/theme.ts';
import { bookOf, drawnBook } from './drawn-book.ts';
import { harbourStreet } from './harbour-street.ts';

const theme = themeFor({ colour: false, background: 'dark', glyphs: 'unicode' });
const NO_CODES = /\u001b\[[\d;]*m/g;

const startOf = (size: Size, view: ViewName, book: Book) => startState({ size, view, canSuspend: true }, book);

function frame(book: Book, size: Size, ...keys: string[]): readonly string[] {
  const state = pressKeys(startOf(size, 'fork', book), keys, book);
  const text = renderToString(createElement(Screen, { state, theme, book }), { columns: size.columns });
  return text
    .replace(NO_CODES, '')
    .split('\n')
    .map((line) => line.trimEnd());
}

describe('the screen', () => {
  const book = drawnBook({ fork: '..AA..B..C', ladder: '...........................A' });

  it('shows the rows, the selection and the bottom line', () => {
    expect(frame(book, { columns: 80, rows: 12 }, 'j')).toEqual([
      ' . row 0',
      ' . row 1',
      ' A row 2',
      ' A row 3',
      ' . row 4',
      ' . row 5',
      '>B row 6',
      ' . row 7',
      ' . row 8',
      ' C row 9',
      '',
      ' j/k move  ⏎ open  s source  l ladder  m matrix  ? help  q quit    fork 2/3 All',
    ]);
  });

  it('is exactly as high as the terminal, and no line is wider', () => {
    for (const rows of [10, 24, 60])
      for (const columns of [40, 79, 80, 200]) {
        const lines = screenLines({ state: startOf({ columns, rows }, 'fork', book), theme, book });
        expect(lines).toHaveLength(rows);
        expect(lines.every((line) => line.replace(NO_CODES, '').length <= columns)).toBe(true);
      }
  });

  it('keeps help, quit and open among the hints when room is short', () => {
    expect(frame(book, { columns: 50, rows: 10 }).at(-1)).toBe(' j/k move  ⏎ open  ? help  q quit    fork 1/3 Top');
  });

  it('says where the reader stands', () => {
    expect(frame(book, { columns: 80, rows: 12 }, 'l').at(-1)).toMatch(/q back +ladder -\/1 Top$/);
    expect(frame(book, { columns: 80, rows: 12 }, 'l', 'pagedown').at(-1)).toMatch(/ladder -\/1 58%$/);
    expect(frame(book, { columns: 80, rows: 12 }, 'l', 'G').at(-1)).toMatch(/ladder 1\/1 End$/);
  });

  it('shows search words while they are typed, and which hit the reader stands on', () => {
    expect(frame(book, { columns: 80, rows: 12 }, '/', 'a', 'space', 'r').at(-1)).toMatch(/^ \/a r_ {2}enter finds/);
    expect(frame(book, { columns: 80, rows: 12 }, '/', 'a', 'enter').at(-1)).toMatch(/hit 1\/2 fork 1\/3 All$/);
  });

  it('shows a message in place of the hints', () => {
    expect(frame(book, { columns: 80, rows: 12 }, 'n').at(-1)).toMatch(
      /^ Nothing to look for yet: \/ starts a search\. +fork/,
    );
  });

  it('says that the terminal is too small', () => {
    expect(frame(book, { columns: 39, rows: 24 }).filter(Boolean)).toEqual(['39x24 is too small: 40x10 or more. q q…']);
    expect(frame(book, { columns: 60, rows: 9 }).filter(Boolean)).toEqual([
      '60x9 is too small: 40x10 or more. q quits',
    ]);
  });

  it('draws only the rows in sight, however long the view is', () => {
    let touched = 0;
    const rows = Array.from({ length: 50_000 }, (_, index) => ({
      target: index % 10 === 0 ? ({ kind: 'post', id: `p${index}` } as const) : null,
      get runs() {
        touched++;
        return [{ text: ` line ${index}`, tone: 'plain' } as const];
      },
    }));
    const long = bookOf(rows);
    const size = { columns: 120, rows: 40 };
    let state = startOf(size, 'source', long);
    screenLines({ state, theme, book: long });
    touched = 0;
    for (const key of ['j', 'pagedown', 'G', 'k', 'ctrl+u']) {
      state = pressKeys(state, [key], long);
      expect(screenLines({ state, theme, book: long })[0]).not.toBe('');
    }
    expect(touched).toBeLessThan(5 * 39 * 4);
  });

  it('lists every key on the help screen', () => {
    const text = frame(bindBook(harbourStreet(), 'unicode'), { columns: 100, rows: 60 }, '?').join('\n');
    for (const { description } of KEY_TABLE) expect(text).toContain(description);
    expect(text).toContain('   PgDn Space Ctrl+F');
  });
});
