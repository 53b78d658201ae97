import { afterEach, describe, expect, it } from 'vitest';
import { chatBench } from '../helpers/chat-bench.ts';
import {
  badKey,
  breakOff,
  contextOverflow,
  cutOff,
  empty,
  fault,
  filtered,
  inReasoning,
  noQuota,
  refusal,
  reset,
  tooMany,
  truncatedBody,
  unknownModel,
  webPage,
} from '../helpers/chat-faults.ts';
import { chatClient, chatRequest, stillClock } from '../helpers/chat-request.ts';
import { type Act, type ChatServer, inTurn, say } from '../helpers/chat-server.ts';

const ANSWER = '{"fruit":"quince"}';
const KEY = 'sk-test-0123456789';

const { serve, askOnce, closeAll } = chatBench();
afterEach(closeAll);

describe('a question to an endpoint', () => {
  it('goes out with schema, limits and key, and comes back with text and tokens', async () => {
    const server = await serve(inTurn(say(ANSWER)));
    const reply = await chatClient(server.baseUrl).ask(chatRequest());
    expect(reply).toEqual({
      ok: true,
      text: ANSWER,
      usage: { in: expect.any(Number), out: 5, cached: 0 },
      served: { model: 'm', fingerprint: 'fp_test', finish: 'stop', field: 'content' },
    });
    const [{ path, method, headers, key, body }] = server.asked as unknown as [ChatServer['asked'][number]];
    expect([method, path, key]).toEqual(['POST', '/v1/chat/completions', chatRequest().key]);
    expect(headers.authorization).toBe(`Bearer ${KEY}`);
    expect(body).toMatchObject({
      model: 'm',
      temperature: 0,
      seed: 7,
      response_format: { type: 'json_schema', json_schema: { name: 'fruit', strict: true } },
    });
  });

  it('goes out without a key where there is none', async () => {
    const server = await serve(inTurn(say(ANSWER)));
    await chatClient(server.baseUrl, { apiKey: null }).ask(chatRequest());
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
  });

  it('reads tokens that the server had cached, in both spellings', async () => {
    const openai = { prompt_tokens: 90, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 64 } };
    const deepseek = { prompt_tokens: 90, completion_tokens: 5, prompt_cache_hit_tokens: 60 };
    const first = await askOnce(say(ANSWER, { usage: openai }));
    const second = await askOnce(say(ANSWER, { usage: deepseek }));
    expect([first.reply.usage?.cached, second.reply.usage?.cached]).toEqual([64, 60]);
  });

  it('says nothing of tokens where the server does not', async () => {
    const { reply } = await askOnce(say(ANSWER, { usage: null }));
    expect(reply).toMatchObject({ ok: true, usage: null });
  });

  it.each(['reasoning', 'reasoning_content'] as const)('finds an answer that the server put into %s', async (field) => {
    const { reply } = await askOnce(inReasoning(ANSWER, field));
    expect(reply).toMatchObject({ ok: true, text: ANSWER });
  });

  it('joins an answer that came in parts', async () => {
    const parts = [
      { type: 'text', text: '{"fruit":' },
      { type: 'text', text: '"quince"}' },
    ];
    const { reply } = await askOnce(say('', { content: parts }));
    expect(reply).toMatchObject({ ok: true, text: ANSWER });
  });
});

describe('a fault that passes', () => {
  const passing: readonly (readonly [string, Act])[] = [
    ['500', fault(500, 'The server had an error.')],
    ['503', fault(503, 'Overloaded.')],
    ['408', fault(408, 'Timed out.')],
    ['409', fault(409, 'Conflict.')],
    ['a reset connection', reset],
    ['a body that breaks off', breakOff],
    ['half a JSON document', truncatedBody],
    ['a web page', webPage],
  ];

  it.each(passing)('is tried again after %s, three times if need be, with growing waits', async (_, act) => {
    const { reply, asked, slept } = await askOnce(act, act, act, say(ANSWER));
    expect(reply).toMatchObject({ ok: true, text: ANSWER });
    expect([asked, slept]).toEqual([4, [500, 1000, 2000]]);
  });

  it('ends the call after five tries', async () => {
    const { reply, asked } = await askOnce(fault(500, 'The server had an error.'));
    expect(reply).toMatchObject({ ok: false, kind: 'server', retryable: true });
    expect(asked).toBe(5);
  });

  it('is not tried again where the server says so', async () => {
    const { asked } = await askOnce(fault(500, 'No.', {}, { 'x-should-retry': 'false' }));
    expect(asked).toBe(1);
  });

  it('is read out of a body with status 200 too', async () => {
    const relayed = say('', { body: { choices: undefined, error: { code: 503, message: 'Upstream is down' } } });
    const { reply } = await askOnce(relayed, say(ANSWER));
    expect(reply.ok).toBe(true);
  });
});

describe('a rate limit', () => {
  it('is waited for as long as the server asks, in seconds or until a date', async () => {
    const date = new Date(Date.UTC(2026, 0, 1, 0, 0, 9)).toUTCString();
    const { reply, slept } = await askOnce(tooMany('2'), tooMany(date), say(ANSWER));
    expect(reply.ok).toBe(true);
    expect(slept[0]).toBe(2000);
    expect(slept[1]).toBe(7000);
  });

  it('is waited for with growing waits where the server does not say how long', async () => {
    const { reply, slept } = await askOnce(tooMany(), tooMany(), tooMany(), say(ANSWER));
    expect(reply.ok).toBe(true);
    expect(slept).toEqual([500, 1000, 2000]);
  });

  it('does not use up the deadline', async () => {
    const clock = stillClock();
    const server = await serve(inTurn(tooMany('300'), say(ANSWER)));
    const reply = await chatClient(server.baseUrl, { clock, deadline: 10_000 }).ask(chatRequest());
    expect(reply.ok).toBe(true);
  });

  it('ends the call where the wait is longer than its patience', async () => {
    const { reply, asked } = await askOnce(tooMany('86400'));
    expect(reply).toMatchObject({ ok: false, kind: 'rate-limit', retryable: true });
    expect(asked).toBe(1);
  });

  it('of a long time keeps back the other calls too', async () => {
    const clock = stillClock();
    const server = await serve(inTurn(tooMany('30'), say(ANSWER)));
    const client = chatClient(server.baseUrl, { clock, patience: 20_000 });
    await client.ask(chatRequest('one'));
    expect(await client.ask(chatRequest('two'))).toMatchObject({ ok: false, kind: 'rate-limit' });
    expect(server.asked.length).toBe(1);
  });

  it('that is a spent quota is not waited for', async () => {
    const { reply, asked } = await askOnce(noQuota);
    expect(reply).toMatchObject({ ok: false, kind: 'rate-limit', retryable: true });
    expect(asked).toBe(1);
  });
});

describe('a failure that stays', () => {
  const lasting: readonly (readonly [string, Act, string])[] = [
    ['a wrong key', badKey, 'denied'],
    ['an unknown model', unknownModel, 'unknown-model'],
    ['a prompt that does not fit', contextOverflow, 'context'],
    [
      'llama.cpp without room',
      fault(500, 'the request exceeds the available context size', { type: 'exceed_context_size_error' }),
      'context',
    ],
    ['vLLM without room', fault(400, "You passed 1015 input tokens, the model's context length is 1024"), 'context'],
    ['a refusal', refusal, 'refusal'],
    ['a content filter on the answer', filtered, 'filtered'],
    ['a content filter on the question', fault(400, 'Filtered.', { code: 'content_filter' }), 'filtered'],
    ['an answer cut off', cutOff(ANSWER), 'length'],
    ['no text', empty, 'empty'],
    ['another bad request', fault(400, 'messages: too few'), 'bad-request'],
  ];

  it.each(lasting)('is data after one try: %s', async (_, act, kind) => {
    const { reply, asked } = await askOnce(act);
    expect(reply).toMatchObject({ ok: false, kind });
    expect(asked).toBe(1);
  });

  it('keeps the tokens that were spent on it', async () => {
    const { reply } = await askOnce(cutOff(ANSWER));
    expect(reply.usage?.out).toBe(3);
  });

  it('for the key ends the endpoint for the run: nothing more is sent', async () => {
    const server = await serve(inTurn(badKey));
    const client = chatClient(server.baseUrl);
    await client.ask(chatRequest('one'));
    expect(await client.ask(chatRequest('two'))).toMatchObject({ ok: false, kind: 'denied' });
    expect(server.asked.length).toBe(1);
  });

  it('for the key does not end the endpoint once something was answered', async () => {
    const server = await serve(inTurn(say(ANSWER), badKey, say(ANSWER)));
    const client = chatClient(server.baseUrl);
    const kinds = [];
    for (const name of ['one', 'two', 'three']) kinds.push((await client.ask(chatRequest(name))).ok);
    expect(kinds).toEqual([true, false, true]);
  });
});
