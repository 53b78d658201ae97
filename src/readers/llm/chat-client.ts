import type { JsonSchema } from './json-schema.ts';

/** The kinds of call. Each of segment, read, reconcile, review and name waits for the one before; repairs belong to read. */
export const STAGES = ['segment', 'read', 'repair', 'reconcile', 'review', 'shared', 'name'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * What answers, as far as it can change an answer. `baseUrl` carries no credentials and no trailing slash; `parameters` are
 * sampling parameters by their name on the wire (`temperature`, `seed`), to be dropped where an endpoint refuses them.
 */
export interface Endpoint {
  readonly model: string;
  readonly baseUrl: string;
  readonly parameters: Readonly<Record<string, number>>;
}

export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** Tokens: `cached` is the part of `in` that the server had in its prefix cache. */
export interface Usage {
  readonly in: number;
  readonly out: number;
  readonly cached: number;
}

/**
 * One call, complete in itself. `key` is the sha256 (64 hex digits) of all that could change the answer: stage, prompt
 * version, messages, schema, endpoint and output limit. Equal keys ask for the same answer; a question that is put again
 * because its answer was of no use has other words and so another key.
 */
export interface ChatRequest {
  readonly key: string;
  readonly stage: Stage;
  readonly version: string;
  readonly endpoint: Endpoint;
  readonly messages: readonly ChatMessage[];
  readonly schema: { readonly name: string; readonly schema: JsonSchema };
  /** Room for the answer alone; a client adds room for reasoning where an endpoint counts that too. */
  readonly maxOutputTokens: number;
  /** Tokens expected at four bytes each, `in` over the body as it is sent. */
  readonly estimate: { readonly in: number; readonly out: number };
  /** What it is about, for people (`p3–p12`); not part of the key. */
  readonly subject: string;
}

/** Why there is no answer. */
export const FAILURES = [
  // The client was told to stop here; nothing is wrong with the question.
  'pending', // no answer is known and none is asked for now (by file, dry run, replay)
  'budget', // the limit on money or tokens would be passed
  'cancelled', // the user stopped the run
  // The question is too large: the reader asks in smaller parts.
  'length', // the answer was cut off at its limit
  'context', // the prompt does not fit, or the server cut it without saying so
  // The model will not or did not answer this question.
  'refusal',
  'filtered', // by a content filter
  'empty', // no text, neither as content nor as reasoning
  // The call failed after all retries.
  'unreachable', // refused, reset, not resolved, redirected
  'deadline', // silent for too long
  'denied', // 401, 403
  'unknown-model', // 404
  'rate-limit', // 429, quota used up included
  'server', // 408, 409, 5xx, or what came was no chat completion
  'bad-request', // other 4xx
  'oversize', // the reply is larger than anybody would read
] as const;
export type FailureKind = (typeof FAILURES)[number];

/** The model's text as it came; whether it is of any use is the reader's to check. `usage` null: the server did not say. */
export interface ChatAnswer {
  readonly ok: true;
  readonly text: string;
  readonly usage: Usage | null;
}

/** No answer. `detail` is one sentence for people without keys or headers; `retryable`: the same question may be answered later. */
export interface ChatFailure {
  readonly ok: false;
  readonly kind: FailureKind;
  readonly detail: string;
  readonly retryable: boolean;
  /** Tokens that were spent all the same. */
  readonly usage: Usage | null;
}

/** What every client answers to an aborted signal. */
export const CANCELLED: ChatFailure = {
  ok: false,
  kind: 'cancelled',
  detail: 'The run was stopped.',
  retryable: true,
  usage: null,
};

export type ChatReply = ChatAnswer | ChatFailure;

/**
 * Port: puts questions to a model. `ask` never rejects for what a server does, a failure is data; it may be called any number
 * of times at once (the client queues, in the order of the calls, and keeps to rates and limits), and its answers are used
 * the same wherever they come from: server, cache, tape or file. The usage of a remembered answer is that of when it was
 * given, so that equal answers give equal ledgers; what a run really spent is the client's to count. An aborted
 * signal turns what is open or asked later into `cancelled`.
 */
export interface ChatClient {
  ask(request: ChatRequest, signal?: AbortSignal): Promise<ChatReply>;
}
