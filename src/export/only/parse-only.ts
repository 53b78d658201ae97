import { UsageError } from '../../errors/index.ts';
import { NUMBER_KEYS, type NumberKey, WORD_KEYS, WORDS_ALLOWED, type WordKey } from './keys.ts';
import { type NumberTest, readNumberTest } from './number-test.ts';

/** One condition of a filter: words that a claim says, one of some values of a key, or a number in a range. */
export type Condition = { readonly negated: boolean } & (
  | { readonly kind: 'says'; readonly words: string }
  | { readonly kind: 'is'; readonly key: WordKey; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly key: NumberKey; readonly test: NumberTest }
);

/** Reads a filter; throws a UsageError that says what does not fit and at which column, from 1. */
export function parseOnly(source: string): readonly Condition[] {
  const conditions: Condition[] = [];
  let at = 0;
  while (at < source.length) {
    if (/\s/.test(source[at]!)) {
      at += 1;
      continue;
    }
    const term = readTerm(source, at);
    conditions.push(term.condition);
    at = term.end;
  }
  if (conditions.length === 0) throw new UsageError('--only: the filter is empty', HELP);
  return conditions;
}

const HELP =
  'Write cruxes, agreements, or conditions such as speaker:A stance:assert -kind:fact score:>0.5 "exact words".';

function fail(text: string, at: number, hint = HELP): never {
  throw new UsageError(`--only: ${text} (column ${at + 1})`, hint);
}

function readTerm(source: string, start: number): { readonly condition: Condition; readonly end: number } {
  const negated = source[start] === '-';
  const from = start + (negated ? 1 : 0);
  if (from >= source.length || /\s/.test(source[from]!)) fail('a minus stands before nothing', start);
  if (source[from] === '"') {
    const { text, end } = readQuoted(source, from);
    return { condition: { negated, kind: 'says', words: text }, end };
  }
  const word = readBare(source, from, /[\s":]/);
  if (source[word.end] !== ':') return { condition: { negated, kind: 'says', words: word.text }, end: word.end };
  const key = word.text.toLowerCase();
  const { values, end } = readValues(source, word.end + 1);
  if (key in NUMBER_KEYS) {
    const test = values.length === 1 ? readNumberTest(values[0]!) : null;
    if (!test)
      fail(`${key}: needs one number`, word.end + 1, `Write ${key}:0.5, ${key}:>0.5, ${key}:<=2 or ${key}:1..3.`);
    return { condition: { negated, kind: 'number', key: key as NumberKey, test }, end };
  }
  if (!(key in WORD_KEYS)) fail(`unknown key ${word.text || '(none)'}`, from, `Keys: ${KEYS.join(', ')}.`);
  checkValues(key as WordKey, values, word.end + 1);
  return { condition: { negated, kind: 'is', key: key as WordKey, values }, end };
}

const KEYS = [...Object.keys(WORD_KEYS), ...Object.keys(NUMBER_KEYS)];

function checkValues(key: WordKey, values: readonly string[], at: number): void {
  const allowed = WORDS_ALLOWED[key];
  const strange = allowed && values.find((value) => !allowed.includes(value.toLowerCase()));
  if (allowed && strange !== undefined) fail(`${key}: knows no ${strange}`, at, `${key}: ${allowed.join(', ')}.`);
}

function readValues(source: string, start: number): { readonly values: readonly string[]; readonly end: number } {
  const values: string[] = [];
  let at = start;
  while (true) {
    const value = source[at] === '"' ? readQuoted(source, at) : readBare(source, at, /[\s",]/);
    if (value.text === '') fail('a value is missing', at);
    values.push(value.text);
    at = value.end;
    if (source[at] !== ',') return { values, end: at };
    at += 1;
  }
}

function readQuoted(source: string, start: number): { readonly text: string; readonly end: number } {
  const close = source.indexOf('"', start + 1);
  if (close < 0) fail('a quotation mark is not closed', start, 'Put " at both ends of the words.');
  const text = source.slice(start + 1, close);
  if (text.trim() === '') fail('there are no words between the quotation marks', start);
  return { text, end: close + 1 };
}

function readBare(source: string, start: number, stop: RegExp): { readonly text: string; readonly end: number } {
  let end = start;
  while (end < source.length && !stop.test(source[end]!)) end += 1;
  return { text: source.slice(start, end), end };
}
