import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors/index.ts';
import { type AnswerCache, openAnswerCache, type StoredAnswer } from '../../src/store/index.ts';
import { fillTogether } from '../helpers/fill-together.ts';

let folder: string;
let path: string;
let open: AnswerCache[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crux-cache-'));
  path = join(folder, 'answers.sqlite');
  open = [];
});

afterEach(() => {
  for (const cache of open) cache.close();
  rmSync(folder, { recursive: true });
});

function openCache(): AnswerCache {
  const cache = openAnswerCache(path);
  open.push(cache);
  return cache;
}

function answer(key: string, change: Partial<StoredAnswer> = {}): StoredAnswer {
  return {
    key,
    stage: 'read',
    model: 'm',
    reply: `reply to ${key}`,
    inputTokens: 100,
    cachedTokens: 20,
    outputTokens: 7,
    ...change,
  };
}

describe('the answer cache', () => {
  it('gives back what was put in, with its tokens', () => {
    const cache = openCache();
    cache.put([answer('a'), answer('b', { inputTokens: null, cachedTokens: null, outputTokens: null })]);
    expect({ ...cache.get('a') }).toEqual(answer('a'));
    expect(cache.get('b')?.inputTokens).toBeNull();
    expect(cache.get('c')).toBeNull();
    expect([cache.has('a'), cache.has('c')]).toEqual([true, false]);
  });

  it('keeps the first answer to a key, so that all readers see the same', () => {
    const cache = openCache();
    cache.put([answer('a')]);
    cache.put([answer('a', { reply: 'another' })]);
    expect(cache.get('a')?.reply).toBe('reply to a');
  });

  it('lets an answer that the user gives take the place of an earlier one', () => {
    const cache = openCache();
    cache.put([answer('a')]);
    cache.replace([answer('a', { reply: 'mended' }), answer('b')]);
    expect([cache.get('a')?.reply, cache.get('b')?.reply]).toEqual(['mended', 'reply to b']);
  });

  it('shows at once what another connection wrote, and keeps it when reopened', () => {
    const one = openCache();
    const other = openCache();
    one.put([answer('a')]);
    expect(other.get('a')?.reply).toBe('reply to a');
    one.remember('endpoint x', 'plain');
    expect(other.recall('endpoint x')).toBe('plain');
    expect(openCache().get('a')?.reply).toBe('reply to a');
  });

  it('puts all answers of one step or none', () => {
    const cache = openCache();
    const broken = { ...answer('b'), reply: null as unknown as string };
    expect(() => cache.put([answer('a'), broken])).toThrow();
    expect(cache.get('a')).toBeNull();
    cache.put([answer('c')]);
    expect(cache.has('c')).toBe(true);
  });

  it('counts answers, bytes and tokens by stage and model', () => {
    const cache = openCache();
    cache.put([answer('a', { reply: 'é' }), answer('b', { stage: 'name', cachedTokens: null }), answer('c')]);
    const stats = cache.stats();
    expect([stats.answers, stats.replyBytes]).toEqual([3, 2 + 2 * 'reply to b'.length]);
    expect(stats.shares.map((share) => ({ ...share }))).toEqual([
      { stage: 'name', model: 'm', answers: 1, inputTokens: 100, cachedTokens: 0, outputTokens: 7 },
      { stage: 'read', model: 'm', answers: 2, inputTokens: 200, cachedTokens: 40, outputTokens: 14 },
    ]);
  });

  it('is empty after clearing, notes included, and can be used on', () => {
    const cache = openCache();
    cache.put([answer('a'), answer('b')]);
    cache.remember('x', 'y');
    expect(cache.clear()).toBe(2);
    expect([cache.stats().answers, cache.recall('x')]).toEqual([0, null]);
    cache.put([answer('a')]);
    expect(cache.has('a')).toBe(true);
  });

  it('names a file that is no cache, and what to do about it', () => {
    writeFileSync(path, 'this is no database, but it is long enough to be looked at as one by SQLite'.repeat(20));
    expect(() => openAnswerCache(path)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(path),
        hint: expect.stringContaining('remove the file'),
      }),
    );
  });

  it('does not touch a cache that a newer version laid out', () => {
    openAnswerCache(path).close();
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openAnswerCache(path)).toThrow(ConfigError);
  });

  it('loses and breaks nothing when four processes fill it at once and one of them is killed', async () => {
    const { exits, promised, lost, integrity } = await fillTogether(path, 400, 100);
    expect(exits).toEqual(['SIGKILL', 0, 0, 0]);
    expect(promised).toBeGreaterThanOrEqual(1300);
    expect([lost, integrity]).toEqual([0, 'ok']);
  });
});
