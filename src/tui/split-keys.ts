import type { Key } from 'ink';

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const NAMED = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
] as const;

const CONTROL: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\r\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\x7f': 'backspace',
  '\x1b': 'esc',
  ' ': 'space',
};

/**
 * Names of the keys in one input event, in order. Bytes that a terminal delivers together arrive as one event
 * (`jjG`, `j\r`), so one event may be many keys. A character key is named by itself, Ctrl+D is `ctrl+d`.
 */
export function splitKeys(input: string, key: Key): readonly string[] {
  const named = NAMED.find(([flag]) => key[flag]);
  if (named) return [named[1]];
  if (key.escape) return key.meta ? ['esc', 'esc'] : ['esc'];
  if (key.ctrl) return input === '' ? [] : [`ctrl+${input}`];
  const keys = [...clusters.segment(input)].map(({ segment }) => nameOf(segment));
  // A quick Esc and the key after it look like Alt+key; no Alt key has a meaning here, so it was an Esc.
  return key.meta ? ['esc', ...keys] : keys;
}

function nameOf(cluster: string): string {
  const named = CONTROL[cluster];
  if (named) return named;
  const code = cluster.charCodeAt(0);
  return cluster.length === 1 && code > 0 && code <= 26 ? `ctrl+${String.fromCharCode(code + 96)}` : cluster;
}

/** The text that a key types, null for keys that type none. */
export function typedText(name: string): string | null {
  if (name === 'space') return ' ';
  const first = clusters.segment(name)[Symbol.iterator]().next().value;
  return first?.segment.length === name.length ? name : null;
}
