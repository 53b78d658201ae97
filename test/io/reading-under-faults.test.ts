import { afterEach, describe, expect, it } from 'vitest';
import { type Analysis, analyzeThread } from '../../src/analysis/index.ts';
import { checkGraphFile } from '../../src/graph-file/index.ts';
import { llmReader } from '../../src/readers/index.ts';
import {
  badKey,
  breakOff,
  contextOverflow,
  cutOff,
  distort,
  empty,
  endless,
  fault,
  filtered,
  inReasoning,
  redirect,
  refusal,
  reset,
  silence,
  tooMany,
  truncatedBody,
  unknownModel,
  webPage,
} from '../helpers/chat-faults.ts';
import { chatClient } from '../helpers/chat-request.ts';
import { type Act, type Asked, type ChatServer, type Script, say, startChatServer } from '../helpers/chat-server.ts';
import { plausibleAnswer } from '../helpers/model-over-http.ts';
import { longThread } from '../readers/llm/long-thread.ts';

const THREAD = longThread(6, 120, 'chain');
const servers: ChatServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Reads the thread by the model behind the script, all stages, over HTTP and through the openai package. */
async function readOverHttp(script: Script, deadline = 20_000): Promise<Analysis> {
  const server = await startChatServer(script);
  servers.push(server);
  const endpoint = { model: 'm', baseUrl: server.baseUrl, parameters: { temperature: 0, seed: 7 } };
  const reader = llmReader({ client: chatClient(server.baseUrl, { deadline }), endpoint, whenPending: 'degrade' });
  return analyzeThread(THREAD, reader, {});
}

const good: Script = (asked) => say(plausibleAnswer(asked));

function byModel({ file }: Analysis): number {
  return file.claims.filter(({ rule }) => rule.startsWith('llm')).length;
}

function losses({ file }: Analysis): string {
  return file.notices.map(({ text }) => text).join('\n');
}

function expectWhole(analysis: Analysis): void {
  expect(checkGraphFile(analysis.file)).toEqual([]);
  expect(analysis.file.posts.length).toBe(THREAD.posts.length);
  expect(analysis.file.claims.length).toBeGreaterThan(0);
}

/** The same act on the first request of the run, or on the first few; the model answers the others. */
function once(act: Act, times = 1): Script {
  return (asked) => (asked.nth <= times ? act : good(asked));
}

describe('a whole reading over HTTP', () => {
  it('is made by the model where all goes well', async () => {
    const analysis = await readOverHttp(good);
    expectWhole(analysis);
    expect(byModel(analysis)).toBeGreaterThan(3);
  });

  const passing: readonly (readonly [string, Script])[] = [
    ['a reset connection', once(reset)],
    ['a body that breaks off', once(breakOff)],
    ['half a JSON document', once(truncatedBody)],
    ['a web page', once(webPage)],
    ['408', once(fault(408, 'Timed out'))],
    ['409', once(fault(409, 'Conflict'))],
    ['429 with Retry-After', once(tooMany('3'))],
    ['429 without Retry-After', once(tooMany())],
    ['500 three times', once(fault(500, 'Oops'), 3)],
    ['an answer in the field reasoning', (asked) => inReasoning(plausibleAnswer(asked))],
    ['prose around the JSON', (asked) => say(distort.proseAround(plausibleAnswer(asked)))],
  ];

  it.each(passing)('loses nothing through %s', async (_, script) => {
    const undisturbed = await readOverHttp(good);
    const analysis = await readOverHttp(script);
    expectWhole(analysis);
    expect(analysis.file.claims).toEqual(undisturbed.file.claims);
    expect(analysis.file.cruxes).toEqual(undisturbed.file.cruxes);
  });

  const lasting: readonly (readonly [string, Act, RegExp])[] = [
    ['a wrong key', badKey, /key/],
    ['an unknown model', unknownModel, /model/],
    ['500 without end', fault(500, 'Oops'), /failed/],
    ['a refusal', refusal, /refused/],
    ['a content filter', filtered, /filter/],
    ['no content', empty, /empty/],
    ['an answer cut off', cutOff('{"turns":[{"turn":1,'), /cut off/],
    ['a prompt that never fits', contextOverflow, /context/],
    ['a redirect', redirect('http://127.0.0.1:9/v1'), /redirect/],
    ['a reply of a gigabyte', endless(1024 ** 3), /too large/],
    ['a quota used up', fault(429, 'Quota', { code: 'insufficient_quota' }), /no more requests/],
    ['another bad request', fault(400, 'Nonsense'), /accept the request/],
    ['invalid JSON', say('{"turns": [}'), /JSON/],
    ['another schema', say(distort.wrongSchema()), /JSON/],
  ];

  it.each(lasting)('is finished by the embedded reader under %s, and says why', async (_, act, words) => {
    const analysis = await readOverHttp(() => act);
    expectWhole(analysis);
    expect(byModel(analysis)).toBe(0);
    expect(losses(analysis)).toMatch(words);
  });

  it('is finished where nobody is at home, or nobody answers', async () => {
    const silent = await readOverHttp(() => silence, 60);
    expectWhole(silent);
    expect(losses(silent)).toMatch(/in time/);
    const gone = await startChatServer(() => silence);
    await gone.close();
    const endpoint = { model: 'm', baseUrl: gone.baseUrl, parameters: {} };
    const analysis = await analyzeThread(THREAD, llmReader({ client: chatClient(gone.baseUrl), endpoint }), {});
    expectWhole(analysis);
    expect(losses(analysis)).toMatch(/reached/);
  });

  const inventing: readonly (readonly [string, (text: string) => string])[] = [
    ['cut in the middle', distort.truncated],
    [
      'naming unknown ids',
      (text) => distort.unknownIds(text, ['turn', 'id', 's', 'to', 'as', 'pair', 'claim', 'item']),
    ],
    ['with invented quotes', (text) => distort.inventedQuotes(text, ['q'])],
    ['with quotes of other speakers', (text) => distort.otherQuotes(text, FIRST_WORDS, ['q'])],
    ['with every item twice', distort.duplicateItems],
    ['with ten times the items', (text) => distort.manyItems(text)],
  ];

  const FIRST_WORDS = THREAD.posts.map(({ text }) => text.split(' ').slice(0, 5).join(' ')).reverse();

  it.each(inventing)('keeps nothing invented from answers %s', async (_, change) => {
    const analysis = await readOverHttp((asked: Asked) => say(change(plausibleAnswer(asked))));
    const { file } = analysis;
    expect(checkGraphFile(file)).toEqual([]);
    expect(losses(analysis)).toMatch(/Grounded \d+\/\d+|Read by the embedded reader/);
    const posts = new Map(file.posts.map((post) => [post.id, post]));
    for (const { post, start, end, text, speaker } of file.claims) {
      expect(posts.get(post)?.speaker).toBe(speaker);
      expect(posts.get(post)?.text.slice(start, end)).toBe(text);
    }
    expect(byModel(analysis)).toBeLessThanOrEqual(byModel(await readOverHttp(good)));
  });
});
