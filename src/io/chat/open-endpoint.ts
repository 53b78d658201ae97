import type * as Sdk from 'openai';
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

/** Loads the openai package, which takes a while, and makes its client: no retries, redirects or log of its own, nothing sent without a key but no key. */
export async function openEndpoint({ baseUrl, apiKey, largestReply }: Access): Promise<OpenEndpoint> {
  const sdk = await import('openai');
  const client = new sdk.OpenAI({
    baseURL: baseUrl,
    // The package insists on a key; a local server gets no header instead.
    apiKey: apiKey ?? 'none',
    ...(apiKey === null && { defaultHeaders: { Authorization: null } }),
    adminAPIKey: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: httpFetch(largestReply),
  });
  return { sdk, client };
}
