import { describe, expect, it } from 'vitest';
import {
  analyze,
  forkRows,
  type Judgements,
  openAnalysis,
  parseSpeakers,
  type Reader,
  rowsToText,
  rulesReader,
  UsageError,
} from '../../src/index.ts';

const TALK = [
  'Ann: The ferry should run in winter. Our crux is whether the clinic stays where it is.',
  'Bob:\n\n> Our crux is whether the clinic stays where it is.\n\nThe clinic is going to move to the mainland, I think.',
  'Cy: Lovely weather on the quay today, by the way.',
  'Ann: Then run it until the clinic has moved.',
].join('\n\n');

/** The embedded reader with some of its answers replaced. */
const readerWith = (parts: Partial<Reader>): Reader => ({ ...rulesReader(), ...parts });

describe('analyze', () => {
  it('gives the same bytes for text and for its bytes, and for a path only its last part', async () => {
    const fromText = await analyze(TALK, { name: 'some/where/ferry.txt' });
    const fromBytes = await analyze(new TextEncoder().encode(TALK), { name: 'ferry.txt' });
    expect(fromText.file).toEqual(fromBytes.file);
    expect(fromText.file.thread.source).toBe('ferry.txt');
  });

  it('resolves ids for whoever shows it', async () => {
    const analysis = await analyze(TALK);
    const again = openAnalysis(analysis.file);
    expect(again.posts.get('p2')?.speaker).toBe('s2');
    expect(again.cruxes.get(analysis.file.cruxes[0]!.id)).toBe(analysis.file.cruxes[0]);
  });

  it('looks at two speakers by name or id, and says who there is when they do not fit', async () => {
    expect((await analyze(TALK, { pair: 'Ann, Bob' })).file.cruxes.length).toBeGreaterThan(0);
    expect((await analyze(TALK, { pair: 's1,s2' })).file.cruxes.length).toBeGreaterThan(0);
    await expect(analyze(TALK, { pair: 'Ann,Ann' })).rejects.toThrow(UsageError);
    await expect(analyze(TALK, { pair: 'Ann,Zoe' })).rejects.toMatchObject({
      hint: 'Write --pair A,B with two of: Ann, Bob, Cy.',
    });
  });

  it('stops at a post, by number or id', async () => {
    const early = await analyze(TALK, { asOf: '1' });
    expect(early.file.thread.asOf).toBe('p1');
    expect(new Set(early.file.claims.map(({ post }) => post))).toEqual(new Set(['p1']));
    expect(early.file.cruxes).toEqual([]);
    await expect(analyze(TALK, { asOf: '9' })).rejects.toThrow('--as-of 9: no such post');
  });

  it('refuses an unknown format', async () => {
    await expect(analyze(TALK, { format: 'mail' })).rejects.toThrow('unknown format mail');
  });

  it('lets the caller say who speaks', async () => {
    const overrides = parseSpeakers('Ann = Anna', 'who.txt');
    expect((await analyze(TALK, { overrides })).file.speakers[0]).toMatchObject({ name: 'Anna', given: true });
  });

  it('takes out what the second look does not confirm, and builds the graph once more', async () => {
    const doubted = await analyze(TALK, { reader: readerWith({ review: async () => new Set() }) });
    const all = await analyze(TALK);
    expect(all.file.cruxes).toHaveLength(1);
    expect(doubted.file.cruxes).toEqual([]);
    // What each of them said stays said; only that they part on it is not shown.
    expect(doubted.file.claims.map(({ text }) => text)).toEqual(all.file.claims.map(({ text }) => text));
  });

  it('looks again at what comes up once doubted points are gone, and takes out what is never confirmed', async () => {
    const looks: number[] = [];
    const review: Reader['review'] = async (_thread, _judgements, items) => {
      looks.push(items.length);
      return new Set(looks.length === 1 ? items.slice(1).map(({ id }) => id) : []);
    };
    const doubted = await analyze(TALK, { reader: readerWith({ review }) });
    expect(looks[0]).toBe(1);
    expect(doubted.file.cruxes).toEqual([]);
  });

  it('shows two speakers only what lies between them', async () => {
    const three = await analyze(
      'Ann: The ferry should run in winter, for the school needs it.\n\nBob:\n\n> The ferry should run in winter, for the school needs it.\n\nI doubt that the school needs the ferry in winter.\n\nCy:\n\n> I doubt that the school needs the ferry in winter.\n\nThat is wrong, the school needs the ferry in winter for forty children.',
    );
    const ids = three.file.speakers.map(({ id }) => id);
    const text = (pair?: readonly [string, string]) =>
      rowsToText(forkRows(three, { width: 100, ...(pair && { pair }) }));
    expect(text()).toContain('2 points of contention');
    expect(text([ids[1]!, ids[2]!])).not.toContain('Ann L1 “');
  });

  it('words a crux as the reader says, and only that', async () => {
    const worded = await analyze(TALK, {
      reader: readerWith({
        name: async (_thread, _judgements, items) =>
          items.map(({ id }) => ({ id, question: 'Will the clinic stay?', settledBy: 'its lease' })),
      }),
    });
    expect(worded.file.cruxes[0]).toMatchObject({ question: 'Will the clinic stay?', settledBy: 'its lease' });
    expect(worded.file.cruxes[0]!.sides).toEqual((await analyze(TALK)).file.cruxes[0]!.sides);
  });

  it('writes down what a reader that keeps count has spent and told', async () => {
    const notices = [{ rule: 'tired', post: 'p1', text: 'The reader was tired.' }];
    const account = { requests: 3, tokens: { in: 30, out: 4, cached: 5 }, notices };
    const { file } = await analyze(TALK, { reader: readerWith({ account: () => account }) });
    expect(file.ledger).toMatchObject({ requests: 3, tokens: account.tokens });
    expect(file.notices).toContainEqual(notices[0]);
  });

  it('drops and counts what a reader says of words that only were quoted', async () => {
    const read = async (...[thread]: Parameters<Reader['read']>): Promise<Judgements> => {
      const judgements = await rulesReader().read(thread);
      const { start, end } = thread.posts[1]!.quotes[0]!;
      const stolen = { ...judgements.claims[0]!, id: 'stolen', post: 'p2', start, end };
      return { ...judgements, claims: [...judgements.claims, stolen] };
    };
    const { file } = await analyze(TALK, { reader: readerWith({ read }) });
    expect(file.ledger.claims.dropped).toBe(1);
    expect(file.notices.some(({ text }) => text.includes('only quotes'))).toBe(true);
  });
});
