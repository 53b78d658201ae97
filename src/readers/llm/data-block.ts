import { createHash } from 'node:crypto';
import { stripForTerminal } from '../../text/index.ts';

/**
 * Puts lines of data between two equal marker lines. The marker is a hash of the data: nobody can write it into a text in
 * advance, and equal data gives equal calls, which a random one would not.
 */
export function fence(lines: readonly string[]): string {
  const data = lines.join('\n');
  const marker = `===== ${createHash('sha256').update(data).digest('hex').slice(0, 16)} =====`;
  return `${marker}\n${data}\n${marker}`;
}

/** A text as one JSON string on one line, at most `most` characters of it: quotes and breaks escaped, invisible signs left out. */
export function quoteWords(text: string, most = Number.POSITIVE_INFINITY): string {
  const shown = stripForTerminal(text.length > most * 2 ? text.slice(0, most * 2) : text)
    .replace(/\s+/g, ' ')
    .trim();
  return JSON.stringify(shown.length > most ? `${shown.slice(0, most - 4).toWellFormed()} ...` : shown);
}
