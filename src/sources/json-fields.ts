/** Fields of a JSON object whose types nobody promises. */
export type Fields = Readonly<Record<string, unknown>>;

export function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export function listField(fields: Fields, key: string): readonly unknown[] {
  const value = fields[key];
  return Array.isArray(value) ? value : [];
}

export function stringField(fields: Fields, key: string): string | null {
  const value = fields[key];
  return typeof value === 'string' ? value : null;
}

/** A finite number, also where it is written as a string (`"12"`); null otherwise. */
export function numberField(fields: Fields, key: string): number | null {
  const value = fields[key];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** An id, also where it is written as a number; null where it is missing or empty. */
export function idField(fields: Fields, key: string): string | null {
  const value = fields[key];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Seconds since 1970 (number or string) as ISO 8601 without milliseconds; null where it is no plausible time. */
export function timeOfSeconds(seconds: number | null): string | null {
  if (seconds === null || seconds <= 0 || seconds > 1e11) return null;
  return new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}
