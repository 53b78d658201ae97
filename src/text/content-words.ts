import { words } from './fold.ts';
import { STOP_WORDS } from './stop-words.ts';

/** The words that carry a text's topic, in order: folded, no English stop words, endings (-s, -ing, -ed, -e) cut. */
export function contentWords(text: string): string[] {
  const kept: string[] = [];
  for (const word of words(text)) if (!STOP_WORDS.has(word)) kept.push(stem(word));
  return kept;
}

function stem(word: string): string {
  return cutE(cutPast(cutPlural(word)));
}

function cutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) {
    return word;
  }
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith('sses') || word.endsWith('xes') || word.endsWith('ches') || word.endsWith('shes')
    ? word.slice(0, -2)
    : word.slice(0, -1);
}

function cutPast(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const base = word.endsWith('ing') ? word.slice(0, -3) : word.endsWith('ed') ? word.slice(0, -2) : word;
  if (base === word || base.length < 3 || !/[aeiouy]/u.test(base) || word.endsWith('eed')) return word;
  const last = base.at(-1)!;
  return last === base.at(-2) && !'lsz'.includes(last) ? base.slice(0, -1) : base;
}

function cutE(word: string): string {
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
}
