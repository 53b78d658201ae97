import type { ChatRequest } from './chat-client.ts';

/** A chat completion's body as the protocol has it, in the strict form that asks most of an endpoint. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[];
  readonly response_format: {
    readonly type: 'json_schema';
    readonly json_schema: { readonly name: string; readonly strict: true; readonly schema: unknown };
  };
  readonly max_completion_tokens: number;
  readonly [parameter: string]: unknown;
}

/** The body that puts a question; clients loosen it for endpoints that refuse a part. */
export function toChatBody({
  endpoint,
  messages,
  schema,
  maxOutputTokens,
}: Omit<ChatRequest, 'key' | 'estimate'>): ChatBody {
  return {
    model: endpoint.model,
    messages,
    response_format: { type: 'json_schema', json_schema: { name: schema.name, strict: true, schema: schema.schema } },
    max_completion_tokens: maxOutputTokens,
    ...Object.fromEntries(Object.entries(endpoint.parameters).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
