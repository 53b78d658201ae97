const MOST_TRIES = 5;

/**
 * The JSON object of a reply that has `key` as its first key, also from inside prose or a code fence; undefined where there
 * is none or it is cut off. Where there are several, the last one that is whole. Linear in the reply.
 */
export function parseReply(text: string, key: string): Readonly<Record<string, unknown>> | undefined {
  const whole = toObject(text, key);
  if (whole) return whole;
  const starts = [...text.matchAll(new RegExp(`\\{\\s{0,40}"${key}"`, 'g'))].map(({ index }) => index);
  for (const start of starts.slice(-MOST_TRIES).reverse()) {
    const end = endOfObject(text, start);
    const found = end === null ? undefined : toObject(text.slice(start, end), key);
    if (found) return found;
  }
  return undefined;
}

function toObject(text: string, key: string): Readonly<Record<string, unknown>> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && Object.hasOwn(value as object, key) ? (value as Record<string, unknown>) : undefined;
}

/** Index behind the brace that closes the one at `start`, braces in strings not counted. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '\\' && inString) at++;
    else if (char === '"') inString = !inString;
    else if (inString) continue;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return null;
}
