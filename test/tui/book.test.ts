import { describe, expect, it } from 'vitest';
import { openAnalysis } from '../../src/analysis/analysis.ts';
import { bindBook } from '../../src/tui/book.ts';
import { rowText } from '../../src/tui/page.ts';
import { type Layout, type Subject, startState, type ViewName } from '../../src/tui/state.ts';
import { harbourStreet } from './harbour-street.ts';

const at = (columns: number): Layout => ({ columns, full: false, pair: null });
const subject = (view: ViewName): Subject => ({ view, target: null });
const crux: Subject = { view: 'detail', target: { kind: 'crux', id: 'k1' } };

describe('the book of an analysis', () => {
  const book = bindBook(harbourStreet(), 'unicode');

  it('leaves the first column of every row that can be selected to the mark of the selection', () => {
    for (const columns of [40, 60, 80, 100, 140, 200])
      for (const one of [subject('fork'), subject('ladder'), subject('matrix'), subject('source'), crux]) {
        const page = book.open(one, at(columns));
        expect(page.stops.length).toBeGreaterThan(0);
        for (const { first } of page.stops) expect(rowText(page.rows[first]!)).toMatch(/^ /);
      }
  });

  it('gives the same page for the same arguments', () => {
    expect(book.open(subject('fork'), at(90))).toBe(book.open(subject('fork'), at(90)));
    expect(book.open(subject('fork'), at(90))).not.toBe(book.open(subject('fork'), at(91)));
  });

  it('offers the claims of a crux for selection, but not the crux itself again', () => {
    expect(book.open(crux, at(100)).stops.map(({ target }) => target)).toEqual([
      { kind: 'claim', id: 'c1' },
      { kind: 'claim', id: 'c3' },
    ]);
  });

  it('lights up the words of a crux in the source', () => {
    const page = book.open({ view: 'source', target: crux.target }, at(100));
    expect(page.lit.map((row) => rowText(page.rows[row]!).trim())).toEqual([
      '3 │ Drivers slow down where the road looks narrow.',
      '5 │ I doubt that. Drivers do not slow down for paint.',
    ]);
  });

  it('knows no pairs where there are two voices', () => {
    expect(book.pairs).toEqual([]);
  });

  it('names the pairs that a crux sets against each other, safe to print and short', () => {
    const { file } = harbourStreet();
    const cy = { id: 'cy', name: '\u001b[2JCy\nof the Northern Quay', given: true, confidence: 1 };
    const [first] = file.cruxes;
    const third = openAnalysis({
      ...file,
      speakers: [...file.speakers, cy],
      posts: file.posts.map((post, index) => (index === 2 ? { ...post, speaker: 'cy' } : post)),
      cruxes: [{ ...first!, sides: [...first!.sides, { ...first!.sides[1]!, speaker: 'cy', value: -0.2 }] }],
    });
    expect(bindBook(third, 'unicode').pairs).toEqual(['Ann/Ben', 'Ann/Cy of the No', 'Cy of the No/Ben']);
    expect(bindBook(third, 'unicode').firstPair).toBeNull();
    const asked = bindBook(third, 'unicode', ['cy', first!.sides[0]!.speaker]);
    expect(asked.pairs).toEqual(['Cy of the No/Ann', 'Ann/Ben', 'Cy of the No/Ben']);
    const size = { columns: 100, rows: 40 };
    expect(startState({ size, view: 'fork', canSuspend: false }, asked).pair).toBe(0);
  });
});
