import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAnswerCache } from '../../src/store/index.ts';
import { longThread, type Shape } from '../readers/llm/long-thread.ts';
import { talk } from '../readers/llm/talk.ts';
import { type ModelRuns, openModelRuns } from './model-runs.ts';

let runs: ModelRuns;
beforeEach(async () => {
  runs = await openModelRuns();
});
afterEach(() => runs.close());

describe.each<Shape>(['chain', 'flat'])('40 posts that answer as a %s: a dry run plans', (shape) => {
  const thread = longThread(40, 255, shape);

  it('what a run then sends, stage by stage, with an empty cache, one that knows half of it, and a full one', async () => {
    const planned = await runs.plan(thread, { cache: false });
    expect(planned).toEqual({ read: 4, reconcile: 2, review: 1, shared: 1, name: 1 });
    expect((await runs.run(thread, { cache: false })).calls).toEqual(planned);

    await runs.run(longThread(30, 255, shape));
    const rest = await runs.plan(thread);
    expect(rest).toEqual({ read: 2, reconcile: 2, review: 1, shared: 1, name: 1 });
    expect((await runs.run(thread)).calls).toEqual(rest);

    expect(await runs.plan(thread)).toEqual({});
    expect((await runs.run(thread)).calls).toEqual({});
  });
});

describe('a dry run', () => {
  const thread = longThread(40, 255, 'chain');

  it('plans no second look where none is wanted, and no later stages where one person speaks', async () => {
    expect(await runs.plan(thread, { review: false })).toEqual({ read: 4, reconcile: 2, name: 1 });
    const alone = talk([{ by: 'Ann', text: 'I think the ferry loses money. We should close it.' }]);
    expect(await runs.plan(alone)).toEqual({ read: 1 });
  });

  it('knows exactly what is left where all is read', async () => {
    await runs.run(thread, { review: false });
    const planned = await runs.plan(thread);
    expect(planned).toEqual({ review: 1, shared: 1 });
    expect((await runs.run(thread)).calls).toEqual(planned);
  });

  it('plans to ask again where an answer that was kept is spoilt, as the run does', async () => {
    await runs.run(thread);
    const path = `${runs.folder}/cache/cruxgraph/answers.sqlite`;
    const cache = openAnswerCache(path);
    const { key, stage, model } = spoilt(runs);
    const tokens = { inputTokens: null, cachedTokens: null, outputTokens: null };
    cache.replace([{ key, stage, model, reply: '{"ok":true,"te', ...tokens }]);
    cache.close();
    const planned = await runs.plan(thread);
    expect(planned['read']).toBe(1);
    expect((await runs.run(thread)).calls['read']).toBe(1);
  });

  it('plans nothing where nobody would be asked', async () => {
    expect(await runs.plan(thread, { knownOnly: true })).toEqual({});
    const record = `${runs.folder}/tape.jsonl`;
    await runs.run(thread, { record });
    expect(await runs.plan(thread, { replay: record, cache: false })).toEqual({});
  });
});

/** The first read call that went to the server. */
function spoilt({ server }: ModelRuns) {
  const { key } = server.asked.find(({ body }) => body.response_format.json_schema.name === 'crux_read')!;
  return { key: key!, stage: 'read', model: 'm' };
}
