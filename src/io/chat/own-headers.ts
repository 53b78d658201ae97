import { isOpenAi } from './capabilities.ts';
import type { Access } from './open-endpoint.ts';

/**
 * A `fetch` that sends the headers listed here and no others. The openai package adds some that tell of this machine, and any
 * that its environment names (OPENAI_CUSTOM_HEADERS, even another key): what an endpoint is told is for the caller alone to say.
 */
export function fetchWithOwnHeaders(send: typeof globalThis.fetch, access: Access): typeof globalThis.fetch {
  return (input, init) => {
    const headers = new Headers({ accept: '*/*', 'user-agent': 'cruxgraph', ...tellOf(access) });
    const question = new Headers(init?.headers).get(QUESTION);
    if (question !== null) headers.set(QUESTION, question);
    // A form brings its own type, with the boundary that it uses.
    if (typeof init?.body === 'string') headers.set('content-type', 'application/json');
    return send(input, { ...init, headers });
  };
}

/** Names the question, so that a server's log and ours can be laid side by side. */
export const QUESTION = 'x-client-request-id';

/** The key, and, for nobody but OpenAI, the account that pays. */
function tellOf({ baseUrl, apiKey, account }: Access): Record<string, string> {
  const told = isOpenAi(baseUrl) ? account : null;
  return {
    ...(apiKey && { authorization: `Bearer ${apiKey}` }),
    ...(told?.organization && { 'openai-organization': told.organization }),
    ...(told?.project && { 'openai-project': told.project }),
  };
}
