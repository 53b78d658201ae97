import { ConfigError } from '../errors/index.ts';

/** Longest key in characters: what is longer is a file that was taken for one. */
const LONGEST = 1000;

/** A key as the user gave it; throws a ConfigError that never repeats it for what no request could carry. */
export function checkKey(key: string): string {
  const next = 'A key is one line of letters, digits and signs, without blanks.';
  if (key === '') throw new ConfigError('no key was given', next);
  if (!/^[\x21-\x7e]+$/.test(key)) throw new ConfigError('the key holds signs that no key has', next);
  if (key.length > LONGEST) throw new ConfigError(`the key has more than ${LONGEST} characters`, next);
  return key;
}
