import { describe, expect, it } from 'vitest';
import { budgetClient, price } from '../../src/io/index.ts';
import type { ChatClient, ChatReply, Usage } from '../../src/readers/index.ts';
import { chatRequest } from '../helpers/chat-request.ts';

const UNKNOWN = { input: null, cached: null, output: null };
const PRICES = { input: 2, cached: 0.5, output: 10 };
const FREE = { cost: null, tokens: null };

function answering(usage: Usage | null): ChatClient & { asked: number } {
  const client = {
    asked: 0,
    ask: async (): Promise<ChatReply> => {
      client.asked += 1;
      return { ok: true, text: 'x'.repeat(80), usage };
    },
  };
  return client;
}

const ask = (name: string, out = 100) => chatRequest(name, { estimate: { in: 100, out: 20 }, maxOutputTokens: out });

describe('what a run spends', () => {
  it('is counted by stage, with its price', async () => {
    const client = budgetClient(answering({ in: 1000, out: 100, cached: 400 }), PRICES, FREE);
    await client.ask(ask('a'));
    await client.ask(chatRequest('b', { stage: 'name' }));
    await client.ask(ask('c'));
    expect(client.spent()).toMatchObject({ calls: 3, in: 3000, out: 300, cached: 1200, counted: true });
    expect(client.spent().money).toBeCloseTo((1800 * 2 + 1200 * 0.5 + 300 * 10) / 1e6, 12);
    expect(client.spentByStage().get('read')?.calls).toBe(2);
  });

  it('has no price where the user set none', async () => {
    const client = budgetClient(answering({ in: 1000, out: 100, cached: 0 }), UNKNOWN, FREE);
    await client.ask(ask('a'));
    expect(client.spent().money).toBeNull();
    expect(price({ in: 1e6, out: 0, cached: 5e5 }, { input: 2, cached: null, output: 3 })).toBe(2);
  });

  it('is estimated, and said to be, where the endpoint does not count', async () => {
    const client = budgetClient(answering(null), PRICES, FREE);
    await client.ask(ask('a'));
    expect(client.spent()).toMatchObject({ calls: 1, in: 100, out: 20, counted: false });
  });

  it('does not hold calls that were never sent, and holds what a failed answer cost', async () => {
    const failures: ChatReply[] = [
      { ok: false, kind: 'pending', detail: '', retryable: true, usage: null },
      { ok: false, kind: 'length', detail: '', retryable: false, usage: { in: 10, out: 5, cached: 0 } },
    ];
    const client = budgetClient({ ask: async () => failures.shift()! }, PRICES, FREE);
    await client.ask(ask('a'));
    await client.ask(ask('b'));
    expect(client.spent()).toMatchObject({ calls: 1, in: 10, out: 5 });
  });
});

describe('a limit', () => {
  it('on tokens stops before it is passed', async () => {
    const inner = answering({ in: 100, out: 20, cached: 0 });
    const client = budgetClient(inner, UNKNOWN, { cost: null, tokens: 500 });
    const replies = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) replies.push(await client.ask(ask(name)));
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, false, false]);
    expect(replies[3]).toMatchObject({ kind: 'budget', retryable: true });
    expect([inner.asked, client.spent().in + client.spent().out]).toEqual([3, 360]);
  });

  it('on money stops before it is passed', async () => {
    const inner = answering({ in: 100_000, out: 10_000, cached: 0 });
    const client = budgetClient(inner, PRICES, { cost: 1, tokens: null });
    const request = (name: string) =>
      chatRequest(name, { estimate: { in: 100_000, out: 9000 }, maxOutputTokens: 12_000 });
    for (const name of ['a', 'b', 'c', 'd']) await client.ask(request(name));
    expect(inner.asked).toBe(3);
    expect(client.spent().money).toBeCloseTo(0.9, 9);
  });

  it('on money needs prices', () => {
    expect(() => budgetClient(answering(null), UNKNOWN, { cost: 1, tokens: null })).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('price-input') }),
    );
  });

  it('lets a call wait for those under way instead of refusing it, and is kept with many at once', async () => {
    let under = 0;
    let most = 0;
    const inner: ChatClient = {
      ask: async () => {
        under += 1;
        most = Math.max(most, under);
        await new Promise((resolve) => setImmediate(resolve));
        under -= 1;
        return { ok: true, text: '', usage: { in: 100, out: 20, cached: 0 } };
      },
    };
    const client = budgetClient(inner, UNKNOWN, { cost: null, tokens: 1300 });
    const replies = await Promise.all(Array.from({ length: 20 }, (_, call) => client.ask(ask(`${call}`))));
    // Each call may take 200; ten really take 1200, an eleventh could pass the limit.
    expect(replies.filter(({ ok }) => ok).length).toBe(10);
    expect(client.spent().in + client.spent().out).toBe(1200);
    expect(most).toBe(6);
  });

  it('reckons with endpoints that count more tokens than expected', async () => {
    const inner = answering({ in: 200, out: 20, cached: 0 });
    const client = budgetClient(inner, UNKNOWN, { cost: null, tokens: 500 });
    for (const name of ['a', 'b', 'c']) await client.ask(ask(name));
    expect([inner.asked, client.spent().in + client.spent().out]).toEqual([1, 220]);
  });
});
