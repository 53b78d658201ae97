import { createHash } from 'node:crypto';

/** Everything besides an input's bytes that could change its results. */
export interface BatchSettings {
  readonly program: string;
  readonly reader: { readonly name: string; readonly model: string | null; readonly version: string };
  /** Where the model answers, null for the embedded reader. */
  readonly baseUrl: string | null;
  readonly review: boolean;
  readonly formats: readonly string[];
  readonly only: string | null;
  readonly format: string | null;
  readonly bands: boolean;
}

/** One word for settings: equal settings, equal word. */
export function fingerprint(settings: BatchSettings): string {
  const sorted = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32);
}
