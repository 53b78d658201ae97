import { describe, expect, it } from 'vitest';
import { dictateTurns, threadOf, unmarkedText } from '../helpers/unmarked-text.ts';

const FERRY =
  'The ferry should keep running in winter because the clinic is on the other shore and people fall ill in winter too.';
const COST =
  'Each winter crossing costs the town four times what a summer crossing brings in, and nobody has said who pays for that.';
const ICE =
  'Ice is the real trouble here: the hull was built for open water and the insurer has already written to the council twice.';
const VOTE =
  'Let us put it to the members in October, with both sets of figures printed side by side on the ballot paper itself.';

describe('a thread captured twice in one file', () => {
  it('becomes one, and each post knows its copy', async () => {
    const raw = unmarkedText([FERRY, COST, ICE, VOTE, FERRY, COST, ICE, VOTE].join('\n'));
    const thread = await threadOf(raw, dictateTurns({ 0: 'A', 1: 'B', 3: 'A' }));
    expect(thread.captures).toBe(2);
    expect(thread.paragraphs).toEqual({ captured: 8, kept: 4 });
    expect(
      thread.posts.map(({ source, copies }) => [source?.firstLine, copies.map(({ firstLine }) => firstLine)]),
    ).toEqual([
      [1, [5]],
      [2, [6]],
      [4, [8]],
    ]);
    expect(thread.posts[1]?.copies[0]).toMatchObject({ firstLine: 6, lastLine: 7 });
  });

  it('keeps a paragraph that only the second capture has, after its predecessor there', async () => {
    const late = 'Edit: the harbour master tells me that the insurer has since withdrawn the second letter altogether.';
    const raw = unmarkedText([FERRY, COST, VOTE, FERRY, COST, late, VOTE].join('\n'));
    const thread = await threadOf(raw, dictateTurns({ 0: 'A', 1: 'B', 3: 'A' }));
    expect(thread.posts.map(({ text }) => text)).toEqual([FERRY, `${COST}\n${late}`, VOTE]);
    const [first, inserted] = thread.posts[1]!.pieces;
    expect(raw.text!.slice(inserted!.sourceStart).startsWith(late)).toBe(true);
    expect([first!.firstLine, inserted!.firstLine]).toEqual([2, 6]);
    expect(thread.posts[1]!.copies).toMatchObject([{ firstLine: 5, lastLine: 6 }]);
  });

  it('takes an inserted paragraph for a footnote where a mark before it asks for one', async () => {
    const marked = FERRY.replace('clinic', 'clinic[1]');
    const note = 'The one on the north quay; the old one closed in spring.';
    const raw = unmarkedText([marked, COST, ICE, marked, note, COST, ICE].join('\n'));
    const thread = await threadOf(raw, dictateTurns({ 0: 'A', 2: 'B' }));
    expect(thread.posts[0]!.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'footnote']);
  });

  it('aligns a paragraph that the second capture splits in two', async () => {
    const [one, two] = [`1. ${FERRY}`, `2. ${COST}`];
    const raw = unmarkedText([ICE, `${one} ${two}`, VOTE, ICE, one, two, VOTE].join('\n'));
    const thread = await threadOf(raw, dictateTurns({ 0: 'A', 1: 'B' }));
    expect(thread.paragraphs.kept).toBe(3);
    expect(thread.posts[1]!.copies).toMatchObject([{ firstLine: 5, lastLine: 7 }]);
  });

  it('merges three captures', async () => {
    const raw = unmarkedText([FERRY, COST, FERRY, COST, FERRY, COST].join('\n'));
    const thread = await threadOf(raw, dictateTurns({ 0: 'A', 1: 'B' }));
    expect(thread.captures).toBe(3);
    expect(thread.posts.map(({ copies }) => copies.map(({ firstLine }) => firstLine))).toEqual([
      [3, 5],
      [4, 6],
    ]);
  });

  it('leaves a thread alone in which somebody merely quotes a paragraph', async () => {
    const raw = unmarkedText(
      [FERRY, COST, ICE, VOTE, COST, 'I pay for it, gladly, and so would you if your mother lived there.'].join('\n'),
    );
    const thread = await threadOf(raw, dictateTurns({ 0: 'A', 4: 'B' }));
    expect(thread.captures).toBe(1);
    expect(thread.paragraphs.kept).toBe(6);
  });
});
