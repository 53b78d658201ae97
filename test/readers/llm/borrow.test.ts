import { describe, expect, it } from 'vitest';
import { rulesReader } from '../../../src/readers/index.ts';
import type { Thread } from '../../../src/thread/index.ts';
import { answer, claim, readBy } from './read-by.ts';
import { failure, type Script } from './scripted-client.ts';
import { talk } from './talk.ts';
import { expectWellGrounded } from './well-grounded.ts';

const QUOTE = 'The ferry costs us more than it brings in every year.';

/** Bob quotes Ann and disagrees; the quotation leads to Ann's words. */
function dispute(): Thread {
  const built = talk([
    { by: 'Ann', text: `${QUOTE}\nWe should therefore close it before the winter.` },
    {
      by: 'Bob',
      text: `${QUOTE}\nI disagree, because the ferry brings the tourists in July.\nTherefore it should stay open.`,
      quotes: [QUOTE],
      replyTo: 'p1',
    },
    {
      by: 'Ann',
      text: 'I agree that the ferry brings the tourists in July. The tourists bring money to the shops.',
      replyTo: 'p2',
    },
  ]);
  const [ann, bob, again] = built.posts;
  const of = { post: 'p1', start: 0, end: QUOTE.length };
  return { ...built, posts: [ann!, { ...bob!, quotes: [{ ...bob!.quotes[0]!, of }] }, again!] };
}

// Units of one post each.
const one = { unitTokens: 28 };
const by =
  (answers: Readonly<Record<string, object>>): Script =>
  (request) =>
    answers[request.subject] ?? failure('server');

describe('labels of the embedded reader beside those of a model', () => {
  it('point to the model’s claims on the words that they meant', async () => {
    const thread = dispute();
    const rules = await rulesReader().read(thread);
    const attack = rules.relations.find(({ type, post }) => type === 'attacks' && post === 'p2');
    expect(attack?.to).toBe('c:p1:0');
    const { judgements } = await readBy(
      thread,
      by({ p1: answer({ claims: [claim('1.1', 'costs us more than')] }) }),
      one,
    );
    expect(judgements.relations.find(({ type, post }) => type === 'attacks' && post === 'p2')?.to).toBe('l:p1:0');
    expect(judgements.moves.find(({ type, post }) => type === 'disagree' && post === 'p2')?.target).toBe('l:p1:0');
    expectWellGrounded(thread, judgements);
  });

  it('make claims of the words they meant where the model saw none', async () => {
    const thread = dispute();
    const { judgements } = await readBy(thread, by({ p1: answer({}) }), one);
    expect(judgements.claims.find(({ post }) => post === 'p1')).toMatchObject({ id: 'l:p1:0', rule: 'llm-referred' });
    expect(judgements.disputes).toEqual([]);
    expectWellGrounded(thread, judgements);
  });

  it('are all that there is where the model read nothing', async () => {
    const thread = dispute();
    const rules = await rulesReader().read(thread);
    const { judgements } = await readBy(thread, by({}), one);
    for (const part of ['claims', 'moves', 'relations', 'sames', 'disputes'] as const)
      expect(judgements[part]).toEqual(rules[part]);
    expect(judgements.disputes.length).toBeGreaterThan(0);
  });
});
