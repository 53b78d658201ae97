import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/errors/index.ts';
import { decodeBytes, LARGEST_TEXT } from '../../src/sources/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean) => {
  const bytes = new DataView(new ArrayBuffer(2 + 2 * text.length));
  bytes.setUint16(0, 0xfeff, little);
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(2 + 2 * at, text.charCodeAt(at), little);
  return new Uint8Array(bytes.buffer);
};
const failure = (bytes: Uint8Array): SourceError => {
  try {
    decodeBytes(bytes, 'talk.txt');
  } catch (error) {
    if (error instanceof SourceError) return error;
  }
  throw new Error('no SourceError');
};

describe('decodeBytes', () => {
  it('reads UTF-8 without its byte order mark and gives every line end as \\n', () => {
    expect(decodeBytes(utf8('\uFEFFAda: naïve\r\nBob: yes\rEnd\n'), 'talk.txt')).toEqual({
      text: 'Ada: naïve\nBob: yes\nEnd\n',
      encoding: 'utf-8',
      notices: [],
    });
  });

  it('reads UTF-16 of either byte order by its mark', () => {
    expect(decodeBytes(utf16('Ada: “so”', true), 't')).toMatchObject({ text: 'Ada: “so”', encoding: 'utf-16le' });
    expect(decodeBytes(utf16('Ada: “so”', false), 't')).toMatchObject({ text: 'Ada: “so”', encoding: 'utf-16be' });
  });

  it('falls back to Windows-1252 and says so', () => {
    const { text, encoding, notices } = decodeBytes(Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x92), 'talk.txt');
    expect([text, encoding, notices.map(({ rule }) => rule)]).toEqual(['café’', 'windows-1252', ['encoding-guessed']]);
  });

  it('keeps a mostly sound UTF-8 file as UTF-8 and counts what is lost', () => {
    const bytes = Uint8Array.of(...utf8('façade, naïve, rôle: '), 0xff, ...utf8(' done'));
    const { text, encoding, notices } = decodeBytes(bytes, 'talk.txt');
    expect([text, encoding]).toEqual(['façade, naïve, rôle: \uFFFD done', 'utf-8']);
    expect(notices).toEqual([
      { rule: 'encoding-damaged', post: null, text: '1 place of the file is not UTF-8; the letters there are lost.' },
    ]);
  });

  it('only tells of text that was decoded twice', () => {
    const { text, notices } = decodeBytes(utf8('It isnâ€™t so.'), 'talk.txt');
    expect(text).toBe('It isnâ€™t so.');
    expect(notices.map(({ rule }) => rule)).toEqual(['decoded-twice']);
  });

  it('refuses empty, blank and binary input', () => {
    expect(failure(utf8('')).message).toBe('talk.txt is empty');
    expect(failure(utf8('\uFEFF \r\n ')).message).toBe('talk.txt is empty');
    expect(failure(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)).message).toBe('talk.txt is not text: it holds binary data');
    expect(failure(new Uint8Array(40).fill(7)).message).toBe('talk.txt is not text: it holds binary data');
  });

  it('names UTF-16 without a byte order mark as such', () => {
    expect(failure(utf16('Ada: hello', true).subarray(2)).hint).toBe(
      'It looks like UTF-16 without a byte order mark: save it as UTF-8.',
    );
  });

  it('refuses a line of more than 64 MB before decoding it', () => {
    const error = failure(new Uint8Array(LARGEST_TEXT + 1).fill(0x78));
    expect(error.message).toBe('talk.txt is too large: 65 MB, where one discussion may have 64 MB');
    expect(error.hint).toBe('Cut it into single discussions, one file each.');
  });
});
