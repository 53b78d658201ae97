import type * as Sdk from 'openai';
import { httpFetch } from './http-fetch.ts';
import { fetchWithOwnHeaders } from './own-headers.ts';

/** Who pays at OpenAI, for keys of several accounts; null where the key says enough. */
export interface Account {
  readonly organization: string | null;
  readonly project: string | null;
}

/** Where an endpoint is and how to get in. */
export interface Access {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  /** Told to OpenAI alone. */
  readonly account: Account | null;
  /** Most bytes of a reply. */
  readonly largestReply: number;
}

/** The openai package and its client for one endpoint. */
export interface OpenEndpoint {
  readonly sdk: typeof Sdk;
  readonly client: Sdk.OpenAI;
}

/**
 * Loads the openai package, which takes a while, and makes its client: no retries, redirects, headers or log of its own, and
 * nothing taken from its environment.
 */
export async function openEndpoint(access: Access): Promise<OpenEndpoint> {
  const { baseUrl, apiKey, largestReply } = access;
  const sdk = await import('openai');
  const client = new sdk.OpenAI({
    baseURL: baseUrl,
    // The package insists on a key; a local server gets no header instead.
    apiKey: apiKey || 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: fetchWithOwnHeaders(httpFetch(largestReply), access),
  });
  return { sdk, client };
}
