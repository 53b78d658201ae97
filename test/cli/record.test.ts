import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { longThread } from '../readers/llm/long-thread.ts';
import { type ModelRuns, openModelRuns } from './model-runs.ts';

const THREAD = longThread(12, 255, 'chain');

let runs: ModelRuns;
beforeEach(async () => {
  runs = await openModelRuns();
});
afterEach(() => runs.close());

describe('--record', () => {
  it('holds every answer that the run used, wherever it came from', async () => {
    const tape = (name: string) => join(runs.folder, `${name}.jsonl`);
    const text = (name: string) => readFileSync(tape(name), 'utf8');
    const { file, calls } = await runs.run(THREAD, { record: tape('endpoint') });
    expect(text('endpoint').trim().split('\n')).toHaveLength(Object.values(calls).reduce((sum, count) => sum + count));
    const others = {
      cache: {},
      known: { knownOnly: true },
      replay: { replay: tape('endpoint'), cache: false },
      replayed: { replay: tape('replay'), cache: false },
    };
    for (const [name, flags] of Object.entries(others)) {
      expect((await runs.run(THREAD, { ...flags, record: tape(name) })).calls).toEqual({});
      expect(text(name)).toBe(text('endpoint'));
    }
    expect((await runs.run(THREAD, { replay: tape('known'), cache: false })).file).toEqual(file);
  });

  it('writes nothing in a dry run', async () => {
    const record = join(runs.folder, 'dry.jsonl');
    await runs.plan(THREAD, { record });
    expect(() => readFileSync(record)).toThrow('ENOENT');
  });
});

describe('--known-only', () => {
  it('asks nobody, also without a cache', async () => {
    expect((await runs.run(THREAD, { knownOnly: true, cache: false })).calls).toEqual({});
    expect((await runs.run(THREAD, { knownOnly: true })).calls).toEqual({});
  });
});
