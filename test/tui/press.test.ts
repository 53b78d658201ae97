import { describe, expect, it } from 'vitest';
import { fitSize } from '../../src/tui/fit.ts';
import { pasteText, pressKeys } from '../../src/tui/press.ts';
import { type Book, currentPlace, type State, startState } from '../../src/tui/state.ts';
import { selectedTarget } from '../../src/tui/travel.ts';
import { drawnBook } from './drawn-book.ts';

const SIZE = { columns: 80, rows: 11 };
const BOOK = drawnBook(
  {
    fork: '..AA..B..C',
    'fork+': '..AA..B..CDEFGHIJKLMN',
    'fork@40': '....AAAA....BBBB....CCCC',
    'fork:Ann/Ben': '...BB',
    'detail B': '..x..y',
    'detail x': '....',
    source: `${'.'.repeat(30)}x${'.'.repeat(30)}`,
    ladder: '.....A.B',
    matrix: '.',
  },
  ['Ann/Ben', 'Ann/Cy'],
);

const start = (book: Book = BOOK) => startState({ size: SIZE, view: 'fork', canSuspend: true }, book);
const press = (state: State, ...keys: string[]) => pressKeys(state, keys, BOOK);
const where = (state: State) => `${currentPlace(state).view} ${selectedTarget(state, BOOK)?.id ?? '-'}`;

describe('pressing keys', () => {
  it('starts on the first thing that can be selected', () => {
    expect(where(start())).toBe('fork A');
  });

  it('moves, opens and comes back to the same row', () => {
    const inside = press(start(), 'j', 'enter');
    expect(where(inside)).toBe('detail x');
    expect(where(press(inside, 'q'))).toBe('fork B');
  });

  it('handles every key of a burst in order, also across views', () => {
    expect(where(press(start(), 'j', 'enter', 'enter', 'esc', 'j', 's'))).toBe('source -');
    expect(where(press(start(), 'l', 'j', 'f', 'j', 'j'))).toBe('fork C');
  });

  it('returns to a view that it came through instead of stacking it again', () => {
    expect(press(start(), 'l', 'm', 'l', 'f').stack).toHaveLength(1);
    expect(press(start(), 'l', 'm').stack.map(({ view }) => view)).toEqual(['fork', 'ladder', 'matrix']);
  });

  it('quits from the first view by q and Esc, from anywhere by Q and Ctrl+C', () => {
    expect(press(start(), 'q').wish).toBe('quit');
    expect(press(start(), 'esc').wish).toBe('quit');
    expect(press(start(), 'l', 'q').wish).toBeNull();
    expect(press(start(), 'l', 'Q').wish).toBe('quit');
    expect(press(start(), 'l', '/', 'ctrl+c').wish).toBe('quit');
  });

  it('loses the keys after the one that quits', () => {
    expect(press(start(), 'q', 'l', 'm').stack).toHaveLength(1);
  });

  it('says why a key does nothing, until the next key', () => {
    const stuck = press(start(), 'm', 'enter');
    expect(stuck.message).toBe('No row is selected: j and k go to one.');
    expect(press(stuck, 'j').message).toBeNull();
    expect(press(start(), 'n').message).toBe('Nothing to look for yet: / starts a search.');
    expect(press(start(), 'l', 'a').message).toBe('Only the fork leaves items out: f goes there.');
    expect(pressKeys(start(drawnBook({ fork: 'A' })), ['p'], drawnBook({ fork: 'A' })).message).toBe(
      'There is only one pair of speakers here.',
    );
  });

  it('says where the source view has nothing to light up', () => {
    expect(press(start(), 's').message).toBe('That row rests on no words of the discussion.');
    expect(press(start(), 'm', 's').message).toBeNull();
  });

  it('shows all items and keeps the selection', () => {
    const all = press(start(), 'j', 'a');
    expect(where(all)).toBe('fork B');
    expect(where(press(all, 'G'))).toBe('fork N');
    expect(where(press(all, 'G', 'a'))).toBe('fork C');
  });

  it('turns through the pairs of speakers and back to everybody', () => {
    expect([1, 2, 3].map((times) => press(start(), ...Array<string>(times).fill('p')).pair)).toEqual([0, 1, null]);
    expect(press(start(), 'P').pair).toBe(1);
    expect(where(press(start(), 'j', 'p'))).toBe('fork B');
  });

  it('asks for a suspension only where there is a shell', () => {
    expect(press(start(), 'ctrl+z').wish).toBe('suspend');
    expect(press({ ...start(), canSuspend: false }, 'ctrl+z').message).toBe('There is no shell to go back to.');
  });
});

describe('searching', () => {
  const typed = (text: string) => [...text].map((char) => (char === ' ' ? 'space' : char));

  it('goes to the first hit and round by n and N', () => {
    const found = press(start(), '/', ...typed('ROW'), 'enter');
    expect(found).toMatchObject({ query: 'ROW', hit: { row: 0, nth: 1, total: 10 } });
    expect(press(found, 'n', 'n').hit?.row).toBe(2);
    expect(press(found, 'N').hit?.row).toBe(9);
  });

  it('selects what a hit belongs to', () => {
    expect(where(press(start(), '/', ...typed('c row'), 'enter'))).toBe('fork C');
  });

  it('edits, leaves and clears', () => {
    expect(press(start(), '/', ...typed('rox'), 'backspace', 'w').typing).toBe('row');
    expect(press(start(), '/', 'x', 'backspace', 'backspace').typing).toBeNull();
    expect(press(start(), '/', ...typed('ro'), 'ctrl+u', 'w').typing).toBe('w');
    expect(press(start(), '/', 'r', 'esc').typing).toBeNull();
    const found = press(start(), '/', 'r', 'enter');
    expect(press(found, 'esc')).toMatchObject({ query: null, wish: null });
  });

  it('says where nothing is found', () => {
    expect(press(start(), '/', ...typed('zebra'), 'enter')).toMatchObject({
      query: null,
      message: '"zebra" is not in this view.',
    });
  });

  it('takes pasted text as words only while they are typed', () => {
    expect(pasteText(press(start(), '/', 'a'), ' b\nc').typing).toBe('a b c');
    expect(pasteText(start(), 'q')).toEqual(start());
  });

  it('finds a row far down in another view', () => {
    const found = press(start(), 's', '/', ...typed('x row'), 'enter');
    expect(where(found)).toBe('source x');
    expect(currentPlace(found).top).toBe(27);
  });
});

describe('a new size of the terminal', () => {
  const narrow = { columns: 40, rows: 11 };

  it('keeps the selection at its height on the screen', () => {
    const state = fitSize(press(start(), 'j'), narrow, BOOK);
    expect(where(state)).toBe('fork B');
    expect(currentPlace(state)).toMatchObject({ stop: 1, top: 6 });
  });

  it('changes nothing when it comes back', () => {
    const before = press(start(), 'j');
    expect(currentPlace(fitSize(fitSize(before, narrow, BOOK), SIZE, BOOK))).toEqual(currentPlace(before));
  });

  it('fits a view that was left at another width when the reader returns to it', () => {
    const away = fitSize(press(start(), 'j', 'l'), narrow, BOOK);
    const back = pressKeys(away, ['q'], BOOK);
    expect(where(back)).toBe('fork B');
    expect(currentPlace(back).layout.columns).toBe(40);
  });

  it('leaves only quitting where the terminal is too small', () => {
    const tiny = fitSize(start(), { columns: 30, rows: 8 }, BOOK);
    expect(press(tiny, 'j', 'l')).toEqual(tiny);
    expect(press(tiny, 'q').wish).toBe('quit');
  });
});
