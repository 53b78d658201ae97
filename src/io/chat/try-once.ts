import type { ChatCompletionCreateParamsNonStreaming as CreateParams } from 'openai/resources/chat/completions';
import { type ChatRequest, toChatBody } from '../../readers/index.ts';
import { type Capabilities, limitNames, loosenBody } from './capabilities.ts';
import type { OpenEndpoint } from './open-endpoint.ts';
import { QUESTION } from './own-headers.ts';
import { type Completion, readCompletion } from './read-completion.ts';
import { readErrorBody, readTrouble, type Trouble } from './read-trouble.ts';
import type { Attempt } from './stay-inside.ts';
import { wasCut } from './was-cut.ts';

/** All that one try takes; `timeout` in milliseconds, `wallTime` for dates in headers. */
export interface Try {
  readonly request: ChatRequest;
  readonly used: Capabilities;
  readonly timeout: number;
  readonly signal: AbortSignal;
  readonly apiKey: string | null;
  wallTime(): number;
}

/** Sends a question once. Uses `create()`: `parse()` throws away text and usage of answers that were cut off. */
export async function tryOnce({ sdk, client }: OpenEndpoint, one: Try): Promise<Attempt> {
  const { request, used, timeout, signal, apiKey } = one;
  const body = loosenBody(toChatBody(request), used, limitNames(request.endpoint.baseUrl));
  const sent = Object.keys(body);
  const options = { signal, timeout: Math.max(1, Math.ceil(timeout)), headers: { [QUESTION]: request.key } };
  try {
    const created: unknown = await client.chat.completions.create(body as unknown as CreateParams, options);
    const refused = readErrorBody(created, apiKey);
    return { outcome: refused ?? settle(readCompletion(created), request), sent };
  } catch (error) {
    return { outcome: readTrouble(error, { sdk, apiKey, wallTime: one.wallTime() }), sent };
  }
}

function settle(completion: Completion, request: ChatRequest): Completion | Trouble {
  const { reply, reasoning } = completion;
  if (!reply.ok)
    return reply.kind === 'server' ? { failure: reply, next: 'again', wait: null, refusal: null } : completion;
  const prompt = request.messages.map(({ content }) => content).join('\n');
  if (reply.usage === null || !wasCut(reply.usage.in, prompt)) return completion;
  const detail = `The server cut the prompt without saying so: it read ${reply.usage.in} tokens of it.`;
  return { reply: { ok: false, kind: 'context', detail, retryable: false, usage: reply.usage }, reasoning };
}
