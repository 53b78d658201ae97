import { GIVEN_UP, PROMISED } from './yield-words.ts';

/*
 * Offers to give way: "show me one such street and I'll carry the bollards myself". No list of set phrases catches them, so they
 * are put together from three parts: a condition, a promise in the first person, and words that give up a position.
 */

/** Rule of moves that offer to give way. */
export const OFFER = 'offers-to-yield';

const ANYBODY = '(?:i|you|we|he|she|it|they|the|this|that|these|those|there|someone|somebody|anyone|anybody)';
const ASKS =
  '(?:show|find|give|prove|bring|tell|convince|get|let|name|point|produce|put|keep|take|make|leave|add|drop|promise|guarantee|write|sign|move|change|fix|pay|cut|swap|replace|remove|send|demonstrate|explain|settle|answer|commit|publish|print|come up with|strip|strike|plant|mend|measure|run|test|do)';

/** Words that open a condition; an imperative ("show me one") or a question ("Doubled by breakfast?") is one where a promise follows. */
const CONDITION = new RegExp(
  [
    '\\b(?:if|unless|once|until|when|as soon as|as long as|so long as|provided|assuming|in case|on condition)\\b',
    '\\bthe (?:very )?(?:day|moment|minute|week|month|year|second|instant|morning|evening)\\b',
    `\\b(?:should|were|had) ${ANYBODY}\\b`,
    `(?:^|[,;:–—-] ?|\\b(?:so|but|just|then|and|now|ok|okay|well|look|please|you),? )${ASKS}\\b`,
    '(?:^|[,;:] )(?:and |but |so )?(?:with|without|given|in return for) (?:that|this|those|it|an?|such|something|somebody|[\\w-]+ by)\\b',
    '\\?',
  ].join('|'),
);

/** "If I had to guess", "if you ask me", "even if": no condition on which anything hangs. */
const NO_CONDITION =
  /\b(?:even|as|what|only) if\b|\bcorrect me if\b|\blet (?:me|us|'s)\b|\bif you(?:'re| are) (?:just |only |always |really )?(?:saying|talking|arguing|claiming)\b|\bif (?:i (?:had to|have to|may|might|recall|remember|understand|understood|read|got|get|am honest|'m honest|knew)|i'm (?:honest|reading|understanding|not mistaken)|you (?:ask|like|want|have|need|wish|will|prefer|don't mind|tell me|get (?:a|the) chance|are interested|'re interested|haven't)|there's|anything|memory|any|need be|possible|necessary|so inclined|nothing else|that makes sense|it helps)\b|\bwhen i (?:was|read|first|started|tried|looked|saw|heard)\b|\bjust (?:show|tell|give|take|look|get) (?:up|in|off)\b/g;

/** Somebody else's promise, a report of one, or one that hangs on nothing. */
const NO_OFFER =
  /\b(?:said|says|told|claims?|claimed|wrote|promised|reckons|thinks) (?:that |me |us )?(?:he|she|they|it|we|i)(?:'d|'ll| would| will)\b|\b(?:either|any) way\b|\bregardless\b/;
const FOLLOWS_ON =
  /^(?:then|and then|and|in that case|do (?:that|this|so) and|that and|with that,?|after that,?|if so,?|until then,?|otherwise,?|only then|i'll|i will|once)\b/;

/** Whether a sentence, or the one before it together with it, offers to give up a position under a condition. */
export function offersToYield(plain: string, before: string | null): boolean {
  if (NO_OFFER.test(plain) || !(PROMISED.test(plain) || GIVEN_UP.test(plain))) return false;
  if (setsCondition(plain)) return true;
  return before !== null && FOLLOWS_ON.test(plain) && setsCondition(before);
}

function setsCondition(plain: string): boolean {
  return CONDITION.test(plain.replace(NO_CONDITION, ' '));
}

const CLAUSE_END = /[,;:.!?–—]|\b(?:if|unless|once|when|until)\b|$/;

/** What an offer is about: its words without the promise, which says nothing of the matter. */
export function withoutPromise(plain: string): string {
  const promise = PROMISED.exec(plain) ?? GIVEN_UP.exec(plain);
  if (!promise) return plain;
  const rest = plain.slice(promise.index + promise[0].length);
  return `${plain.slice(0, promise.index)} ${rest.slice(rest.search(CLAUSE_END))}`;
}
