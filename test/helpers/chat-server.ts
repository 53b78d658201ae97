import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server got it; `key` is the question's key, which the client sends along, `nth` counts from 1 over all requests. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  readonly nth: number;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
  readonly body: any;
}

/** What the server does with a request. */
export type Act = (response: ServerResponse, request: IncomingMessage, asked: Asked) => void;
export type Script = (asked: Asked) => Act | Promise<Act>;

export interface ChatServer {
  /** To be given to clients: ends in /v1. */
  readonly baseUrl: string;
  readonly asked: readonly Asked[];
  /** Most requests open at the same time so far. */
  mostAtOnce(): number;
  close(): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1 that speaks the Chat Completions protocol by a script, on any path. */
export async function startChatServer(script: Script): Promise<ChatServer> {
  const asked: Asked[] = [];
  let open = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    const one = await receive(request, asked.length + 1);
    asked.push(one);
    const act = await script(one);
    act(response, request, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    asked,
    mostAtOnce: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function receive(request: IncomingMessage, nth: number): Promise<Asked> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const raw = Buffer.concat(pieces).toString();
  const { method = '', url = '', headers } = request;
  const key = headers['x-client-request-id'];
  const json = headers['content-type']?.includes('json') ?? false;
  return {
    method,
    path: url,
    key: typeof key === 'string' ? key : null,
    nth,
    headers,
    raw,
    body: json && raw !== '' ? JSON.parse(raw) : null,
  };
}

/** A script that acts in turn and then goes on with its last act. */
export function inTurn(...acts: readonly Act[]): Script {
  let next = 0;
  return () => acts[Math.min(next++, acts.length - 1)]!;
}

/** A script that plays answers back by the question's key; `otherwise` is done where there is none. */
export function fromTape(
  lines: Iterable<{ readonly key: string; readonly text: string | null }>,
  otherwise: Act,
  distort: (text: string, asked: Asked) => string = (text) => text,
): Script {
  const byKey = new Map([...lines].map(({ key, text }) => [key, text]));
  return (asked) => {
    const text = asked.key === null ? null : (byKey.get(asked.key) ?? null);
    return text === null ? otherwise : say(distort(text, asked));
  };
}

/** How an answer departs from a plain one. */
export interface Manner {
  readonly content?: unknown;
  readonly finish?: string;
  readonly message?: Readonly<Record<string, unknown>>;
  readonly usage?: Readonly<Record<string, unknown>> | null;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Answers with a text as a proper chat completion; its usage counts four bytes a token. */
export function say(text: string, manner: Manner = {}): Act {
  return (response, _, asked) => {
    const input = Math.ceil(JSON.stringify(asked.body?.messages ?? '').length / 4);
    const output = Math.ceil(Buffer.byteLength(text) / 4);
    const usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
    const content = manner.content === undefined ? text : manner.content;
    sendJson(response, 200, {
      id: `chatcmpl-${asked.nth}`,
      object: 'chat.completion',
      created: 0,
      model: asked.body?.model ?? 'm',
      system_fingerprint: 'fp_test',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content, refusal: null, ...manner.message },
          finish_reason: manner.finish ?? 'stop',
        },
      ],
      ...(manner.usage !== null && { usage: manner.usage ?? usage }),
      ...manner.body,
    });
  };
}

/** Sends a JSON body. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
