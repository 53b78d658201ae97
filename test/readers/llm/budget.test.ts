import { describe, expect, it } from 'vitest';
import { analyzeThread } from '../../../src/analysis/index.ts';
import { type ChatClient, llmReader, planRequests, planStages, toChatBody } from '../../../src/readers/llm/index.ts';
import type { Thread } from '../../../src/thread/index.ts';
import { longThread, type Shape } from './long-thread.ts';
import {
  plausibleName,
  plausibleRead,
  plausibleReconcile,
  plausibleReview,
  plausibleShared,
} from './plausible-model.ts';
import { ENDPOINT } from './read-by.ts';
import { scriptedClient } from './scripted-client.ts';

const sourceTokens = ({ posts }: Thread) => Buffer.byteLength(posts.map(({ text }) => text).join('')) / 4;

/** Tokens that a whole analysis sends and receives, four bytes each: request bodies as JSON, answers in a completion's frame. */
async function spend(thread: Thread, review: boolean) {
  const scripts = {
    ...{ read: plausibleRead, reconcile: plausibleReconcile, name: plausibleName },
    ...{ review: plausibleReview, shared: plausibleShared },
  };
  const client = scriptedClient(scripts);
  let received = 0;
  const counting: typeof client = {
    ...client,
    async ask(request) {
      const reply = await client.ask(request);
      const choices = [
        { index: 0, message: { role: 'assistant', content: reply.ok ? reply.text : '' }, finish_reason: 'stop' },
      ];
      received += Buffer.byteLength(
        JSON.stringify({ id: 'chatcmpl-0123456789', object: 'chat.completion', model: 'some-model', choices }),
      );
      return reply;
    },
  };
  await analyzeThread(thread, llmReader({ client: counting, endpoint: ENDPOINT, review }));
  const sent = client.asked.reduce((sum, request) => sum + Buffer.byteLength(JSON.stringify(toChatBody(request))), 0);
  return { in: sent / 4, out: received / 4, client };
}

describe.each<Shape>(['chain', 'tree', 'flat'])('200 posts of 250 tokens that answer as a %s', (shape) => {
  it('send at most 2.8 times and receive at most 0.7 times their own tokens, and twice as many posts twice that', async () => {
    const thread = longThread(200, 255, shape);
    const once = await spend(thread, false);
    const source = sourceTokens(thread);
    expect(source / 200).toBeGreaterThanOrEqual(250);
    expect(once.in / source).toBeLessThanOrEqual(2.8);
    expect(once.out / source).toBeLessThanOrEqual(0.7);
    const double = longThread(400, 255, shape);
    const twice = await spend(double, false);
    const growth = sourceTokens(double) / source;
    expect(twice.in / once.in / growth).toBeLessThanOrEqual(1.05);
    expect(twice.out / once.out / growth).toBeLessThanOrEqual(1.05);
  });

  it('cost what the plan says, within a quarter', async () => {
    const thread = longThread(200, 255, shape);
    const planner = planRequests();
    await analyzeThread(thread, llmReader({ client: planner.client, endpoint: ENDPOINT, whenPending: 'degrade' }));
    const plan = planStages(planner.requests());
    const real = await spend(thread, true);
    const sum = (part: 'in' | 'out') => plan.reduce((total, stage) => total + stage[part], 0);
    expect(sum('in') / real.in).toBeGreaterThan(0.75);
    expect(sum('in') / real.in).toBeLessThan(1.25);
    expect(sum('out') / real.out).toBeGreaterThan(0.75);
    expect(sum('out') / real.out).toBeLessThan(1.25);
    expect(plan[0]).toMatchObject({ stage: 'read', calls: real.client.of('read').length });
  });
});

describe('an estimate', () => {
  it('counts the body as it is sent', async () => {
    const { client } = await spend(longThread(12, 255, 'tree'), true);
    for (const request of client.asked)
      expect(request.estimate.in).toBe(Math.ceil(Buffer.byteLength(JSON.stringify(toChatBody(request))) / 4));
  });

  it('is of the same questions in the same order whenever the same thread is read', async () => {
    const keys = async () => (await spend(longThread(30, 255, 'tree'), true)).client.asked.map(({ key }) => key);
    expect(await keys()).toEqual(await keys());
  });
});

describe('a plan', () => {
  it('collects each unanswered question once and uses what is known', async () => {
    const thread = longThread(30, 255, 'chain');
    const { client } = await spend(thread, false);
    const known = new Map(client.asked.map((request) => [request.key, request]));
    const script = { read: plausibleRead };
    const answering = scriptedClient(script);
    const planner = planRequests();
    const asker: ChatClient = {
      ask: (request) => (request.stage === 'read' ? answering : planner.client).ask(request),
    };
    await expect(
      analyzeThread(thread, llmReader({ client: asker, endpoint: ENDPOINT, review: false })),
    ).rejects.toThrow(/questions? waits? for an answer/);
    expect(planner.requests().map(({ stage }) => stage)).toEqual(
      ['reconcile', 'reconcile'].slice(0, planner.requests().length),
    );
    for (const { key } of planner.requests()) expect(known.has(key)).toBe(true);
    expect(planStages([])).toEqual([]);
  });
});
