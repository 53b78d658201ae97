/** First words of labels that stand before a colon and name no speaker. */
const LABELS = new Set(
  (
    'note notes edit edited edits update updated updates upd tldr tl;dr claim claims objection objections response responses ' +
    'counterpoint counterargument rebuttal example examples eg e.g ex summary conclusion conclusions question questions answer answers ' +
    'ps p.s pps p.p.s disclaimer disclaimers disclosure epistemic context background crux cruxes caveat caveats warning assumption ' +
    'assumptions premise premises theorem lemma proof definition definitions def remark remarks corollary proposition hypothesis ' +
    'argument arguments point points case step steps option options pro pros con cons source sources link links ref refs ' +
    'reference references http https url date time title subject topic topics tags tag author authors from to cc bcc re fwd ' +
    'addendum appendix correction corrections footnote footnotes abstract introduction intro overview discussion method methods ' +
    'result results evidence problem problems solution solutions fact facts opinion thought thoughts idea ideas aside meta ' +
    'spoiler spoilers trigger tw cw content however also so but and or then thus therefore because first firstly second secondly third ' +
    'thirdly finally next last lastly alternatively specifically basically essentially honestly similarly consider suppose imagine given ' +
    'assume recall here this that these those it what why how when where who which yes no ok okay sure agreed disagreed today ' +
    'yesterday tomorrow reason reasons part chapter section figure fig table equation eq exhibit item items rule law principle ' +
    'version changelog todo fixme quote quoting quoted original translation transcript participants speakers attendees present agenda ' +
    'prediction predictions forecast forecasts confidence probability credence bet status score karma pages words length ' +
    'goal goals aim plan plans motivation scenario scenarios analogy metaphor observation observations implication implications ' +
    'key main important nb n.b n.b. i.e ie viz cf see via ' +
    'input output inputs outputs prompt name names email phone address location keywords related further more other others ' +
    'longer shorter short long tl dr q message-id in-reply-to sent received mime-version content-type content-transfer-encoding'
  ).split(' '),
);
const PARTICLES = new Set(
  'de van von der den la le el al bin ibn da di du dos of the and y e zu af av mac mc st ii iii jr sr dr mr ms mrs prof'.split(
    ' ',
  ),
);
const MOST_WORDS = 5;
const LONGEST = 50;

/** Whether words before a colon can be a speaker's name: at most five words, each with a capital or a single handle, no known label. */
export function canBeName(words: string): boolean {
  if (words.length === 0 || words.length > LONGEST || !/\p{L}/u.test(words)) return false;
  if (/[!?;,"“”{}=<>/\\|]|\.\s*$|[.]\s\S+\s\S+\s\S+/.test(words) && !/^[^.]*\b(?:Jr|Sr|Dr|[A-Z])\.$/.test(words))
    return false;
  if (/^\d+(?:\W|$)|\s{2,}/.test(words)) return false;
  const parts = words.split(/\s+/);
  if (parts.length > MOST_WORDS) return false;
  const label = parts[0]!.toLowerCase().replace(/^[@(]+|['’]s$|[):.]+$/g, '');
  if (LABELS.has(label) || LABELS.has(words.toLowerCase())) return false;
  if (parts.length === 1) return true;
  return parts.every((part, at) => isNamePart(part) || (at > 0 && PARTICLES.has(part.toLowerCase())));
}

function isNamePart(part: string): boolean {
  const char = /[\p{L}\d]/u.exec(part)?.[0] ?? '';
  return char !== '' && (char !== char.toLowerCase() || char === char.toUpperCase() || /\d/.test(part));
}
