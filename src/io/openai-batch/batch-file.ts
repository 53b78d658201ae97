import { createHash } from 'node:crypto';
import { type ChatRequest, toChatBody } from '../../readers/index.ts';
import { type Capabilities, limitNames, loosenBody, UNTRIED } from '../chat/capabilities.ts';

/** Limits of the OpenAI Batch API for one file; a megabyte is read as the smaller one. */
export const MOST_BATCH_REQUESTS = 50_000;
export const MOST_BATCH_BYTES = 200_000_000;

/** A file of requests for one model, in the OpenAI Batch form. */
export interface BatchFile {
  readonly model: string;
  readonly requests: number;
  readonly text: string;
}

/** What tells one file from another: a hash of its text, so that an equal file is known for the same. */
export function labelOf({ text }: BatchFile): string {
  return createHash('sha256').update(text).digest('hex');
}

/** How large a file may be and what is known of each model's endpoint. */
export interface BatchFileOptions {
  readonly mostRequests: number;
  readonly mostBytes: number;
  capabilities(model: string): Capabilities;
}

const DEFAULTS: BatchFileOptions = {
  mostRequests: MOST_BATCH_REQUESTS,
  mostBytes: MOST_BATCH_BYTES,
  capabilities: () => UNTRIED,
};

/** Puts questions into as few files as the limits and the rule of one model a file allow, in their order, each key once (the API refuses a repeated custom_id). */
export function toBatchFiles(
  requests: Iterable<ChatRequest>,
  options: Partial<BatchFileOptions> = {},
): readonly BatchFile[] {
  const { mostRequests, mostBytes, capabilities } = { ...DEFAULTS, ...options };
  const byModel = new Map<string, Map<string, string>>();
  for (const request of requests) {
    const { model } = request.endpoint;
    const lines = byModel.get(model) ?? new Map<string, string>();
    byModel.set(model, lines.set(request.key, toBatchLine(request, capabilities(model))));
  }
  return [...byModel].flatMap(([model, lines]) => split(model, [...lines.values()], mostRequests, mostBytes));
}

/** One request as a line with its line break; its `custom_id` is the question's key. */
export function toBatchLine(request: ChatRequest, capabilities: Capabilities = UNTRIED): string {
  const body = loosenBody(toChatBody(request), capabilities, limitNames(request.endpoint.baseUrl));
  return `${JSON.stringify({ custom_id: request.key, method: 'POST', url: '/v1/chat/completions', body })}\n`;
}

function split(model: string, lines: readonly string[], mostRequests: number, mostBytes: number): readonly BatchFile[] {
  const files: BatchFile[] = [];
  let held: string[] = [];
  let bytes = 0;
  const close = () => {
    if (held.length > 0) files.push({ model, requests: held.length, text: held.join('') });
    held = [];
    bytes = 0;
  };
  for (const line of lines) {
    const size = Buffer.byteLength(line);
    if (held.length >= mostRequests || bytes + size > mostBytes) close();
    held.push(line);
    bytes += size;
  }
  close();
  return files;
}
