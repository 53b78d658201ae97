import { afterEach, describe, expect, it } from 'vitest';
import type { CapabilityMemory } from '../../src/io/index.ts';
import { fault, refuseField } from '../helpers/chat-faults.ts';
import { chatClient, chatRequest } from '../helpers/chat-request.ts';
import { type Act, type Asked, type ChatServer, inTurn, say, startChatServer } from '../helpers/chat-server.ts';

const ANSWER = '{"fruit":"quince"}';
const servers: ChatServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A server that answers unless `refuse` has something against the body. */
async function serve(refuse: (body: Asked['body']) => Act | null): Promise<ChatServer> {
  const server = await startChatServer(({ body }) => refuse(body) ?? say(ANSWER));
  servers.push(server);
  return server;
}

function notes(): CapabilityMemory {
  const held = new Map<string, string>();
  return { recall: (name) => held.get(name) ?? null, remember: (name, note) => void held.set(name, note) };
}

async function bodiesOf(server: ChatServer, names = ['one', 'two']): Promise<readonly Asked['body'][]> {
  const client = chatClient(server.baseUrl);
  for (const name of names) expect(await client.ask(chatRequest(name))).toMatchObject({ ok: true, text: ANSWER });
  return server.asked.map(({ body }) => body);
}

describe('a sampling parameter that is refused', () => {
  it('is left out from then on, and the others stay', async () => {
    const server = await serve((body) => ('temperature' in body ? refuseField('temperature') : null));
    const bodies = await bodiesOf(server);
    expect(bodies.map((body) => [body.temperature, body.seed])).toEqual([
      [0, 7],
      [undefined, 7],
      [undefined, 7],
    ]);
  });

  it('is found by its name where the server fills in no field', async () => {
    const message = "Unsupported value: 'temperature' does not support 0 with this model. Only 1 is supported.";
    const server = await serve((body) => ('temperature' in body ? fault(400, message, { param: null }) : null));
    expect((await bodiesOf(server)).length).toBe(3);
  });

  it('is learned one after the other where several are refused', async () => {
    const server = await serve((body) => {
      const name = ['temperature', 'seed'].find((field) => field in body);
      return name === undefined ? null : refuseField(name);
    });
    expect((await bodiesOf(server)).length).toBe(4);
  });
});

describe('the output limit', () => {
  it('goes by its old name first, which most servers know', async () => {
    const [body] = await bodiesOf(await serve(() => null), ['one']);
    expect([body.max_tokens, body.max_completion_tokens]).toEqual([1024, undefined]);
  });

  it('goes by its new name where the old one is refused, as by reasoning models', async () => {
    const message =
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens'.";
    const server = await serve((body) => ('max_tokens' in body ? fault(400, message, { param: 'max_tokens' }) : null));
    const bodies = await bodiesOf(server);
    expect(bodies.map((body) => body.max_completion_tokens)).toEqual([undefined, 1024, 1024]);
  });

  it('is left out where both names are refused', async () => {
    const server = await serve((body) => {
      const name = Object.keys(body).find((field) => field.startsWith('max_'));
      return name === undefined ? null : refuseField(name);
    });
    expect(Object.keys((await bodiesOf(server)).at(-1))).not.toContain('max_tokens');
  });

  it('grows where the model thought the room away, and the tokens of both tries are counted', async () => {
    const usage = {
      prompt_tokens: 50,
      completion_tokens: 1024,
      completion_tokens_details: { reasoning_tokens: 1000 },
    };
    const thinking = say('', { content: '', finish: 'length', usage });
    const server = await startChatServer(inTurn(thinking, say(ANSWER, { usage: { ...usage, completion_tokens: 9 } })));
    servers.push(server);
    const reply = await chatClient(server.baseUrl).ask(chatRequest());
    expect(reply).toMatchObject({ ok: true, usage: { in: 100, out: 1033 } });
    expect(server.asked.map(({ body }) => body.max_tokens)).toEqual([1024, 1024 + 4096]);
  });
});

describe('the way to ask for JSON', () => {
  const typeOf = (body: Asked['body']): string => {
    if (body.response_format === undefined) return 'none';
    return 'schema' in body.response_format ? 'json_object with schema' : body.response_format.type;
  };

  it('falls from strict to a schema beside json_object, as llama-cpp-python takes it', async () => {
    const refusal = fault(422, "[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type')}]");
    const server = await serve((body) => (typeOf(body) === 'json_schema' ? refusal : null));
    expect((await bodiesOf(server)).map(typeOf)).toEqual([
      'json_schema',
      'json_object with schema',
      'json_object with schema',
    ]);
  });

  it('falls to json_object where a schema is not known there', async () => {
    const strict = "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.";
    const beside = fault(400, "Unknown parameter: 'response_format.schema'.", { param: 'response_format.schema' });
    const server = await serve((body) => {
      if (typeOf(body) === 'json_schema') return fault(400, strict);
      return typeOf(body) === 'json_object with schema' ? beside : null;
    });
    expect((await bodiesOf(server)).map(typeOf).slice(-2)).toEqual(['json_object', 'json_object']);
  });

  it('falls to plain words where every form is refused', async () => {
    const refusal: Act = (response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end('{"error":"\'response_format.type\' must be \'text\'"}');
    };
    const server = await serve((body) => (typeOf(body) === 'none' ? null : refusal));
    expect((await bodiesOf(server)).map(typeOf)).toEqual([
      'json_schema',
      'json_object with schema',
      'json_object',
      'none',
      'none',
    ]);
  });

  it('falls where the server breaks over the grammar', async () => {
    const broken = fault(500, 'failed to parse grammar');
    const server = await serve((body) => (typeOf(body) === 'json_schema' ? broken : null));
    expect((await bodiesOf(server, ['one'])).length).toBe(2);
  });
});

describe('what was learned of an endpoint', () => {
  it('puts the system message before the question where a model has no such role', async () => {
    const refusal = fault(400, 'System role not supported by this chat template');
    const server = await serve((body) => (body.messages[0].role === 'system' ? refusal : null));
    const [, body] = await bodiesOf(server, ['one']);
    expect(body.messages).toEqual([
      { role: 'user', content: 'Answer in JSON: {"fruit": string}.\n\nName a fruit. one' },
    ]);
  });

  it('outlives the run where it can be noted down', async () => {
    const server = await serve((body) => ('seed' in body ? refuseField('seed') : null));
    const memory = notes();
    await chatClient(server.baseUrl, { memory }).ask(chatRequest('one'));
    await chatClient(server.baseUrl, { memory }).ask(chatRequest('two'));
    expect(server.asked.map(({ body }) => body.seed)).toEqual([7, undefined, undefined]);
  });

  it('is assumed anew where the note is spoilt or cannot be read or written', async () => {
    const server = await serve((body) => ('seed' in body ? refuseField('seed') : null));
    const broken = () => {
      throw new Error('disk I/O error');
    };
    for (const recall of [() => '{"format":', broken])
      expect(
        await chatClient(server.baseUrl, { memory: { recall, remember: broken } }).ask(chatRequest()),
      ).toMatchObject({ ok: true });
  });

  it('is put together where calls under way at once learn different things', async () => {
    const server = await serve((body) => {
      const name = ['temperature', 'seed', 'max_tokens'].find((field) => field in body);
      return name === undefined ? null : refuseField(name);
    });
    const client = chatClient(server.baseUrl);
    const replies = await Promise.all(['a', 'b', 'c', 'd'].map((name) => client.ask(chatRequest(name))));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect(await client.ask(chatRequest('e'))).toMatchObject({ ok: true });
    expect(Object.keys(server.asked.at(-1)?.body)).toEqual([
      'model',
      'messages',
      'response_format',
      'max_completion_tokens',
    ]);
  });

  it('never loops: a server that refuses whatever is sent gets a bounded number of requests', async () => {
    const server = await serve((body) => {
      const name = Object.keys(body).find((field) => field !== 'model') ?? 'messages';
      return fault(400, `'${name}' is not supported; response_format neither; system role not supported`);
    });
    expect(await chatClient(server.baseUrl).ask(chatRequest())).toMatchObject({ ok: false, kind: 'bad-request' });
    expect(server.asked.length).toBeLessThan(12);
  });
});

describe('a prompt that the server cuts without a word', () => {
  const long = 'The council met again about the bridge. '.repeat(800);
  const question = chatRequest('long', { messages: [{ role: 'user', content: long }] });

  it.each([
    ['counts far fewer tokens than the prompt has', 2000, 'context'],
    ['counts a round number and clearly fewer', 7168, 'context'],
    ['counts about as many as expected', 7600, null],
    ['counts none', 0, null],
  ] as const)('is noticed when the server %s', async (_, counted, kind) => {
    const usage = { prompt_tokens: counted, completion_tokens: 5 };
    const server = await startChatServer(inTurn(say(ANSWER, { usage })));
    servers.push(server);
    const reply = await chatClient(server.baseUrl).ask(question);
    expect(reply.ok ? null : reply.kind).toBe(kind);
  });
});
