import { cleanText, oneLine } from './clean-text.ts';
import { rounded } from './rounded.ts';

// A dot or colon opens a special character (`.g.`, `:name:`) and two slashes a comment, but only right before other signs.
const SIGNS = /[\\[\]<>{}@#*_]|[.:](?=\S)|\/(?=[/*])|={3,}/g;

/** Words as Argdown text on one line: what would be markup gets a backslash, so that the parser gives back the same words. */
export function argdownText(text: string): string {
  return oneLine(text).replace(SIGNS, (sign) => sign.replace(/./g, '\\$&'));
}

/** A value as YAML in flow style for a `{…}` block; braces inside of strings would end the block, so they are written by number. */
export function argdownData(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(argdownData).join(', ')}]`;
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return String(rounded(value));
  if (value === null || typeof value !== 'object') return String(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries.map(([key, inner]) => `${key}: ${argdownData(inner)}`).join(', ')}}`;
}

/** A string for a data block or the front matter. */
function quoted(text: string): string {
  return JSON.stringify(cleanText(text)).replace(/[{}=\u007f-\uffff]/g, (sign) =>
    sign > '\u00a0' && sign !== '\u2028' && sign !== '\u2029' ? sign : `\\u${hex(sign)}`,
  );
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).padStart(4, '0');
}

/** A tag, `#(Ada says)`. Its words cannot be escaped, so signs that would end it are left out. */
export function argdownTag(text: string): string {
  const words = oneLine(text).replace(/[()[\]{}<>\\]/g, '');
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(words) ? `#${words}` : `#(${words.trim() || '-'})`;
}
