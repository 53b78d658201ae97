import { stringField } from './json-fields.ts';
import type { RedditRecord } from './reddit-walk.ts';

const UNESCAPED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const TEXTS = ['body', 'selftext', 'title'] as const;

/**
 * A function that gives a record's text as its author typed it. Without `raw_json=1` Reddit escapes `&`, `<` and `>`;
 * the HTML of a record tells which, else all texts of the file together: a bare `<`, `>` or `&` means unescaped.
 */
export function redditUnescaper(records: readonly RedditRecord[]): (record: RedditRecord, text: string) => string {
  const fileIsRaw = records.some(({ fields }) => TEXTS.some((key) => isRaw(stringField(fields, key) ?? '')));
  return (record, text) => {
    const html = stringField(record.fields, 'body_html') ?? stringField(record.fields, 'selftext_html') ?? '';
    const raw = html.startsWith('<') || (!html.startsWith('&lt;') && fileIsRaw);
    return typed(raw ? text : text.replace(/&(?:amp|lt|gt);/g, (entity) => UNESCAPED[entity]!));
  };
}

function isRaw(text: string): boolean {
  return /[<>]|&(?!(?:amp|lt|gt);)/.test(text);
}

/** Reddit's editor leaves these two entities where a blank was typed. */
function typed(text: string): string {
  const plain = text.includes('&') ? text.replace(/&#x200B;/gi, '').replace(/&nbsp;/gi, ' ') : text;
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
}
