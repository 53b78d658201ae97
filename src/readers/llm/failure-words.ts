import type { Unanswered } from './session.ts';

const WORDS: Readonly<Record<Unanswered, string>> = {
  pending: 'no answer is known yet',
  budget: 'the limit on cost or tokens would be passed',
  cancelled: 'the run was stopped',
  length: 'the answer was cut off at its limit',
  context: "the question does not fit into the model's context",
  refusal: 'the model refused',
  filtered: 'a content filter kept the answer back',
  empty: 'the answer was empty',
  unreachable: 'the server cannot be reached',
  deadline: 'the server did not answer in time',
  denied: 'the server does not accept the key',
  'unknown-model': 'the server does not know the model',
  'rate-limit': 'the server allows no more requests',
  server: 'the server failed',
  'bad-request': 'the server does not accept the request',
  oversize: 'the answer was far too large',
  unusable: 'the answer was not the JSON that was asked for',
};

/** Why there is no answer, as part of a sentence. */
export function failureInWords(kind: Unanswered, detail: string): string {
  return detail === '' || kind === 'unusable' ? WORDS[kind] : `${WORDS[kind]} (${detail.replace(/\.$/, '')})`;
}
