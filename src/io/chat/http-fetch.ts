import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';

/** A reply went on past the limit; its rest was not read. */
export class ReplyTooLarge extends Error {
  constructor(limit: number) {
    super(`the reply is longer than ${limit} bytes`);
  }
}

/**
 * A `fetch` for endpoints that may be slow or hostile. Unlike the built-in one it has no deadline of its own (a slow local
 * model may think for longer than the built-in five minutes), never follows a redirect (the key would go along), and ends
 * a body with ReplyTooLarge after `limit` bytes.
 */
export function httpFetch(limit: number): typeof globalThis.fetch {
  return async (input, init) => {
    const signal = init?.signal ?? null;
    const request = new Request(input, { ...init, signal: null });
    const body = Buffer.from(await request.arrayBuffer());
    const headers = { ...Object.fromEntries(request.headers), 'content-length': String(body.length) };
    const answer = await send(new URL(request.url), request.method, headers, body, signal);
    return toResponse(answer, limit);
  };
}

function send(
  url: URL,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  signal: AbortSignal | null,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ...(signal && { signal }) }, resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

function toResponse(answer: IncomingMessage, limit: number): Response {
  const status = answer.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headersDistinct))
    for (const one of value ?? []) headers.append(name, one);
  // A Response takes no body with these.
  const empty = status === 204 || status === 205 || status === 304;
  if (empty) answer.resume();
  return new Response(empty ? null : limitBytes(answer, limit), { status, headers });
}

function limitBytes(answer: IncomingMessage, limit: number): ReadableStream {
  async function* pieces() {
    let size = 0;
    for await (const piece of answer) {
      size += piece.length;
      if (size > limit) throw new ReplyTooLarge(limit);
      yield piece;
    }
  }
  return Readable.toWeb(Readable.from(pieces(), { objectMode: false })) as ReadableStream;
}
