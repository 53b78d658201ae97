import { describe, expect, it } from 'vitest';
import { parseBatchResults, toBatchFiles, toBatchLine } from '../../src/io/index.ts';
import { chatRequest } from '../helpers/chat-request.ts';

const openai = (name: string, model = 'm', messages = chatRequest(name).messages) =>
  chatRequest(name, {
    messages,
    endpoint: { model, baseUrl: 'https://api.openai.com/v1', parameters: { seed: 7 } },
  });

const completion = (content: string, finish = 'stop') => ({
  object: 'chat.completion',
  model: 'm-2026',
  choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: finish }],
  usage: { prompt_tokens: 50, completion_tokens: 5 },
});

const result = (key: string, response: unknown, error: unknown = null) =>
  JSON.stringify({ id: 'batch_req_1', custom_id: key, response, error });

describe('a file of requests', () => {
  it('holds a line for each question, with its key as custom_id', () => {
    const request = openai('one');
    const line = JSON.parse(toBatchLine(request));
    expect(line).toMatchObject({ custom_id: request.key, method: 'POST', url: '/v1/chat/completions' });
    expect(line.body).toMatchObject({ model: 'm', max_completion_tokens: 1024, seed: 7 });
    expect(line.custom_id.length).toBe(64);
  });

  it('leaves out what the endpoint is known to refuse', () => {
    const [file] = toBatchFiles([openai('one')], {
      capabilities: () => ({ format: 'json-object', refused: ['seed'], systemRole: true, reasoningRoom: 500 }),
    });
    expect(JSON.parse(file!.text).body).toMatchObject({
      response_format: { type: 'json_object' },
      max_completion_tokens: 1524,
    });
    expect(JSON.parse(file!.text).body).not.toHaveProperty('seed');
  });

  it('holds each key once and one model only', () => {
    const files = toBatchFiles([openai('one'), openai('two', 'n'), openai('one'), openai('three')]);
    expect(files.map(({ model, requests }) => [model, requests])).toEqual([
      ['m', 2],
      ['n', 1],
    ]);
  });

  it('never passes the limits on requests and bytes', () => {
    const requests = Array.from({ length: 25 }, (_, call) => openai(`request ${call + 10}`));
    const byCount = toBatchFiles(requests, { mostRequests: 10 });
    expect(byCount.map((file) => file.requests)).toEqual([10, 10, 5]);
    const size = Buffer.byteLength(toBatchLine(requests[0]!));
    const byBytes = toBatchFiles(requests, { mostBytes: size * 8 + 1 });
    expect(byBytes.map((file) => file.requests)).toEqual([8, 8, 8, 1]);
    expect(byBytes.map((file) => file.text).join('')).toBe(requests.map((request) => toBatchLine(request)).join(''));
    expect(toBatchFiles([])).toEqual([]);
  });
});

describe('the limits of the service', () => {
  it('are fifty thousand requests a file', () => {
    const { key: _, ...one } = openai('one');
    const many = Array.from({ length: 50_001 }, (_, number) => ({ ...one, key: String(number) }));
    expect(toBatchFiles(many).map(({ requests }) => requests)).toEqual([50_000, 1]);
  });

  it('and two hundred million bytes', () => {
    const content = 'x'.repeat(10_000_000);
    const large = Array.from({ length: 21 }, (_, number) =>
      openai(String(number), 'm', [{ role: 'user' as const, content }]),
    );
    const files = toBatchFiles(large);
    expect(files.map(({ requests }) => requests)).toEqual([19, 2]);
    expect(Buffer.byteLength(files[0]!.text)).toBeLessThanOrEqual(200_000_000);
  });
});

describe('a file of results', () => {
  it('gives answers by key in any order', () => {
    const { results, broken } = parseBatchResults(
      [
        result('b', { status_code: 200, request_id: 'r', body: completion('{"b":1}') }),
        result('a', { status_code: 200, request_id: 'r', body: completion('{"a":1}') }),
        '',
      ].join('\n'),
    );
    expect(broken).toEqual([]);
    expect(results.map(({ key, model, reply }) => [key, model, reply.ok && reply.text])).toEqual([
      ['b', 'm-2026', '{"b":1}'],
      ['a', 'm-2026', '{"a":1}'],
    ]);
    expect(results[0]?.reply.usage).toEqual({ in: 50, out: 5, cached: 0 });
  });

  it.each([
    ['an expired request', null, { code: 'batch_expired', message: 'Not executed in time.' }, 'pending'],
    ['a cancelled request', null, { code: 'batch_cancelled', message: 'Cancelled.' }, 'pending'],
    ['a line without answer and error', null, null, 'server'],
    ['a bad request', { status_code: 400, body: { error: { message: 'No such field' } } }, null, 'bad-request'],
    ['a rate limit', { status_code: 429, body: { error: { message: 'Slow down' } } }, null, 'rate-limit'],
    ['a server error', { status_code: 500, body: { error: { message: 'Oops' } } }, null, 'server'],
    [
      'a prompt too long',
      { status_code: 400, body: { error: { message: 'x', code: 'context_length_exceeded' } } },
      null,
      'context',
    ],
    ['an answer cut off', { status_code: 200, body: completion('{"a', 'length') }, null, 'length'],
    ['a filtered answer', { status_code: 200, body: completion('', 'content_filter') }, null, 'filtered'],
    ['a body that is none', { status_code: 200, body: 'gone' }, null, 'server'],
  ])('gives %s as a failure', (_, response, error, kind) => {
    const [read] = parseBatchResults(result('k', response, error)).results;
    expect(read?.reply).toMatchObject({ ok: false, kind });
  });

  it('takes answers written by hand, as text or as JSON', () => {
    const { results } = parseBatchResults('{"custom_id":"a","content":{"x":[1]}}\n{"custom_id":"b","content":"{}"}');
    expect(results.map(({ reply }) => reply.ok && reply.text)).toEqual(['{"x":[1]}', '{}']);
  });

  it('names lines that are no results and reads the others', () => {
    const good = result('k', { status_code: 200, body: completion('{}') });
    const { results, broken } = parseBatchResults(`${good.slice(0, 40)}\n[1]\n{"id":"x"}\n${good}\r\n`);
    expect(results.length).toBe(1);
    expect(broken).toEqual([
      { line: 1, reason: 'is not a JSON object' },
      { line: 2, reason: 'is not a JSON object' },
      { line: 3, reason: 'has no custom_id' },
    ]);
  });
});
