import { createHash } from 'node:crypto';
import { type Clock, LARGEST_REPLY, type OpenAiOptions, openAiClient } from '../../src/io/index.ts';
import type { ChatRequest } from '../../src/readers/index.ts';

/** A question about nothing; `name` makes its key. */
export function chatRequest(name = 'one', change: Partial<ChatRequest> = {}): ChatRequest {
  return {
    key: createHash('sha256').update(name).digest('hex'),
    stage: 'read',
    version: '1',
    endpoint: { model: 'm', baseUrl: 'http://127.0.0.1/v1', parameters: { temperature: 0, seed: 7 } },
    messages: [
      { role: 'system', content: 'Answer in JSON: {"fruit": string}.' },
      { role: 'user', content: `Name a fruit. ${name}` },
    ],
    schema: {
      name: 'fruit',
      schema: {
        type: 'object',
        properties: { fruit: { type: 'string' } },
        required: ['fruit'],
        additionalProperties: false,
      },
    },
    maxOutputTokens: 1024,
    estimate: { in: 100, out: 20 },
    subject: name,
    ...change,
  };
}

/** A clock that stands still but for sleeping, and notes how long was slept; its chance is always the same. */
export interface StillClock extends Clock {
  readonly slept: number[];
}

export function stillClock(random = 0): StillClock {
  const slept: number[] = [];
  // Real clocks give fractions too.
  let now = 0.25;
  return {
    slept,
    now: () => now,
    wallTime: () => Date.UTC(2026, 0, 1) + Math.floor(now),
    random: () => random,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      slept.push(Math.round(milliseconds));
      now += milliseconds;
    },
  };
}

/** A client of the real openai package that waits for nothing but the server. */
export function chatClient(baseUrl: string, change: Partial<OpenAiOptions> = {}) {
  return openAiClient({
    baseUrl,
    apiKey: 'sk-test-0123456789',
    account: null,
    deadline: 20_000,
    patience: 600_000,
    concurrency: 8,
    largestReply: LARGEST_REPLY,
    clock: stillClock(),
    memory: null,
    ...change,
  });
}
