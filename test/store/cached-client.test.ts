import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatClient, ChatReply } from '../../src/readers/index.ts';
import { type AnswerCache, cachedClient, openAnswerCache, toStored } from '../../src/store/index.ts';
import { chatRequest } from '../helpers/chat-request.ts';

const ANSWER: ChatReply = { ok: true, text: '{"fruit":"quince"}', usage: { in: 50, out: 5, cached: 10 } };

let folder: string;
let cache: AnswerCache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crux-cached-'));
  cache = openAnswerCache(join(folder, 'answers.sqlite'));
});
afterEach(() => {
  cache.close();
  rmSync(folder, { recursive: true });
});

function counting(reply: ChatReply | (() => Promise<ChatReply>)): ChatClient & { asked: number } {
  const client = {
    asked: 0,
    ask: async () => {
      client.asked += 1;
      return typeof reply === 'function' ? reply() : reply;
    },
  };
  return client;
}

describe('a client with a cache', () => {
  it('asks once and remembers text and tokens, for later runs too', async () => {
    const inner = counting(ANSWER);
    const first = cachedClient(inner, cache);
    expect(await first.ask(chatRequest('one'))).toEqual(ANSWER);
    const second = cachedClient(inner, cache);
    expect(await second.ask(chatRequest('one'))).toEqual(ANSWER);
    expect([inner.asked, second.use()]).toEqual([1, { hits: 1, asked: 0, unsaved: 0 }]);
    expect(cache.stats().shares[0]).toMatchObject({ stage: 'read', model: 'm', inputTokens: 50, cachedTokens: 10 });
  });

  it('asks once for equal questions that come at once', async () => {
    const inner = counting(ANSWER);
    const client = cachedClient(inner, cache);
    const replies = await Promise.all(['a', 'a', 'b', 'a'].map((name) => client.ask(chatRequest(name))));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect(inner.asked).toBe(2);
  });

  it.each([
    ['length', 1],
    ['refusal', 1],
    ['filtered', 1],
    ['context', 2],
    ['empty', 2],
    ['unreachable', 2],
    ['budget', 2],
  ] as const)('asks again about a failure that may pass, not about one that stays: %s, %i', async (kind, asked) => {
    const inner = counting({ ok: false, kind, detail: 'x', retryable: true, usage: null });
    for (let run = 0; run < 2; run += 1) {
      expect(await cachedClient(inner, cache).ask(chatRequest('one'))).toMatchObject({ ok: false, kind });
    }
    expect(inner.asked).toBe(asked);
  });

  it('gives the answer on where it cannot be kept, and counts that', async () => {
    const inner = counting(ANSWER);
    const full: AnswerCache = {
      ...cache,
      put: () => {
        throw new Error('disk full');
      },
      get: () => {
        throw new Error('disk I/O error');
      },
    };
    const client = cachedClient(inner, full);
    expect(await client.ask(chatRequest('one'))).toEqual(ANSWER);
    expect(client.use()).toEqual({ hits: 0, asked: 1, unsaved: 1 });
  });

  it('asks again where what was kept cannot be read', async () => {
    const { key } = chatRequest('one');
    const stored = toStored({ key, stage: 'read', model: 'm' }, ANSWER)!;
    cache.put([{ ...stored, reply: '{"ok":true,"te' }]);
    const inner = counting(ANSWER);
    expect(await cachedClient(inner, cache).ask(chatRequest('one'))).toEqual(ANSWER);
    expect(inner.asked).toBe(1);
  });

  it('does not stop a question because another run that asked the same was stopped', async () => {
    const stop = new AbortController();
    const replies: ChatReply[] = [{ ok: false, kind: 'cancelled', detail: '', retryable: true, usage: null }, ANSWER];
    const inner = counting(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return replies.shift()!;
    });
    const client = cachedClient(inner, cache);
    const stopped = client.ask(chatRequest('one'), stop.signal);
    const other = client.ask(chatRequest('one'));
    stop.abort();
    expect(await stopped).toMatchObject({ kind: 'cancelled' });
    expect(await other).toEqual(ANSWER);
    expect(await client.ask(chatRequest('two'), stop.signal)).toMatchObject({ kind: 'cancelled' });
  });
});
