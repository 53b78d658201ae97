import { afterEach, describe, expect, it } from 'vitest';
import {
  badKey,
  breakOff,
  contextOverflow,
  cutOff,
  empty,
  endless,
  fault,
  filtered,
  inReasoning,
  noQuota,
  redirect,
  refusal,
  reset,
  silence,
  tooMany,
  truncatedBody,
  unknownModel,
  webPage,
} from '../helpers/chat-faults.ts';
import { chatClient, chatRequest, stillClock } from '../helpers/chat-request.ts';
import { type Act, type ChatServer, inTurn, type Script, say, startChatServer } from '../helpers/chat-server.ts';

const ANSWER = '{"fruit":"quince"}';
const KEY = 'sk-test-0123456789';

const servers: ChatServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(script: Script): Promise<ChatServer> {
  const server = await startChatServer(script);
  servers.push(server);
  return server;
}

async function askOnce(...acts: readonly Act[]) {
  const server = await serve(inTurn(...acts));
  const clock = stillClock();
  const reply = await chatClient(server.baseUrl, { clock }).ask(chatRequest());
  return { reply, asked: server.asked.length, slept: clock.slept };
}

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

describe('an endpoint that is not there', () => {
  it('is tried five times by the first call and once by each later one', async () => {
    const server = await startChatServer(inTurn(silence));
    await server.close();
    const clock = stillClock();
    const client = chatClient(server.baseUrl, { clock });
    expect(await client.ask(chatRequest('one'))).toMatchObject({ ok: false, kind: 'unreachable', retryable: true });
    expect(clock.slept).toEqual([500, 1000, 2000, 4000]);
    await client.ask(chatRequest('two'));
    expect(clock.slept.length).toBe(4);
  });

  it('may not send the key elsewhere: a redirect is refused', async () => {
    const elsewhere = await serve(inTurn(say(ANSWER)));
    const { reply, asked } = await askOnce(redirect(`${elsewhere.baseUrl}/chat/completions`));
    expect(reply).toMatchObject({ ok: false, kind: 'unreachable', retryable: false });
    expect([asked, elsewhere.asked.length]).toEqual([1, 0]);
  });

  it('is given up when it is silent beyond the deadline', async () => {
    const server = await serve(inTurn(silence));
    const reply = await chatClient(server.baseUrl, { deadline: 60 }).ask(chatRequest());
    expect(reply).toMatchObject({ ok: false, kind: 'deadline', retryable: true });
    expect(server.asked.length).toBe(1);
  });

  it('is given up when its body goes on past the deadline', async () => {
    const slowly: Act = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
    };
    const server = await serve(inTurn(slowly));
    const reply = await chatClient(server.baseUrl, { deadline: 60 }).ask(chatRequest());
    expect(reply).toMatchObject({ ok: false, kind: 'deadline' });
  });

  it('cannot fill the memory: a reply of a gigabyte is cut off at the limit and the connection closed', async () => {
    const gigabyte = 1024 ** 3;
    let report = (_: number): void => undefined;
    const sent = new Promise<number>((resolve) => {
      report = resolve;
    });
    const { reply, asked } = await askOnce(endless(gigabyte, (bytes) => report(bytes)));
    expect(reply).toMatchObject({ ok: false, kind: 'oversize', retryable: false });
    expect(asked).toBe(1);
    expect(await sent).toBeLessThan(gigabyte / 4);
  });
});

describe('a run that the user stops', () => {
  it('gets its open, waiting and later calls back as cancelled', async () => {
    const stop = new AbortController();
    const server = await serve(() => {
      setImmediate(() => stop.abort());
      return silence;
    });
    const client = chatClient(server.baseUrl, { concurrency: 1 });
    const replies = await Promise.all(['a', 'b', 'c'].map((name) => client.ask(chatRequest(name), stop.signal)));
    expect(replies.map((reply) => !reply.ok && reply.kind)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(await client.ask(chatRequest('d'), stop.signal)).toMatchObject({ kind: 'cancelled' });
    expect(server.asked.length).toBe(1);
  });

  it('does not wait out a rate limit', async () => {
    const stop = new AbortController();
    const { systemClock } = await import('../../src/io/index.ts');
    const server = await serve(() => {
      setImmediate(() => stop.abort());
      return tooMany('500');
    });
    const reply = await chatClient(server.baseUrl, { clock: systemClock }).ask(chatRequest(), stop.signal);
    expect(reply).toMatchObject({ ok: false, kind: 'cancelled' });
  });
});

describe('what is said of a failure', () => {
  it.each([
    fault(401, `Incorrect API key provided: ${KEY}.`),
    fault(400, `Header Authorization: Bearer ${KEY} was not understood`),
    fault(500, `{"authorization":"${KEY}"}`),
    say('', { body: { choices: undefined, error: `no access with ${KEY}` } }),
  ])('never holds the key, even where the server repeats it', async (act) => {
    const { reply } = await askOnce(act);
    expect(JSON.stringify(reply)).not.toContain(KEY);
    expect(JSON.stringify(reply)).toContain('***');
  });

  it('holds no ids of accounts and requests, so that equal failures read alike', async () => {
    const { reply } = await askOnce(fault(400, 'Limit for org-Ab3dEf9h reached, request req_0123abcd, in 2 s'));
    expect(reply).toMatchObject({
      detail: 'The server refused the question (400: Limit for *** reached, request ***, in 2 s).',
    });
  });

  it('never holds a key that cannot even be sent', async () => {
    const server = await serve(inTurn(say(ANSWER)));
    const reply = await chatClient(server.baseUrl, { apiKey: 'sk-line\nbreak-0123' }).ask(chatRequest());
    expect(reply).toMatchObject({ ok: false, kind: 'bad-request' });
    expect(JSON.stringify(reply)).not.toContain('break-0123');
  });

  it('never holds control characters and is never long', async () => {
    const { reply } = await askOnce(fault(400, `\u001b[2Jgone\u202e${'x'.repeat(5000)}`));
    const detail = reply.ok ? '' : reply.detail;
    expect(detail).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(detail.length).toBeLessThan(400);
  });
});
