import type * as Sdk from 'openai';
import type { ChatFailure, FailureKind } from '../../readers/index.ts';
import { ReplyTooLarge } from './http-fetch.ts';
import type { Refusal } from './learn.ts';
import { redact } from './redact.ts';

/**
 * Why an attempt brought no answer, and what may be done: `stop`; `again` after a short while; `later`, when the server says
 * (`wait` in milliseconds, null: it does not say); `loosen` the request, if `refusal` teaches anything.
 */
export interface Trouble {
  readonly failure: ChatFailure;
  readonly next: 'stop' | 'again' | 'later' | 'loosen';
  readonly wait: number | null;
  readonly refusal: Refusal | null;
}

/** What reading an error takes: the package that made it, the key that must not show, and the wall clock for dates in headers. */
export interface TroubleContext {
  readonly sdk: typeof Sdk;
  readonly apiKey: string | null;
  readonly wallTime: number;
}

/** Reads whatever an attempt threw; knows the shapes of OpenAI, Azure, llama.cpp, vLLM, Ollama, LM Studio and OpenRouter. */
export function readTrouble(error: unknown, { sdk, apiKey, wallTime }: TroubleContext): Trouble {
  if (error instanceof sdk.APIUserAbortError) return stop('cancelled', 'The run was stopped.');
  if (error instanceof sdk.APIConnectionTimeoutError)
    return stop('deadline', 'The server did not answer within the deadline.', true);
  if (error instanceof ReplyTooLarge) return stop('oversize', `The server sent too much: ${error.message}.`);
  if (error instanceof sdk.APIError && error.status !== undefined) {
    const said = redact(error.message.replace(/^\d+ /, ''), apiKey);
    return readStatus(error.status, error, said, readWait(error.headers, wallTime));
  }
  if (error instanceof SyntaxError) return again('server', 'The server sent broken JSON.');
  const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  const reason = code ?? redact(String(message ?? error), apiKey);
  if (error instanceof sdk.APIConnectionError || code !== undefined)
    return again('unreachable', `The server could not be reached (${reason}).`);
  return stop('bad-request', `The call could not be made (${reason}).`);
}

/** Reads a body that holds an error in spite of status 200, as some relays send it; null: it holds none. */
export function readErrorBody(body: unknown, apiKey: string | null): Trouble | null {
  if (typeof body !== 'object' || body === null || !('error' in body) || !body.error || 'choices' in body) return null;
  const error = (typeof body.error === 'object' ? body.error : { message: body.error }) as Named & {
    message?: unknown;
  };
  const code = Number(error.code);
  const status = Number.isInteger(code) && code >= 400 && code < 600 ? code : 502;
  return readStatus(status, error, redact(String(error.message ?? ''), apiKey));
}

interface Named {
  readonly code?: unknown;
  readonly param?: unknown;
  readonly type?: unknown;
  readonly headers?: Headers | undefined;
}

/** Reads an error status with the names that came with it and what the server said, already fit to show. */
export function readStatus(
  status: number,
  { code, param, type, headers }: Named,
  said: string,
  wait: number | null = null,
): Trouble {
  const words = `${code ?? ''} ${type ?? ''} ${said}`;
  const sentence = said === '' ? `status ${status}` : `${status}: ${said}`;
  if (status >= 300 && status < 400)
    return stop('unreachable', `The server redirects elsewhere (${status}), which is refused: the key would go along.`);
  if (status === 429 || status === 402) {
    const failure = fail('rate-limit', `The server's limit is reached (${sentence}).`, true);
    const spent = status === 402 || /insufficient_quota|billing|credit/i.test(words);
    return { failure, next: spent ? 'stop' : 'later', wait, refusal: null };
  }
  if (CONTEXT.test(words) || status === 413) return stop('context', `The prompt does not fit (${sentence}).`);
  if (FILTER.test(words)) return stop('filtered', `A content filter stopped the question (${sentence}).`);
  if (status === 401 || status === 403) return stop('denied', `The server denies access (${sentence}).`);
  if (status === 404) return stop('unknown-model', `The server knows no such model or path (${sentence}).`);
  const refusal = { status, param: typeof param === 'string' ? param : '', message: said };
  if (status === 408 || status === 409 || status >= 500) {
    const failure = fail('server', `The server failed (${sentence}).`, true);
    const next = headers?.get('x-should-retry') === 'false' ? 'stop' : 'again';
    return { failure, next, wait, refusal: status >= 500 ? refusal : null };
  }
  return {
    failure: fail('bad-request', `The server refused the question (${sentence}).`),
    next: 'loosen',
    wait,
    refusal,
  };
}

const CONTEXT =
  /context_length|exceed_context|context (length|size|window)|maximum context|prompt (is )?too long|too many (input )?tokens|input_tokens|string_above_max_length/i;
const FILTER = /content_filter|content_policy|ResponsibleAI|invalid_prompt|moderation|flagged/i;

function fail(kind: FailureKind, detail: string, retryable = false): ChatFailure {
  return { ok: false, kind, detail, retryable, usage: null };
}

function stop(kind: FailureKind, detail: string, retryable = false): Trouble {
  return { failure: fail(kind, detail, retryable), next: 'stop', wait: null, refusal: null };
}

function again(kind: FailureKind, detail: string): Trouble {
  return { failure: fail(kind, detail, true), next: 'again', wait: null, refusal: null };
}

/** Milliseconds that the server asks to wait: `retry-after-ms`, or `retry-after` in seconds or as a date. */
function readWait(headers: Headers | undefined, wallTime: number): number | null {
  const exact = headers?.get('retry-after-ms');
  const coarse = headers?.get('retry-after');
  const wait = exact ? Number(exact) : coarse ? secondsOrDate(coarse, wallTime) : Number.NaN;
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

function secondsOrDate(value: string, wallTime: number): number {
  const seconds = Number(value);
  return Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - wallTime;
}
