import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/io/index.ts';
import { chatBench } from '../helpers/chat-bench.ts';
import { endless, fault, redirect, silence, tooMany } from '../helpers/chat-faults.ts';
import { chatClient, chatRequest, stillClock } from '../helpers/chat-request.ts';
import { type Act, inTurn, say, startChatServer } from '../helpers/chat-server.ts';

const ANSWER = '{"fruit":"quince"}';
const KEY = 'sk-test-0123456789';

const { serve, askOnce, closeAll } = chatBench();
afterEach(closeAll);

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
