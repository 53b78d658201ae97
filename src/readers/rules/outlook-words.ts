/** How somebody looks at what a sentence speaks of. */
export type Outlook = 'hopes' | 'fears';

const HOPEFUL = '(?:optimistic|hopeful|confident|bullish|excited|encouraged|sanguine|reassured|glad|pleased)';
const FEARFUL =
  '(?:pessimistic|worried|afraid|fearful|concerned|bearish|alarmed|uneasy|nervous|wary|sceptical|skeptical|unhappy)';
const FEELS = "\\bi(?:'m| am|'d be| would be| feel| remain| stay)? (?:(?!not|less|more|hardly)[\\w']+ ){0,3}";

const HOPES = new RegExp(
  `${FEELS}${HOPEFUL}\\b|\\bi (?:welcome|look forward to|applaud)\\b|\\bwhich i (?:see|regard|count|take) as (?:a )?(?:very |quite )?(?:good|positive|healthy)\\b|\\b(?:is|are|would be|seems) (?:[\\w']+ )?(?:net positive|a good thing|good news)\\b|^the good news\\b`,
);
const FEARS = new RegExp(
  `${FEELS}${FEARFUL}\\b|^(?:alas|sadly|regrettably),? (?:my|i(?:'m| am)? (?:think|believe|expect|suspect|predict|doubt|guess|fear|sure))\\b|\\bi (?:fear|dread|deplore)\\b|\\bi (?:just |only |really )?wish (?:we|they|it|you|people|that|labs|more)\\b|\\b(?:is|are|would be|seems) (?:[\\w']+ )?(?:net negative|a bad thing|bad news)\\b|^the bad news\\b`,
);
const TURNED =
  /\b(?:not|n't|hardly|never|less) (?:[\w']+ ){0,3}(?:optimistic|hopeful|confident|worried|concerned|pessimistic|a good thing|a bad thing|net positive|net negative)\b/;

/** Whether a sentence says in so many words that its speaker hopes or fears; null where it says both or neither. */
export function outlookOf(plain: string): Outlook | null {
  if (TURNED.test(plain)) return null;
  const [hopes, fears] = [HOPES.test(plain), FEARS.test(plain)];
  return hopes === fears ? null : hopes ? 'hopes' : 'fears';
}
