const LONGEST = 300;

/** A server's words made fit to show and to keep: without the key, anything shaped like one, and ids of accounts and requests, on one line, at most 300 characters. */
export function redact(text: string, key: string | null): string {
  const bare = key === null || key.length < 4 ? text : text.replaceAll(key, '***');
  const line = bare
    .slice(0, 4 * LONGEST)
    .replace(/\b(sk|gsk|xai|pk|key)-[\w*-]{4,}/gi, '***')
    .replace(/\b(req|org|proj|user)[-_][\w-]{6,}/gi, '***')
    .replace(/bearer\s+\S+/gi, 'Bearer ***')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
