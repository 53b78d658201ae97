import { describe, expect, it } from 'vitest';
import { type Endpoint, PROMPTS, toChatBody } from '../../../src/readers/llm/index.ts';
import { makeRequest } from '../../../src/readers/llm/make-request.ts';

const ENDPOINT: Endpoint = { model: 'm', baseUrl: 'http://127.0.0.1:1/v1', parameters: { seed: 1, temperature: 0 } };
const PROMPT = PROMPTS[1]!;
const ASKED = { user: 'Label turn 1.', subject: 'p1', out: 10 };
const request = makeRequest(ENDPOINT, PROMPT, ASKED);

describe('a request', () => {
  it('has the fixed system message first, the question last, and a strict schema', () => {
    expect(toChatBody(request)).toEqual({
      model: 'm',
      messages: [
        { role: 'system', content: PROMPT.system },
        { role: 'user', content: 'Label turn 1.' },
      ],
      response_format: { type: 'json_schema', json_schema: { name: 'crux_read', strict: true, schema: PROMPT.schema } },
      max_completion_tokens: 1024,
      seed: 1,
      temperature: 0,
    });
    expect(request).toMatchObject({ stage: 'read', version: PROMPT.version, subject: 'p1' });
    expect(makeRequest(ENDPOINT, PROMPT, { ...ASKED, out: 1000 }).maxOutputTokens).toBe(3000);
  });

  it.each([
    ['model', { ...ENDPOINT, model: 'n' }, PROMPT, ASKED],
    ['base URL', { ...ENDPOINT, baseUrl: 'http://127.0.0.1:2/v1' }, PROMPT, ASKED],
    ['parameters', { ...ENDPOINT, parameters: {} }, PROMPT, ASKED],
    ['prompt', ENDPOINT, { ...PROMPT, system: 'Label.' }, ASKED],
    ['version', ENDPOINT, { ...PROMPT, version: 'next' }, ASKED],
    ['schema', ENDPOINT, { ...PROMPT, schema: PROMPTS[0]!.schema }, ASKED],
    ['question', ENDPOINT, PROMPT, { ...ASKED, user: 'Label turn 2.' }],
    ['room for the answer', ENDPOINT, PROMPT, { ...ASKED, out: 1000 }],
  ] as const)('has another key with another %s', (_what, endpoint, prompt, question) => {
    expect(makeRequest(endpoint, prompt, question).key).not.toBe(request.key);
  });

  it('has a key of 64 hex digits that its subject and the order of parameters do not change', () => {
    expect(request.key).toMatch(/^[0-9a-f]{64}$/);
    const endpoint = { ...ENDPOINT, parameters: { temperature: 0, seed: 1 } };
    expect(makeRequest(endpoint, PROMPT, { ...ASKED, subject: 'p7' }).key).toBe(request.key);
  });
});
