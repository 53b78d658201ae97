import { afterEach, describe, expect, it } from 'vitest';
import { type CapabilityMemory, examineEndpoint, type Finding, LARGEST_REPLY } from '../../src/io/index.ts';
import { badKey, contextOverflow, fault, inReasoning, refuseField } from '../helpers/chat-faults.ts';
import { chatClient, chatRequest, stillClock } from '../helpers/chat-request.ts';
import { type Act, type Asked, type ChatServer, type Script, say, startChatServer } from '../helpers/chat-server.ts';

const BOUND = '{"colour":"quince-47","shade":{"name":"pale","share":null}}';
const FREE = '{"colour":"blue"}';

const servers: ChatServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

type Probe = 'access' | 'schema' | 'long' | 'speed';

function probeOf({ body }: Asked): Probe {
  const question: string = body.messages.at(-1).content;
  if (question.includes('colour')) return 'schema';
  if (question.includes('code word')) return 'long';
  return question.includes('100') ? 'speed' : 'access';
}

const plain: Readonly<Record<Probe, Act>> = {
  access: say('{"word":"ok"}'),
  schema: say(BOUND),
  long: say('quince-47'),
  speed: say('1 2 3 4 5', { usage: { prompt_tokens: 20, completion_tokens: 250 } }),
};

/** A model behind a script: what it does differently from the plain one. */
async function examine(script: (asked: Asked, probe: Probe) => Act | null) {
  const held = new Map<string, string>();
  const memory: CapabilityMemory = {
    recall: (name) => held.get(name) ?? null,
    remember: (name, note) => void held.set(name, note),
  };
  const answer: Script = (asked) => script(asked, probeOf(asked)) ?? plain[probeOf(asked)];
  const server = await startChatServer(answer);
  servers.push(server);
  const clock = { ...stillClock(), now: ticking() };
  const options = {
    baseUrl: server.baseUrl,
    apiKey: 'sk-test-0123456789',
    account: null,
    deadline: 120_000,
    patience: 1000,
    concurrency: 1,
    largestReply: LARGEST_REPLY,
    clock,
    memory,
  };
  const findings: Finding[] = [];
  const usable = await examineEndpoint(options, 'm', (finding) => findings.push(finding));
  const of = (probe: Finding['probe']) => findings.find((finding) => finding.probe === probe);
  return { usable, findings, of, server, memory };
}

/** A fifth of a second from one look to the next. */
function ticking(): () => number {
  let now = 0;
  return () => {
    now += 200;
    return now;
  };
}

const formatOf = ({ body }: Asked): string =>
  body.response_format === undefined
    ? 'plain'
    : 'schema' in body.response_format
      ? 'beside'
      : body.response_format.type;

describe('an examination', () => {
  it('finds nothing to complain of where all is enforced and read whole', async () => {
    const { usable, findings } = await examine(() => null);
    expect(usable).toBe(true);
    expect(findings.map(({ probe, verdict }) => [probe, verdict])).toEqual([
      ['access', 'good'],
      ['parameters', 'good'],
      ['tokens', 'good'],
      ['schema', 'good'],
      ['prompt', 'good'],
      ['speed', 'good'],
    ]);
  });

  it('ends at once where nobody may come in', async () => {
    const { usable, findings, server } = await examine(() => badKey);
    expect(usable).toBe(false);
    expect(findings.map(({ probe, verdict }) => [probe, verdict])).toEqual([['access', 'bad']]);
    expect(findings[0]?.seen).toContain('401');
    expect(server.asked.length).toBe(1);
  });

  it('tells a schema that is ignored from one that binds nothing at all', async () => {
    const ignored = await examine((_, probe) => (probe === 'schema' ? say(FREE) : null));
    expect(ignored.of('schema')).toMatchObject({ verdict: 'borne' });
    expect(ignored.of('schema')?.seen).toContain('A strict schema is taken, but the answer is JSON of another shape');
    const unbound = await examine((_, probe) => (probe === 'schema' ? say('The sky is blue.') : null));
    expect(unbound.of('schema')?.seen).toContain('A strict schema is taken, but the answer is not even JSON');
    expect(unbound.of('schema')?.done).toContain('strict form');
  });

  it('finds the form in which a schema binds, and later calls use it', async () => {
    const { of, server, memory } = await examine((asked, probe) => {
      if (formatOf(asked) === 'json_schema') return fault(422, 'response_format: unexpected value json_schema');
      return probe === 'schema' && formatOf(asked) !== 'beside' ? say(FREE) : null;
    });
    expect(of('schema')).toMatchObject({ verdict: 'good' });
    expect(of('schema')?.done).toContain('beside json_object');
    const before = server.asked.length;
    await chatClient(server.baseUrl, { memory }).ask(chatRequest());
    expect(server.asked.slice(before).map(formatOf)).toEqual(['beside']);
  });

  it('uses the prompt alone where every form is refused', async () => {
    const { of } = await examine((asked) =>
      formatOf(asked) === 'plain' ? null : fault(400, "'response_format' is not supported"),
    );
    expect(of('schema')?.done).toContain('describes the schema in the prompt and takes the JSON out');
  });

  it('names the parameters that are refused', async () => {
    const { of } = await examine(({ body }) => {
      const name = ['temperature', 'max_tokens'].find((field) => field in body);
      return name === undefined ? null : refuseField(name);
    });
    expect(of('parameters')).toMatchObject({ verdict: 'borne', seen: 'It refuses max_tokens, temperature.' });
  });

  it('notices an answer in a reasoning field', async () => {
    const { of } = await examine((_, probe) => (probe === 'schema' ? inReasoning(BOUND) : null));
    expect(of('reasoning')?.seen).toBe('The answer comes in the field reasoning, and content is empty.');
    expect(of('schema')).toMatchObject({ verdict: 'good' });
  });

  it('notices a prompt that is cut, by the count of its tokens', async () => {
    const usage = { prompt_tokens: 2048, completion_tokens: 5 };
    const { of } = await examine((_, probe) => (probe === 'long' ? say('blue-12', { usage }) : null));
    expect(of('prompt')).toMatchObject({ verdict: 'bad', done: expect.stringContaining('smaller parts') });
    expect(of('prompt')?.seen).toContain('2048');
  });

  it('notices a prompt that is cut, by the word that is lost, where nothing is counted', async () => {
    const { of } = await examine((_, probe) => (probe === 'long' ? say('blue-12', { usage: null }) : null));
    expect(of('prompt')).toMatchObject({ verdict: 'bad', done: expect.stringContaining('larger context window') });
  });

  it('does not blame the server for a model that reads badly', async () => {
    const usage = { prompt_tokens: 5119, completion_tokens: 5 };
    const { of } = await examine((_, probe) => (probe === 'long' ? say('blue-12', { usage }) : null));
    expect(of('prompt')).toMatchObject({ verdict: 'borne', done: expect.stringContaining('stronger model') });
  });

  it('says how fast it writes where reading could not be measured', async () => {
    const { of } = await examine((_, probe) => (probe === 'long' ? contextOverflow : null));
    expect(of('speed')?.seen).toMatch(/^It writes about/);
  });

  it('notices a prompt that is refused', async () => {
    const { of } = await examine((_, probe) => (probe === 'long' ? contextOverflow : null));
    expect(of('prompt')).toMatchObject({ verdict: 'bad', done: expect.stringContaining('smaller parts') });
  });

  it('says so where tokens are not counted', async () => {
    const { of } = await examine((_, probe) => (probe === 'access' ? say('{"word":"ok"}', { usage: null }) : null));
    expect(of('tokens')).toMatchObject({ verdict: 'borne', seen: 'Tokens are not counted.' });
  });

  it('asks for a longer deadline where usual calls would not end within this one', async () => {
    const usage = { prompt_tokens: 20, completion_tokens: 4 };
    const { of } = await examine((_, probe) => (probe === 'speed' ? say('1 2 3', { usage }) : null));
    expect(of('speed')).toMatchObject({ verdict: 'bad', done: expect.stringContaining('crux config set deadline') });
  });
});
