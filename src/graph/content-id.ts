import { createHash } from 'node:crypto';

/** Id of a thing by its content: equal parts give equal ids on every machine and in any input order. 48 bits after the prefix. */
export function contentId(prefix: string, ...parts: readonly (string | number | null)[]): string {
  return prefix + createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
