import {
  BEFORE_NUMBER,
  INSIDE_NAMES,
  LABELS,
  NEVER_FINAL,
  SOMETIMES_FINAL,
  STARTERS,
  TITLES,
} from './abbreviations.ts';
import { isDigit, isLowerAt, isSpace, isUpperAt, isWordAt } from './letters.ts';

const LONGEST_WORD = 24;
const DOTTED = /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u;
const VOWEL = /[aeiouy\P{ASCII}]/u;

/** A full stop `at` an index, the `start` of its sentence and the `next` letter or sign behind it. */
export interface Stop {
  readonly text: string;
  readonly start: number;
  readonly at: number;
  readonly next: number;
  /** Whether a bracket opens between the stop and `next`. */
  readonly bracket: boolean;
}

/** Whether a full stop ends its sentence and is no part of an abbreviation, an initial or a list number. */
export function endsAtStop(stop: Stop): boolean {
  const { text, at, next } = stop;
  const from = wordStart(text, stop.start, at);
  const word = text.slice(from, at);
  if (word === '') return true;
  // Capitals make another word of it: "the OP.", "in CA.".
  const small = isShouted(word) ? word : word.toLowerCase();
  const follows = followerOf(text, next);
  if (NEVER_FINAL.has(small) || TITLES.has(word)) return false;
  if (BEFORE_NUMBER.has(small) && (follows === 'digit' || follows === 'roman')) return false;
  if (isNumber(word)) return !isListNumber(text, stop.start, from, word);
  if (SOMETIMES_FINAL.has(small)) {
    if (follows === 'small') return false;
    if (small === 'al' && (stop.bracket || follows === 'digit')) return false;
    return !INSIDE_NAMES.has(small) || follows === 'starter';
  }
  if (word.length === 1) return endsAfterLetter(stop, from, follows);
  if (DOTTED.test(word)) return follows === 'starter' || (follows === 'other' && !isUpperAt(text, from));
  return follows !== 'small' || VOWEL.test(small) || !/^[a-z]+$/u.test(small);
}

/** The word at an index, small, as far as it goes within 16 letters. */
export function wordAt(text: string, at: number): string {
  let end = at;
  while (end < at + 16 && end < text.length && (isWordAt(text, end) || isInnerApostrophe(text, end))) end += 1;
  return text.slice(at, end).replace('\u2019', "'").toLowerCase();
}

type Follower = 'small' | 'digit' | 'roman' | 'starter' | 'other';

function followerOf(text: string, next: number): Follower {
  if (isLowerAt(text, next)) return 'small';
  if (isDigit(text.charCodeAt(next))) return 'digit';
  const word = wordAt(text, next);
  // "J. A. Smith": the second initial reads like the word "a".
  if (word.length === 1 && text[next + 1] === '.') return 'other';
  if (STARTERS.has(word)) return 'starter';
  return /^[ivx]+$/u.test(word) ? 'roman' : 'other';
}

function endsAfterLetter(stop: Stop, from: number, follows: Follower): boolean {
  const { text, start } = stop;
  const before = lastBefore(text, start, from);
  const leads = before < start || text[before] === ':';
  if (!isUpperAt(text, from)) return !(leads || follows === 'small');
  if (follows === 'starter') return true;
  if (leads || text[before] === '.') return false;
  const left = wordStart(text, start, before + 1);
  const label = text.slice(left, before + 1);
  if (follows === 'digit' || LABELS.has(label.toLowerCase())) return true;
  return !isUpperAt(text, left);
}

// "1." at the head of a sentence counts the sentence; so does the first one behind a colon.
function isListNumber(text: string, start: number, from: number, word: string): boolean {
  if (word.length > 2) return false;
  const before = lastBefore(text, start, from);
  return before < start || ',;('.includes(text[before]!) || (text[before] === ':' && word === '1');
}

/** The index of the last sign before a word that is neither space nor markup; less than `start` when there is none. */
function lastBefore(text: string, start: number, from: number): number {
  let at = from - 1;
  while (at >= start && at > from - LONGEST_WORD && (isSpace(text.charCodeAt(at)) || '*_"\u201c'.includes(text[at]!)))
    at -= 1;
  return at;
}

function wordStart(text: string, start: number, end: number): number {
  let from = end;
  while (from > start && end - from < LONGEST_WORD && isInWord(text, from - 1)) from -= 1;
  return from;
}

function isInWord(text: string, at: number): boolean {
  return isWordAt(text, at) || text[at] === '.' || text[at] === '&' || isInnerApostrophe(text, at);
}

function isInnerApostrophe(text: string, at: number): boolean {
  return text[at] === "'" || text[at] === '\u2019';
}

function isShouted(word: string): boolean {
  return word.length > 1 && !word.includes('.') && word === word.toUpperCase();
}

function isNumber(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (!isDigit(word.charCodeAt(at))) return false;
  return true;
}
