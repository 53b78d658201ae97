import type * as Sdk from 'openai';
import { isOpenAi } from './capabilities.ts';
import { httpFetch } from './http-fetch.ts';

/** Where an endpoint is and how to get in. */
export interface Access {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  /** Most bytes of a reply. */
  readonly largestReply: number;
}

/** The openai package and its client for one endpoint. */
export interface OpenEndpoint {
  readonly sdk: typeof Sdk;
  readonly client: Sdk.OpenAI;
}

/**
 * Loads the openai package, which takes a while, and makes its client: no retries, redirects or log of its own, no header of a
 * key where there is none, and the organisation that its environment names told to nobody but OpenAI.
 */
export async function openEndpoint({ baseUrl, apiKey, largestReply }: Access): Promise<OpenEndpoint> {
  const sdk = await import('openai');
  const client = new sdk.OpenAI({
    baseURL: baseUrl,
    // The package insists on a key; a local server gets no header instead.
    apiKey: apiKey || 'none',
    ...(!apiKey && { defaultHeaders: { Authorization: null } }),
    ...(!isOpenAi(baseUrl) && { organization: null, project: null }),
    adminAPIKey: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: httpFetch(largestReply),
  });
  return { sdk, client };
}
