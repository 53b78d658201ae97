import { type Act, say, sendJson } from './chat-server.ts';

/** An error in OpenAI's form. */
export function fault(status: number, message: string, more: object = {}, headers: Record<string, string> = {}): Act {
  const error = { message, type: 'invalid_request_error', param: null, code: null, ...more };
  return (response) => sendJson(response, status, { error }, headers);
}

/** Too many requests; `retryAfter` as it stands in the header, null: no header. */
export function tooMany(retryAfter: string | null = null): Act {
  const headers = retryAfter === null ? {} : { 'retry-after': retryAfter };
  return fault(429, 'Rate limit reached for requests', { type: 'requests', code: 'rate_limit_exceeded' }, headers);
}

/** Refuses a field of the body as OpenAI's reasoning models do. */
export function refuseField(param: string): Act {
  const message = `Unsupported parameter: '${param}' is not supported with this model.`;
  return fault(400, message, { param, code: 'unsupported_parameter' });
}

export const noQuota = fault(429, 'You exceeded your current quota.', { code: 'insufficient_quota' });
export const badKey = fault(401, 'Incorrect API key provided.', { code: 'invalid_api_key' });
export const unknownModel = fault(404, 'The model does not exist.', { code: 'model_not_found' });
export const contextOverflow = fault(
  400,
  "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.",
  { code: 'context_length_exceeded', param: 'messages' },
);

/** Closes the connection with a reset before any answer. */
export const reset: Act = (_, request) => void request.socket.resetAndDestroy();

/** Never answers. */
export const silence: Act = () => undefined;

/** Breaks the connection in the middle of the body. */
export const breakOff: Act = (response, request) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"choices":[{"message":{"content":"half of', () => request.socket.destroy());
};

/** A whole body that is half a JSON document. */
export const truncatedBody: Act = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"choices":[{"message":{"content":"half of');
};

/** A page, as proxies and wrong addresses send it. */
export const webPage: Act = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<!doctype html><title>Welcome</title>');
};

export function redirect(to: string, status = 307): Act {
  return (response) => {
    response.writeHead(status, { location: to });
    response.end();
  };
}

/** Streams blanks until `bytes` are sent or the client hangs up; `sent` is told how many went out. */
export function endless(bytes: number, sent: (bytes: number) => void = () => undefined): Act {
  return (response) => {
    const piece = Buffer.alloc(64 * 1024, ' ');
    let out = 0;
    const pump = () => {
      while (out < bytes && !response.destroyed) {
        out += piece.length;
        if (!response.write(piece)) return void response.once('drain', pump);
      }
      response.end();
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.on('close', () => sent(out));
    pump();
  };
}

export const refusal = say('', { content: null, message: { refusal: 'I cannot help with that.' } });
export const filtered = say('', { content: null, finish: 'content_filter' });
export const empty = say('', { content: '' });

/** An answer cut off at its limit. */
export function cutOff(text: string): Act {
  return say(text.slice(0, text.length / 2), { finish: 'length' });
}

/** The answer where vLLM puts it with a reasoning parser (`reasoning`) or as older servers name it (`reasoning_content`). */
export function inReasoning(text: string, field: 'reasoning' | 'reasoning_content' = 'reasoning'): Act {
  return say('', { content: null, message: { [field]: text } });
}

/** Distortions of a good answer's text: what models really do. */
export const distort = {
  proseAround: (text: string) => `Sure! Here is the JSON you asked for:\n\`\`\`json\n${text}\n\`\`\`\nHope this helps.`,
  truncated: (text: string) => text.slice(0, Math.floor(text.length * 0.7)),
  invalid: (text: string) => text.replaceAll('":', '" '),
  wrongSchema: () => '{"answer":[{"claims":"none","turn":"first"}]}',
  /** Other values where ids stand: numbers grow by 9000, texts get a mark. */
  unknownIds: (text: string, names: readonly string[]) =>
    mapValues(text, (name, value) => {
      if (!names.includes(name)) return value;
      return typeof value === 'number' ? value + 9000 : typeof value === 'string' ? `zz${value}` : value;
    }),
  inventedQuotes: (text: string, names: readonly string[] = ['quote']) =>
    mapValues(text, (name, value) => (names.includes(name) ? 'words that nobody in this thread ever wrote' : value)),
  /** Each quote replaced by one of the given words, of other speakers say. */
  otherQuotes: (text: string, words: readonly string[], names: readonly string[] = ['quote']) => {
    let next = 0;
    return mapValues(text, (name, value) => (names.includes(name) ? words[next++ % words.length] : value));
  },
  /** Every innermost list `times` as long, its items repeated. */
  manyItems: (text: string, times = 10) =>
    mapValues(text, (_, value) =>
      Array.isArray(value) && value.every(holdsNoList) ? Array.from({ length: times }, () => value).flat() : value,
    ),
  duplicateItems: (text: string) => distort.manyItems(text, 2),
};

function mapValues(text: string, change: (name: string, value: unknown) => unknown): string {
  return JSON.stringify(JSON.parse(text, (name, value) => change(name, value)));
}

function holdsNoList(item: unknown): boolean {
  return typeof item !== 'object' || item === null || !Object.values(item).some(Array.isArray);
}
