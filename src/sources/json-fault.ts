/** Where a text stops being JSON (UTF-16 offset) and what should have stood there. */
export interface JsonFault {
  readonly offset: number;
  readonly wanted: string;
}

type Want = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end';

const WORDS: Readonly<Record<Want, string>> = {
  value: 'a value',
  'value or ]': 'a value or `]`',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or `}`',
  ':': '`:`',
  ', or ]': '`,` or `]`',
  ', or }': '`,` or `}`',
  end: 'nothing more',
};
const SCALAR = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const ESCAPED = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

/** First fault of a JSON text by RFC 8259, null for sound JSON; linear, and flat on any depth (V8 gives no place for some faults). */
export function findJsonFault(text: string): JsonFault | null {
  const open: boolean[] = [];
  let want: Want = 'value';
  let at = 0;
  const fault = (offset: number, wanted = WORDS[want]): JsonFault => ({ offset, wanted });
  const wantsKey = () => want === 'key' || want === 'key or }';
  const closeValue = (): Want => (open.length === 0 ? 'end' : open[open.length - 1] ? ', or }' : ', or ]');

  for (;;) {
    while (isSpace(text.charCodeAt(at))) at += 1;
    if (at >= text.length) return want === 'end' ? null : fault(at);
    const mark = text[at]!;
    if (want === 'end') return fault(at);
    if (want === ':') {
      if (mark !== ':') return fault(at);
      at += 1;
      want = 'value';
    } else if (want === ', or ]' || want === ', or }') {
      if (mark !== ',' && mark !== (open.at(-1) ? '}' : ']')) return fault(at);
      at += 1;
      if (mark === ',') want = open.at(-1) ? 'key' : 'value';
      else {
        open.pop();
        want = closeValue();
      }
    } else if ((want === 'value or ]' && mark === ']') || (want === 'key or }' && mark === '}')) {
      at += 1;
      open.pop();
      want = closeValue();
    } else if (mark === '"') {
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      want = wantsKey() ? ':' : closeValue();
    } else if (wantsKey()) {
      return fault(at);
    } else if (mark === '{' || mark === '[') {
      open.push(mark === '{');
      at += 1;
      want = mark === '{' ? 'key or }' : 'value or ]';
    } else {
      SCALAR.lastIndex = at;
      if (!SCALAR.test(text)) return fault(at);
      at = SCALAR.lastIndex;
      want = closeValue();
    }
  }
}

function endOfString(text: string, start: number): number | JsonFault {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return { offset: at, wanted: 'the end of a string (`"`), or the character escaped as \\u' };
    if (code !== 0x5c) continue;
    ESCAPED.lastIndex = at + 1;
    if (!ESCAPED.test(text)) return { offset: at, wanted: 'an escape such as \\n, \\" or \\u0041' };
    at = ESCAPED.lastIndex - 1;
  }
  return { offset: text.length, wanted: 'the end of a string (`"`)' };
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
