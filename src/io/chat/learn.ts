import { type Capabilities, FORMATS } from './capabilities.ts';

/** A refusal as the server put it: the field it names, if any, and its words. */
export interface Refusal {
  readonly status: number;
  readonly param: string;
  readonly message: string;
}

const ABOUT_FORMAT = /response_format|json_schema|json_object|structured output|grammar/i;
const ABOUT_SYSTEM_ROLE = /system (role|message|prompt)s?\b.{0,40}\b(not|un)|role.{0,20}system.{0,40}\b(not|un)/i;

/**
 * What a refusal of a body teaches, or null where it is about nothing that can be left out. `sent` are the names of the
 * body's fields. Servers say it in their own words and few fill `param`, so names are looked for in the message too.
 */
export function learnRefusal(
  used: Capabilities,
  sent: readonly string[],
  { status, param, message }: Refusal,
): Capabilities | null {
  const optional = sent.filter((name) => !NEEDED.has(name));
  const field = optional.find((name) => param === name) ?? optional.find((name) => names(message, name));
  // A server error seldom is about the request: only words that leave no doubt count.
  if (status < 500 && field !== undefined) return { ...used, refused: [...used.refused, field] };
  if (ABOUT_FORMAT.test(`${param} ${message}`)) return loosenFormat(used);
  return used.systemRole && ABOUT_SYSTEM_ROLE.test(message) ? { ...used, systemRole: false } : null;
}

const NEEDED = new Set(['model', 'messages', 'response_format']);

function names(message: string, field: string): boolean {
  const at = message.indexOf(field);
  return at >= 0 && !/\w/.test(message[at - 1] ?? ' ') && !/\w/.test(message[at + field.length] ?? ' ');
}

function loosenFormat(used: Capabilities): Capabilities | null {
  const next = FORMATS[FORMATS.indexOf(used.format) + 1];
  return next === undefined ? null : { ...used, format: next };
}
