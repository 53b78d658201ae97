/** How somebody looks at what a sentence speaks of. */
export type Outlook = 'hopes' | 'fears';

const HOPEFUL = '(?:optimistic|hopeful|confident|bullish|excited|encouraged|sanguine|reassured)';
const FEARFUL =
  '(?:pessimistic|worried|fearful|concerned|bearish|alarmed|uneasy|nervous|wary|sceptical|skeptical|unhappy)';
const FEELS = "\\bi(?:'m| am| feel| remain| stay)? (?:(?!not|less|more|hardly)[\\w']+ ){0,3}";

const HOPES = new RegExp(
  `${FEELS}${HOPEFUL}\\b|\\bi (?:welcome|look forward to|applaud)\\b|\\bwhich i (?:see|regard|count|take) as (?:a )?(?:very |quite )?(?:good|positive|healthy)\\b|\\b(?:is|are|would be|seems) (?:[\\w']+ )?(?:net positive|a good thing|good news)\\b|^the good news\\b`,
);
const FEARS = new RegExp(
  `${FEELS}${FEARFUL}\\b|^(?:alas|sadly|regrettably),? (?:my|i(?:'m| am)? (?:think|believe|expect|suspect|predict|doubt|guess|fear|sure))\\b|\\bi (?:fear|dread|deplore)\\b|\\bi (?:just |only |really )?wish (?:we|they|it|you|people|that|labs|more)\\b|\\b(?:is|are|would be|seems) (?:[\\w']+ )?(?:net negative|a bad thing|bad news)\\b|^the bad news\\b`,
);
const FEELINGS = `(?:${HOPEFUL}|${FEARFUL}|a good thing|a bad thing|net positive|net negative|good news|bad news)`;
const TURNED = new RegExp(
  `(?:\\b(?:not|never|hardly|less|no longer|used to be)|n't) (?:[\\w']+ ){0,5}${FEELINGS}|n't (?:think|believe|see|say) .{0,120}${FEELINGS}|\\bi(?:'d| would) (?:[\\w']+ ){0,2}be ${FEELINGS}`,
);

/** Whether a sentence says in so many words that its speaker hopes or fears; null where it says both or neither. */
export function outlookOf(plain: string): Outlook | null {
  if (TURNED.test(plain)) return null;
  const [hopes, fears] = [HOPES.test(plain), FEARS.test(plain)];
  return hopes === fears ? null : hopes ? 'hopes' : 'fears';
}
