import { describe, expect, it } from 'vitest';
import { analyzeThread } from '../../../src/analysis/index.ts';
import {
  type LlmReader,
  llmReader,
  planRequests,
  planStages,
  STAGES,
  type Stage,
} from '../../../src/readers/llm/index.ts';
import type { Thread } from '../../../src/thread/index.ts';
import { distort } from '../../helpers/chat-faults.ts';
import { threadOf, unmarkedText } from '../../helpers/unmarked-text.ts';
import { longThread } from './long-thread.ts';
import { plausibleRead } from './plausible-model.ts';
import { ENDPOINT } from './read-by.ts';
import { failure, type Script, scriptedClient } from './scripted-client.ts';

/** One question becomes at most fifteen in halves of halves; one about a single post is first put without its context. */
const MOST_CALLS_PER_QUESTION = 30;

const always = (script: Script) => Object.fromEntries(STAGES.map((stage) => [stage, script]));
const inventing: Script = (request, data) =>
  request.stage === 'read' ? distort.inventedQuotes(JSON.stringify(plausibleRead(request, data)), ['q']) : 'no';
/** Another kind of garbage for each question, the same whenever it is put. */
const changing: Script = ({ key }) =>
  [failure('length'), failure('context'), 'no', '{"turns":[{"turn":1,"cl', failure('empty')][
    Number.parseInt(key.slice(0, 6), 16) % 5
  ]!;

const GARBAGE: readonly (readonly [string, Script, number])[] = [
  ['is cut off at its limit', () => failure('length'), 15],
  ['says that the question is too large', () => failure('context'), MOST_CALLS_PER_QUESTION],
  ['is prose', () => 'Sure! Here are my thoughts on this fascinating debate.', 2],
  ['is half a JSON document', () => '{"turns":[{"turn":1,"claims":[{"id":"1.1","q":"The', 2],
  ['is another JSON document', () => ({ answer: 42 }), 2],
  ['is empty', () => failure('empty'), 1],
  ['cites words that nobody wrote', inventing, 2],
  ['is garbage of another kind each time', changing, MOST_CALLS_PER_QUESTION],
];

const THREADS: readonly (readonly [string, Thread])[] = [
  ['many posts', longThread(40, 255, 'chain')],
  ['a few posts longer than a call', longThread(5, 3500, 'chain')],
  ['many short posts', longThread(150, 40, 'flat')],
];

async function planned(thread: Thread): Promise<ReadonlyMap<Stage, number>> {
  const planner = planRequests();
  await analyzeThread(thread, llmReader({ client: planner.client, endpoint: ENDPOINT, whenPending: 'degrade' }));
  return new Map(planStages(planner.requests()).map(({ stage, calls }) => [stage, calls]));
}

describe.each(THREADS)('a model whose every answer to %s', (_, thread) => {
  it.each(GARBAGE)('%s is asked a fixed number of times for each question at most', async (_, script, most) => {
    const plan = await planned(thread);
    const client = scriptedClient(always(script));
    const { file } = await analyzeThread(thread, llmReader({ client, endpoint: ENDPOINT }));
    for (const stage of ['read', 'reconcile', 'review', 'shared', 'name'] as const)
      expect(client.of(stage).length, stage).toBeLessThanOrEqual(most * (plan.get(stage) ?? 0));
    expect(client.of('repair').length).toBeLessThanOrEqual(2 * plan.get('read')!);
    expect(file.ledger.posts.failed).toBe(thread.posts.length);
    expect(file.claims.length).toBeGreaterThan(0);
  });
});

describe('unmarked text', () => {
  it.each(GARBAGE)(
    'whose every answer %s is divided by the embedded reader, at bounded cost',
    async (_, script, most) => {
      const raw = unmarkedText(
        longThread(120, 60, 'chain')
          .posts.map(({ text }) => text)
          .join('\n'),
      );
      const segmented = async (reader: LlmReader) => (await threadOf(raw, reader)).posts.length;
      const planner = planRequests();
      const posts = await segmented(llmReader({ client: planner.client, endpoint: ENDPOINT, whenPending: 'degrade' }));
      const client = scriptedClient(always(script));
      expect(await segmented(llmReader({ client, endpoint: ENDPOINT }))).toBe(posts);
      expect(planner.requests().length).toBeGreaterThan(1);
      expect(client.asked.length).toBeLessThanOrEqual(most * planner.requests().length);
    },
  );
});

describe('a stretch of text', () => {
  it('is not put in halves where it is short: what is too large then is not the text', async () => {
    const ask = async (tokens: number) => {
      const client = scriptedClient({ read: () => failure('length') });
      await llmReader({ client, endpoint: ENDPOINT }).read(longThread(2, tokens, 'chain'));
      return client.asked.length;
    };
    expect(await ask(150)).toBe(1);
    expect(await ask(300)).toBe(3);
  });
});
