import { type Notice, SourceError, UnknownSource } from '../errors/index.ts';

/** Largest text that is read as one discussion: bytes, or code units where it is UTF-16; some ten million words. */
export const LARGEST_TEXT = 64 * 1024 * 1024;
const TEXT_NAME = /\.(?:txt|text|md|markdown|json|log)$/i;
const SAMPLE = 65_536;
const MAX_CONTROL_SHARE = 0.1;
// What UTF-8 punctuation and accented letters look like after somebody read them as Windows-1252 and saved the result.
const TWICE_DECODED = ['â€™', 'â€œ', 'â€\u009d', 'â€”', 'â€“', 'â€¦', 'Ã©', 'Ã¤', 'Ã¶', 'Ã¼'];

/** Text with `\n` line ends and without a byte order mark; `encoding` is the label that it was decoded by. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly notices: readonly Notice[];
}

/**
 * Decodes UTF-8, UTF-16 with a byte order mark, and otherwise Windows-1252 (with a notice).
 * Throws a SourceError for empty, binary and over-long input (`LARGEST_TEXT`). Linear, also in one long line.
 */
export function decodeBytes(bytes: Uint8Array, name: string): DecodedText {
  const wide = wideEncoding(bytes);
  const length = wide ? bytes.length / 2 : bytes.length;
  if (length > LARGEST_TEXT) {
    throw new SourceError(
      `${name} is too large: ${megabytes(length)} MB, where one discussion may have ${megabytes(LARGEST_TEXT)} MB`,
      'Cut it into single discussions, one file each.',
    );
  }
  if (!wide && bytes.includes(0)) throw binary(name, bytes);
  const { text: raw, encoding, notices } = wide ? decodeWide(bytes, wide) : decodeNarrow(bytes);
  if (raw.includes('\0') || controlShare(raw) > MAX_CONTROL_SHARE) throw binary(name, bytes);
  const text = raw.includes('\r') ? raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : raw;
  if (text.trim() === '') throw new SourceError(`${name} is empty`, 'Give a file that holds a discussion.');
  return { text, encoding, notices: [...notices, ...twiceDecoded(text)] };
}

/** Whether a file is called like a text: binary data in it is damage then, not another kind of file. */
export function hasTextName(name: string): boolean {
  return TEXT_NAME.test(name);
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  const lost = occurrences(text, '\uFFFD');
  return { text, encoding, notices: lost > 0 ? [damaged(lost, 'UTF-16')] : [] };
}

function decodeNarrow(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', notices: [] };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const lost = occurrences(text, '\uFFFD');
    // More whole letters than broken ones: UTF-8 with some damage, which Windows-1252 would only spread.
    if (lettersBeyondAscii(text) > 2 * lost) return { text, encoding: 'utf-8', notices: [damaged(lost, 'UTF-8')] };
    const guess =
      'The file is not UTF-8 and was read as Windows-1252; accented letters and quotation marks may be wrong.';
    const notices = [{ rule: 'encoding-guessed', post: null, text: guess }];
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', notices };
  }
}

function damaged(lost: number, encoding: string): Notice {
  const text = `${lost} ${lost === 1 ? 'place of the file is' : 'places of the file are'} not ${encoding}; the letters there are lost.`;
  return { rule: 'encoding-damaged', post: null, text };
}

function twiceDecoded(text: string): Notice[] {
  const found = TWICE_DECODED.find((letters) => text.includes(letters));
  if (!found) return [];
  const advice = `The text was decoded twice before it came here (it holds "${found}"); quotes may not be recognised.`;
  return [{ rule: 'decoded-twice', post: null, text: advice }];
}

function binary(name: string, bytes: Uint8Array): SourceError {
  const hint = alternatingZeros(bytes)
    ? 'It looks like UTF-16 without a byte order mark: save it as UTF-8.'
    : 'Give a text or JSON file; unpack archives and export documents as text first.';
  const message = `${name} is not text: it holds binary data`;
  return hasTextName(name) ? new SourceError(message, hint) : new UnknownSource(message, hint);
}

function alternatingZeros(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  const sample = bytes.subarray(0, 1024);
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1;
  return Math.max(...zeros) > sample.length * 0.3 && Math.min(...zeros) < sample.length * 0.05;
}

function controlShare(text: string): number {
  const length = Math.min(text.length, SAMPLE);
  let controls = 0;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    const blank = (code >= 0x09 && code <= 0x0d) || code === 0x1b;
    if ((code < 0x20 && !blank) || code === 0x7f || code === 0xfffd) controls += 1;
  }
  return length === 0 ? 0 : controls / length;
}

function occurrences(text: string, letters: string): number {
  let found = 0;
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) found += 1;
  return found;
}

function lettersBeyondAscii(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) found += 1;
  return found;
}

function megabytes(length: number): number {
  return Math.ceil(length / (1024 * 1024));
}
