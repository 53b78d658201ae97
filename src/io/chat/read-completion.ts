import type { ChatAnswer, ChatFailure, Usage } from '../../readers/index.ts';

/** What the server says of itself in an answer, and the field that held the answer, kept beside it. */
export interface Served {
  readonly model: string | null;
  readonly fingerprint: string | null;
  readonly finish: string | null;
  readonly field: 'content' | 'reasoning_content' | 'reasoning';
}

/** An answer with where it came from. */
export interface ServedAnswer extends ChatAnswer {
  readonly served: Served;
}

/** A chat completion as read; `reasoning` counts the tokens of its output that were thought and not said. */
export interface Completion {
  readonly reply: ServedAnswer | ChatFailure;
  readonly reasoning: number;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads the body of a chat completion; one that ended early, was refused or filtered, or is no completion at all, is a failure. */
export function readCompletion(body: unknown): Completion {
  const usage = readUsage(fields(body)['usage']);
  const choice = fields(asList(fields(body)['choices'])[0]);
  const message = fields(choice['message']);
  const finish = asText(choice['finish_reason']);
  const reasoning = readReasoningTokens(body, message);
  const end = (kind: ChatFailure['kind'], detail: string, retryable = false): Completion => ({
    reply: { ok: false, kind, detail, retryable, usage },
    reasoning,
  });
  if (choice['message'] === undefined)
    return end('server', 'The server sent something that is no chat completion.', true);
  if (asText(message['refusal']) !== null) return end('refusal', 'The model refused to answer.');
  if (finish === 'content_filter') return end('filtered', 'A content filter stopped the answer.');
  if (finish === 'length') return end('length', 'The answer was cut off at its length limit.');
  if (finish === 'error') return end('server', 'The server gave up in the middle of the answer.', true);
  const field = FIELDS.find((name) => contentText(message[name]) !== null);
  const text = field === undefined ? null : contentText(message[field]);
  if (field === undefined || text === null) return end('empty', 'The answer holds no text.');
  const model = asText(fields(body)['model']);
  const fingerprint = asText(fields(body)['system_fingerprint']);
  return { reply: { ok: true, text, usage, served: { model, fingerprint, finish, field } }, reasoning };
}

/** Where an answer may stand: servers with a reasoning parser (vLLM) put it where the thoughts go. */
const FIELDS = ['content', 'reasoning_content', 'reasoning'] as const;

function contentText(content: unknown): string | null {
  const text = Array.isArray(content) ? content.map((part) => asText(fields(part)['text']) ?? '').join('') : content;
  return typeof text === 'string' && text.trim() !== '' ? text : null;
}

function readUsage(value: unknown): Usage | null {
  const usage = fields(value);
  const input = asCount(usage['prompt_tokens']);
  const output = asCount(usage['completion_tokens']);
  if (input === null || output === null) return null;
  const cached = asCount(fields(usage['prompt_tokens_details'])['cached_tokens']);
  return { in: input, out: output, cached: Math.min(input, cached ?? asCount(usage['prompt_cache_hit_tokens']) ?? 0) };
}

/** As counted, or at four characters a token where the thoughts themselves came. */
function readReasoningTokens(body: unknown, message: Fields): number {
  const details = fields(fields(fields(body)['usage'])['completion_tokens_details']);
  const thoughts = contentText(message['reasoning_content']) ?? contentText(message['reasoning']) ?? '';
  return asCount(details['reasoning_tokens']) ?? Math.ceil(thoughts.length / 4);
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function asCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
