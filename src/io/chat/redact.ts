const LONGEST = 300;

/** A server's words made fit to show: without the key, without anything shaped like one, on one line, at most 300 characters. */
export function redact(text: string, key: string | null): string {
  const bare = key === null || key.length < 4 ? text : text.replaceAll(key, '***');
  const line = bare
    .slice(0, 4 * LONGEST)
    .replace(/\b(sk|gsk|xai|pk|key)-[\w*-]{4,}/gi, '***')
    .replace(/bearer\s+\S+/gi, 'Bearer ***')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** An address fit to show: without credentials and without its query, which may hold a key. */
export function redactUrl(address: string): string {
  if (!URL.canParse(address)) return 'the address';
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
