import { describe, expect, it } from 'vitest';
import { rulesReader } from '../../../src/readers/index.ts';
import { distort } from '../../helpers/chat-faults.ts';
import { longThread } from './long-thread.ts';
import { plausibleRead } from './plausible-model.ts';
import { answer, claim, move, readBy } from './read-by.ts';
import { talk } from './talk.ts';
import { expectWellGrounded } from './well-grounded.ts';

const THREAD = talk([
  { by: 'Ann', text: 'I think the ferry loses money. We should close it.' },
  { by: 'Bob', text: 'I disagree. The ferry pays for itself in July because of the tourists.', replyTo: 'p1' },
]);
const INVENTED = answer(
  { claims: [claim('1.1', 'the moon is made of cheese')] },
  { claims: [claim('2.2', 'nobody ever liked the sea')] },
);
const REPAIRED_IN_VAIN = { items: [{ item: 1, s: '1.1', q: 'still made of cheese' }] };

describe('an answer whose citations are all invented', () => {
  it('leaves its posts to the embedded reader, as a refusal does, and says so', async () => {
    const { judgements, notices } = await readBy(THREAD, { read: () => INVENTED, repair: () => REPAIRED_IN_VAIN });
    const rules = await rulesReader().read(THREAD);
    expect(judgements).toMatchObject({ claims: rules.claims, moves: rules.moves, disputes: rules.disputes });
    expect(judgements.ledger.posts).toEqual({ read: 0, skipped: 0, failed: 2 });
    expect(judgements.ledger.claims).toMatchObject({ dropped: 2 });
    expect(notices('read-by-rules')).toEqual([
      'Read by the embedded reader: p1–p2; no claim of the answer stands on words of the posts.',
    ]);
    expect(notices('grounding')[0]).toMatch(/^Grounded 0\/2 /);
    expectWellGrounded(THREAD, judgements);
  });

  it('is not believed in its moves either, so that nothing is labelled twice', async () => {
    const withMove = answer(
      { claims: [claim('1.1', 'the moon is made of cheese')] },
      { claims: [], moves: [move('2.1', 'I disagree', 'agree', '1.1')] },
    );
    const { judgements } = await readBy(THREAD, { read: () => withMove, repair: () => REPAIRED_IN_VAIN });
    expect(judgements.moves).toEqual((await rulesReader().read(THREAD)).moves);
  });

  it.each([
    ['moves alone', answer({}, { moves: [move('2.1', 'we never met', 'disagree', '1.1')] })],
    ['items of no known form', { turns: [{ turn: 1, claims: ['yes'], moves: [7] }], odds: [], terms: [] }],
  ])('counts as none where it holds %s', async (_, reply) => {
    const { judgements } = await readBy(THREAD, { read: () => reply, repair: () => ({ items: [] }) });
    expect(judgements.ledger.posts).toEqual({ read: 0, skipped: 0, failed: 2 });
    expect(judgements.claims).toEqual((await rulesReader().read(THREAD)).claims);
  });

  it('costs nothing but its own posts', async () => {
    const thread = longThread(40, 255, 'tree');
    const { judgements, notices } = await readBy(thread, {
      read: (request, data) => {
        const good = plausibleRead(request, data);
        return request.subject.startsWith('p1–') ? distort.inventedQuotes(JSON.stringify(good), ['q']) : good;
      },
      repair: () => ({ items: [] }),
    });
    const failed = judgements.ledger.posts.failed;
    expect(failed).toBeGreaterThan(5);
    expect(failed).toBeLessThan(20);
    expect(notices('read-by-rules')).toEqual([
      `Read by the embedded reader: p1–p${failed}; no claim of the answer stands on words of the posts.`,
    ]);
    expectWellGrounded(thread, judgements);
  });
});

describe('an answer that finds nothing to label', () => {
  it('is believed: that a post holds no claim is no failure', async () => {
    const { judgements } = await readBy(THREAD, { read: () => answer({}, {}) });
    expect(judgements.ledger.posts).toEqual({ read: 2, skipped: 0, failed: 0 });
    expect(judgements.claims).toEqual([]);
  });

  it('keeps the claims that do stand on the text', async () => {
    const half = answer({ claims: [claim('1.1', 'the ferry loses money'), claim('1.2', 'cheese')] }, {});
    const { judgements } = await readBy(THREAD, { read: () => half, repair: () => ({ items: [] }) });
    expect(judgements.ledger.posts.failed).toBe(0);
    expect(judgements.claims.map(({ rule }) => rule)).toEqual(['llm']);
  });
});
