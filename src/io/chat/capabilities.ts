import type { ChatBody } from '../../readers/index.ts';

/** Ways to ask for JSON, from the one that binds the model most to none; a server that refuses one is asked in the next. */
export const FORMATS = ['strict', 'schema-object', 'json-object', 'plain'] as const;
export type Format = (typeof FORMATS)[number];

/** What an endpoint has been seen to refuse or need. It only ever grows looser, so that calls under way at once can learn side by side. */
export interface Capabilities {
  readonly format: Format;
  /** Names of body fields that it refused: sampling parameters and names of the output limit. */
  readonly refused: readonly string[];
  readonly systemRole: boolean;
  /** Tokens that its reasoning takes out of the room for the answer. */
  readonly reasoningRoom: number;
}

/** What is assumed of an endpoint that nothing is known of: all that the protocol offers. */
export const UNTRIED: Capabilities = { format: 'strict', refused: [], systemRole: true, reasoningRoom: 0 };

/** Names of the output limit in the order to try them: OpenAI's reasoning models refuse the old one, most other servers know only that. */
export function limitNames(baseUrl: string): readonly string[] {
  const newer = isOpenAi(baseUrl) || hostOf(baseUrl).endsWith('.openai.azure.com');
  return newer ? ['max_completion_tokens', 'max_tokens'] : ['max_tokens', 'max_completion_tokens'];
}

export function isOpenAi(baseUrl: string): boolean {
  return hostOf(baseUrl) === 'api.openai.com';
}

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).hostname : '';
}

/** All that both have learned. */
export function looser(a: Capabilities, b: Capabilities): Capabilities {
  return {
    format: FORMATS[Math.max(FORMATS.indexOf(a.format), FORMATS.indexOf(b.format))]!,
    refused: [...new Set([...a.refused, ...b.refused])].sort(),
    systemRole: a.systemRole && b.systemRole,
    reasoningRoom: Math.max(a.reasoningRoom, b.reasoningRoom),
  };
}

/** The body as the endpoint takes it; `limits` are the names of the output limit, best first. */
export function loosenBody(
  body: ChatBody,
  { format, refused, systemRole, reasoningRoom }: Capabilities,
  limits: readonly string[],
): Readonly<Record<string, unknown>> {
  const { messages, response_format, max_completion_tokens, ...others } = body;
  const kept = Object.entries(others).filter(([name]) => !refused.includes(name));
  const limit = limits.find((name) => !refused.includes(name));
  const formatted = inFormat(response_format, format);
  return {
    ...Object.fromEntries(kept),
    messages: systemRole ? messages : [{ role: 'user', content: messages.map(({ content }) => content).join('\n\n') }],
    ...(formatted && { response_format: formatted }),
    ...(limit !== undefined && { [limit]: max_completion_tokens + reasoningRoom }),
  };
}

function inFormat(strict: ChatBody['response_format'], format: Format): object | null {
  if (format === 'strict') return strict;
  if (format === 'schema-object') return { type: 'json_object', schema: strict.json_schema.schema };
  return format === 'json-object' ? { type: 'json_object' } : null;
}
