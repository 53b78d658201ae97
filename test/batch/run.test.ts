import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  type BatchEvent,
  type BatchInput,
  type Ledger,
  type LedgerEntry,
  type Outcome,
  planBatch,
  runBatch,
  summariseThread,
  type ThreadSummary,
} from '../../src/batch/index.ts';
import { analyze } from '../../src/index.ts';
import { listCorpora } from '../helpers/corpora.ts';

const input = (file: string): BatchInput => ({
  path: file,
  file,
  named: true,
  sha256: `hash of ${file}`,
  bytes: 10,
  refused: null,
  sameAs: null,
});

function memoryLedger() {
  const kept = new Map<string, { readonly entry: LedgerEntry; readonly summary: ThreadSummary | null }>();
  const ledger: Ledger = {
    entry: (target) => kept.get(target)?.entry ?? null,
    keep: (entry, summary) => void kept.set(entry.target, { entry, summary }),
    resultOf: (target) => {
      const { entry, summary } = kept.get(target) ?? {};
      return entry && summary ? { sha256: entry.sha256, summary } : null;
    },
    close: () => {},
  };
  return { ledger, kept };
}

const summaryOf = async (text: string, name = 'a.txt') => summariseThread(await analyze(text, { name }));
const DISPUTE =
  'Ann: =SUM(A1) should be paid. Our crux is the price.\n\nBob: I agree that the price matters, but no.\n';

async function runAll(
  files: readonly string[],
  read: (file: string) => Promise<Outcome>,
  stop = new AbortController(),
) {
  const { ledger, kept } = memoryLedger();
  const written = new Map<string, string>();
  const ports = {
    analyst: { read: ({ path }: { path: string }) => read(path), rest: async () => {} },
    ledger,
    writeIndex: async (name: string, pieces: Iterable<string>) => void written.set(name, [...pieces].join('')),
    now: () => 0,
  };
  const plan = planBatch(files.map(input), { entry: ledger.entry, isIntact: () => true }, 'usual');
  const events: BatchEvent[] = [];
  for await (const event of runBatch(plan, ports, { atOnce: 2, settings: 'usual', stop: stop.signal }))
    events.push(event);
  return { events, written, kept };
}

const outcome = (file: string, summary: ThreadSummary): Outcome => ({
  state: 'read',
  why: null,
  sha256: `hash of ${file}`,
  outputs: [],
  summary,
  milliseconds: 3,
});

describe('a run of a batch', () => {
  it('goes on when an analyst breaks over one thread, and says so', async () => {
    const summary = await summaryOf(DISPUTE);
    const { events, kept } = await runAll(['a.txt', 'b.txt', 'c.txt'], async (file) => {
      if (file === 'b.txt') throw new Error('out of memory');
      return outcome(file, summary);
    });
    expect(events.at(-1)).toMatchObject({ event: 'summary', read: 2, failed: 1, indexed: 2 });
    expect(kept.get('b')?.entry).toMatchObject({ state: 'failed', why: 'out of memory' });
  });

  it('takes no new thread once it is stopped, finishes what runs, and writes the index', async () => {
    const summary = await summaryOf(DISPUTE);
    const stop = new AbortController();
    const files = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];
    const { events, written } = await runAll(
      files,
      async (file) => {
        stop.abort();
        return outcome(file, summary);
      },
      stop,
    );
    expect(events.map(({ event }) => event)).toEqual(['planned', 'started', 'finished', 'stopped', 'summary']);
    expect(events.at(-2)).toEqual({ event: 'stopped', left: 3 });
    expect(JSON.parse(written.get('index.crux.json')!).threads).toHaveLength(1);
  });

  it('writes an index that does not depend on who was done first', async () => {
    const summary = await summaryOf(DISPUTE);
    const files = ['a.txt', 'b.txt', 'c.txt'];
    const late = (slow: string) => async (file: string) => {
      if (file === slow) await new Promise((resolve) => setImmediate(resolve));
      return outcome(file, summary);
    };
    const [one, two] = [await runAll(files, late('a.txt')), await runAll(files, late('c.txt'))];
    expect(one.written).toEqual(two.written);
    expect(JSON.parse(one.written.get('index.crux.json')!)).toMatchObject({
      schema: 'cruxgraph-index/1',
      threads: [
        { file: 'a.txt', result: 'a' },
        { file: 'b.txt', result: 'b' },
        { file: 'c.txt', result: 'c' },
      ],
    });
  });

  it('disarms formulas in the table and keeps the words in the JSON', async () => {
    const summary = await summaryOf(DISPUTE);
    const { written } = await runAll(['=cmd.txt'], async (file) => outcome(file, { ...summary, title: '=1+1' }));
    const [row] = parse(written.get('index.csv')!, { columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      file: "'=cmd.txt",
      title: "'=1+1",
      posts: '2',
      speakers: '2',
      speaker_names: 'Ann | Bob',
    });
    expect(JSON.parse(written.get('index.crux.json')!).threads[0]).toMatchObject({ file: '=cmd.txt', title: '=1+1' });
  });

  it('quotes the first cruxes with their places', async () => {
    const { bytes, file } = listCorpora().find(({ corpus }) => corpus === 'publishing-evals')!;
    const thread = new TextDecoder().decode(bytes);
    const { cruxes, counts } = await summaryOf(thread, file);
    expect(counts.cruxes).toBeGreaterThan(0);
    const quotes = cruxes.flatMap(({ sides }) => sides.flatMap((side) => side.quotes));
    expect(quotes.length).toBeGreaterThan(1);
    for (const { words, firstLine } of quotes) expect(thread.split('\n')[firstLine! - 1]).toContain(words.slice(0, 20));
  });
});
