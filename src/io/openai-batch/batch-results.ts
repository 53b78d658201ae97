import type { ChatFailure, ChatReply } from '../../readers/index.ts';
import type { Refusal } from '../chat/learn.ts';
import { readCompletion } from '../chat/read-completion.ts';
import { readErrorBody, readStatus } from '../chat/read-trouble.ts';
import { redact } from '../chat/redact.ts';

/** A reply that came by file; `model` as the server names it, null where there was no answer. */
export interface BatchResult {
  readonly key: string;
  readonly model: string | null;
  readonly reply: ChatReply;
  /** A refusal that may teach what to leave out of the question, or null. */
  readonly refusal: Refusal | null;
}

/** A line that is no result, with its number from 1. */
export interface BrokenLine {
  readonly line: number;
  readonly reason: string;
}

export interface BatchResults {
  readonly results: readonly BatchResult[];
  readonly broken: readonly BrokenLine[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads result lines of the OpenAI Batch API (output and error files alike, in any order). A request that expired or was
 * cancelled is `pending`: the next round asks it again. Answers written by hand may give `content` (text, or the JSON
 * itself) instead of a whole response.
 */
export function parseBatchResults(text: string): BatchResults {
  const results: BatchResult[] = [];
  const broken: BrokenLine[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const read = readLine(line);
    if (typeof read === 'string') broken.push({ line: index + 1, reason: read });
    else results.push(read);
  });
  return { results, broken };
}

function readLine(text: string): BatchResult | string {
  const line = parse(text);
  if (line === null) return 'is not a JSON object';
  const key = line['custom_id'];
  if (typeof key !== 'string' || key === '') return 'has no custom_id';
  const response = asFields(line['response']);
  const body = response?.['body'] ?? null;
  if (line['content'] !== undefined) return { key, model: null, reply: byHand(line['content']), refusal: null };
  const model = asFields(body)?.['model'];
  return { key, model: typeof model === 'string' ? model : null, ...readReply(line, response, body) };
}

function readReply(line: Fields, response: Fields | null, body: unknown): Pick<BatchResult, 'reply' | 'refusal'> {
  if (response === null) return { reply: readBatchError(asFields(line['error'])), refusal: null };
  const status = Number(response['status_code'] ?? 200);
  const refused = readErrorBody(body, null);
  if (status >= 200 && status < 300)
    return { reply: refused?.failure ?? readCompletion(body).reply, refusal: refused?.refusal ?? null };
  const error = asFields(asFields(body)?.['error']) ?? asFields(line['error']) ?? {};
  const { failure, refusal } = readStatus(status, error, redact(String(error['message'] ?? ''), null));
  return { reply: failure, refusal };
}

/** Errors of the batch itself: the request was never put to a model. */
function readBatchError(error: Fields | null): ChatFailure {
  const code = String(error?.['code'] ?? '');
  const said = redact(String(error?.['message'] ?? 'the line holds neither response nor error'), null);
  const open = code === 'batch_expired' || code === 'batch_cancelled';
  return {
    ok: false,
    kind: open ? 'pending' : 'server',
    detail: open ? 'The batch ended before this question was put.' : `The batch failed here (${said}).`,
    retryable: true,
    usage: null,
  };
}

function byHand(content: unknown): ChatReply {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readCompletion({ choices: [{ message: { content: text }, finish_reason: 'stop' }] }).reply;
}

function parse(text: string): Fields | null {
  try {
    return asFields(JSON.parse(text));
  } catch {
    return null;
  }
}

function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}
