import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../../src/errors/index.ts';
import { rulesReader } from '../../../src/readers/index.ts';
import { AnswersPending, FAILURES, llmReader } from '../../../src/readers/llm/index.ts';
import { longThread } from './long-thread.ts';
import { plausibleRead } from './plausible-model.ts';
import { ENDPOINT, readBy } from './read-by.ts';
import { failure, scriptedClient } from './scripted-client.ts';
import { talk } from './talk.ts';
import { expectWellGrounded } from './well-grounded.ts';

const THREAD = talk([
  { by: 'Ann', text: 'I think the ferry loses money. We should close it.' },
  { by: 'Bob', text: 'I disagree. The ferry pays for itself in July because of the tourists.', replyTo: 'p1' },
]);

describe('a call that fails', () => {
  it.each(FAILURES.filter((kind) => kind !== 'pending' && kind !== 'cancelled'))(
    'with %s leaves a whole result by the embedded reader and says so',
    async (kind) => {
      const { judgements, notices } = await readBy(THREAD, failure(kind, 'as tested'));
      const rules = await rulesReader().read(THREAD);
      expect(judgements).toMatchObject({ claims: rules.claims, disputes: rules.disputes });
      expect(judgements.moves).toEqual(rules.moves);
      expect(judgements.ledger.posts).toEqual({ read: 0, skipped: 0, failed: 2 });
      expect(notices('read-by-rules').join()).toMatch(/^Read by the embedded reader: .*p1.*\(as tested\)\.$/);
      expectWellGrounded(THREAD, judgements);
    },
  );

  it('costs nothing but its own posts', async () => {
    const thread = longThread(40, 255, 'tree');
    const { judgements, client, notices } = await readBy(thread, (request, data) =>
      request.subject.startsWith('p1–') ? failure('refusal') : plausibleRead(request, data),
    );
    expect(client.asked).toHaveLength(4);
    const failed = judgements.ledger.posts.failed;
    expect(failed).toBeGreaterThan(5);
    expect(judgements.claims.filter(({ rule }) => rule.startsWith('llm')).length).toBeGreaterThan(60);
    expect(new Set(judgements.claims.filter(({ rule }) => !rule.startsWith('llm')).map(({ post }) => post)).size).toBe(
      failed,
    );
    expect(notices('read-by-rules')).toEqual([`Read by the embedded reader: p1–p${failed}; the model refused.`]);
    expectWellGrounded(thread, judgements);
  });

  it('with an answer that is too long, or a question, is put in halves', async () => {
    const thread = longThread(10, 255, 'chain');
    for (const kind of ['length', 'context'] as const) {
      const { client, judgements } = await readBy(thread, (request, data) =>
        data.lines.filter((line) => line.startsWith('turn ')).length > 3 ? failure(kind) : plausibleRead(request, data),
      );
      expect(client.asked.map(({ subject }) => subject)).toEqual([
        'p1–p10',
        'p1–p5',
        'p6–p10',
        'p1–p2',
        'p3–p5',
        'p6–p8',
        'p9–p10',
      ]);
      expect(judgements.ledger.posts).toEqual({ read: 10, skipped: 0, failed: 0 });
    }
  });

  it('for want of context goes on without what stands before, and gives up in the end', async () => {
    const thread = longThread(2, 255, 'chain');
    const { client, judgements } = await readBy(thread, (_request, { lines }) => {
      expect(lines.length).toBeGreaterThan(0);
      return failure('context');
    });
    expect(judgements.ledger.posts.failed).toBe(2);
    const second = client.asked.filter(({ messages }) => messages[1]!.content.includes('turn 1 "'));
    expect(second.some(({ messages }) => /\nx1 /.test(messages[1]!.content))).toBe(true);
    expect(client.asked.length).toBeLessThan(70);
  });

  it('for want of an answer ends the stage when all that can be asked is asked', async () => {
    const thread = longThread(40, 255, 'chain');
    const client = scriptedClient({ read: () => failure('pending') });
    const reader = llmReader({ client, endpoint: ENDPOINT });
    await expect(reader.read(thread)).rejects.toThrow(AnswersPending);
    await expect(reader.read(thread)).rejects.toThrow('4 questions wait for an answer');
    expect(client.asked).toHaveLength(8);
    const goesOn = await readBy(thread, failure('pending'), { whenPending: 'degrade' });
    expect(goesOn.judgements.ledger).toMatchObject({ requests: 0, posts: { read: 0, failed: 40 } });
  });

  it('because the user stopped stops the reading', async () => {
    await expect(readBy(THREAD, failure('cancelled'))).rejects.toThrow(Interrupted);
  });
});

describe('the account', () => {
  it('counts each question once, whatever it is worth', async () => {
    const { reader, judgements } = await readBy(
      THREAD,
      () => ({ ok: true, text: 'no', usage: { in: 100, out: 2, cached: 60 } }) as object,
    );
    expect(judgements.ledger).toMatchObject({ requests: 2, tokens: { in: 200, out: 4, cached: 120 } });
    expect(reader.account()).toMatchObject({ requests: 2, tokens: { in: 200, out: 4, cached: 120 } });
    expect(reader.account().notices).toEqual(judgements.notices);
  });
});
