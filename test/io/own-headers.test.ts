import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchWithOwnHeaders } from '../../src/io/chat/own-headers.ts';
import { batchService } from '../../src/io/index.ts';
import { chatBench } from '../helpers/chat-bench.ts';
import { chatClient, chatRequest, stillClock } from '../helpers/chat-request.ts';
import { inTurn, say, sendJson } from '../helpers/chat-server.ts';

const KEY = 'sk-test-0123456789';
const ACCOUNT = { organization: 'org-mine', project: 'proj-mine' };
const FOREIGN = {
  OPENAI_CUSTOM_HEADERS:
    'Authorization: Bearer other\nX-Spy: yes\nContent-Type: text/plain\nUser-Agent: spy\nAccept: x/y',
  OPENAI_API_KEY: 'sk-of-the-environment',
  OPENAI_ADMIN_KEY: 'sk-admin',
  OPENAI_BASE_URL: 'http://127.0.0.1:9/elsewhere',
  OPENAI_ORG_ID: 'org-of-the-environment',
  OPENAI_PROJECT_ID: 'proj-of-the-environment',
  OPENAI_WEBHOOK_SECRET: 'whsec',
  OPENAI_LOG: 'debug',
};

const { serve, closeAll } = chatBench();
beforeEach(() => {
  for (const [name, value] of Object.entries(FOREIGN)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await closeAll();
});

describe("variables of the openai package's own", () => {
  it('change nothing of what a question sends: key, hash and type, and nothing of this machine', async () => {
    const printed = ['log', 'info', 'debug', 'warn', 'error'].map((name) => vi.spyOn(console, name as 'log'));
    const server = await serve(inTurn(say('{"fruit":"quince"}')));
    const request = chatRequest();
    expect(await chatClient(server.baseUrl, { account: ACCOUNT }).ask(request)).toMatchObject({ ok: true });
    const { host, connection, 'content-length': length, ...headers } = server.asked[0]!.headers;
    expect(headers).toEqual({
      accept: '*/*',
      'user-agent': 'cruxgraph',
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
      'x-client-request-id': request.key,
    });
    expect([host, connection, Number(length) > 0]).toEqual([new URL(server.baseUrl).host, expect.any(String), true]);
    for (const print of printed) expect(print).not.toHaveBeenCalled();
  });

  it('give no key to a server that has none', async () => {
    const server = await serve(inTurn(say('{"fruit":"quince"}')));
    await chatClient(server.baseUrl, { apiKey: null }).ask(chatRequest());
    expect(server.asked[0]!.headers.authorization).toBeUndefined();
    expect(JSON.stringify(server.asked[0]!.headers)).not.toMatch(/spy|environment|admin/);
  });

  it('change nothing of what is uploaded either: a form keeps its type', async () => {
    const server = await serve(
      ({ path }) =>
        (response) =>
          sendJson(response, 200, path.includes('batches?') ? { data: [] } : { id: 'x', status: 'in_progress' }),
    );
    const service = batchService({ baseUrl: server.baseUrl, apiKey: KEY, account: null }, stillClock());
    await service.start(
      { model: 'm', requests: 1, text: '{"custom_id":"k"}\n' },
      new Set(),
      new AbortController().signal,
    );
    const upload = server.asked.find(({ path }) => path === '/v1/files')!;
    expect(upload.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    for (const { headers } of server.asked) {
      expect(headers.authorization).toBe(`Bearer ${KEY}`);
      expect(JSON.stringify(headers)).not.toMatch(/spy|environment|admin|stainless/);
    }
  });
});

describe('the account', () => {
  const headersFor = async (baseUrl: string) => {
    let sent: Headers | null = null;
    const send: typeof fetch = async (_, init) => {
      sent = new Headers(init?.headers);
      return new Response();
    };
    const access = { baseUrl, apiKey: KEY, account: ACCOUNT, largestReply: 1 };
    await fetchWithOwnHeaders(send, access)(`${baseUrl}/models`);
    return Object.fromEntries(sent! as Headers);
  };

  it('is told to OpenAI alone', async () => {
    expect(await headersFor('https://api.openai.com/v1')).toMatchObject({
      'openai-organization': 'org-mine',
      'openai-project': 'proj-mine',
    });
    expect(Object.keys(await headersFor('https://api.openai.com.example.org/v1'))).toEqual([
      'accept',
      'authorization',
      'user-agent',
    ]);
  });
});
