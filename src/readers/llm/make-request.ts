import { createHash } from 'node:crypto';
import { toChatBody } from './chat-body.ts';
import type { ChatRequest, Endpoint, Stage } from './chat-client.ts';
import type { JsonSchema } from './json-schema.ts';

/** A stage's fixed part: the same system message and schema in every call. `version` changes with either. */
export interface StagePrompt {
  readonly stage: Stage;
  readonly version: string;
  readonly system: string;
  readonly schema: JsonSchema;
}

/** What varies from call to call; `out` is the answer's expected size in tokens. */
export interface Question {
  readonly user: string;
  readonly subject: string;
  readonly out: number;
}

const BYTES_PER_TOKEN = 4;
/** Room beyond the expected size, so that only a runaway answer is cut off. */
const ROOM = 3;
const LEAST_ROOM = 1024;

/** Builds a call: system message first, data last, key over all that could change the answer. */
export function makeRequest(endpoint: Endpoint, prompt: StagePrompt, question: Question): ChatRequest {
  const { stage, version, system, schema } = prompt;
  const request = {
    stage,
    version,
    endpoint,
    messages: [
      { role: 'system' as const, content: system },
      { role: 'user' as const, content: question.user },
    ],
    schema: { name: `crux_${stage}`, schema },
    maxOutputTokens: Math.max(LEAST_ROOM, Math.ceil(question.out * ROOM)),
    subject: question.subject,
  };
  const body = JSON.stringify(toChatBody(request));
  const key = createHash('sha256')
    .update(JSON.stringify([stage, version, endpoint.baseUrl, body]))
    .digest('hex');
  return { ...request, key, estimate: { in: countTokens(body), out: Math.ceil(question.out) } };
}

/** Tokens of a text by the rule of thumb that every cost in this program uses: four bytes each. */
export function countTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);
}
