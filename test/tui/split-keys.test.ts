import type { Key } from 'ink';
import { describe, expect, it } from 'vitest';
import { splitKeys, typedText } from '../../src/tui/split-keys.ts';

const key = (flags: Partial<Key> = {}) => flags as Key;

describe('splitting input into keys', () => {
  it('takes a chunk apart into its keys', () => {
    expect(splitKeys('jjj\r', key())).toEqual(['j', 'j', 'j', 'enter']);
    expect(splitKeys('jjG', key())).toEqual(['j', 'j', 'G']);
    expect(splitKeys('\u0004\u0015 \t\x7f', key())).toEqual(['ctrl+d', 'ctrl+u', 'space', 'tab', 'backspace']);
  });

  it('names keys that arrive alone', () => {
    expect(splitKeys('', key({ downArrow: true }))).toEqual(['down']);
    expect(splitKeys('', key({ pageUp: true }))).toEqual(['pageup']);
    expect(splitKeys('\r', key({ return: true }))).toEqual(['enter']);
    expect(splitKeys('d', key({ ctrl: true }))).toEqual(['ctrl+d']);
    expect(splitKeys(' ', key())).toEqual(['space']);
    expect(splitKeys('', key())).toEqual([]);
  });

  it('takes Esc and the key right after it for two keys', () => {
    expect(splitKeys('q', key({ meta: true }))).toEqual(['esc', 'q']);
    expect(splitKeys('', key({ escape: true, meta: true }))).toEqual(['esc', 'esc']);
  });

  it('keeps what looks like one character in one key', () => {
    expect(splitKeys('é👩‍👧x', key())).toEqual(['é', '👩‍👧', 'x']);
  });

  it('tells typed text from named keys', () => {
    expect(['a', 'é', 'space', 'enter', 'ctrl+d', 'esc'].map(typedText)).toEqual(['a', 'é', ' ', null, null, null]);
  });
});
