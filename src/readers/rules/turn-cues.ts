/** A sign that a paragraph starts (points > 0) or continues (points < 0) a post. */
interface TurnCue {
  readonly rule: string;
  readonly points: number;
  readonly pattern: RegExp;
}

/** Signs at the head of a paragraph; patterns see text with straight quotes, in lower case, cut to its first 240 characters. */
const HEAD_CUES: readonly TurnCue[] = [
  {
    rule: 'greeting',
    points: 3,
    pattern:
      /^(likewise|thanks|thank you|thx|yeah|yep|yup|nope|hm+|agreed|exactly|fair( enough| point)?\b|good (point|question|catch|idea)|great (point|question|post|comment|article|idea)|nice (post|work|analysis|point)|sure\b|sorry|interesting|kudos|welcome|hi\b|hey\b|hello\b|lol|ha\b|ah\b|oh\b|ok(ay)?[,. ]|plus-one|\+1|seconded|this is (a )?(great|good|interesting|fair))/,
  },
  {
    rule: 'reply-token',
    points: 2.5,
    pattern:
      /^(?:all right|alright|done|taken|noted|understood|accepted|granted|fair|ha|possibly|well|true|touch[ée]|not quite|not really|of course|certainly|by all means|gladly|deal|i have,|i do,|i did,|i can,)(?:[,.;:!]|(?<=,)| (?:i|then|you|enough|it|that|let)\b)/,
  },
  {
    rule: 'agree-opener',
    points: 3,
    pattern: /^i (?:[\w']+ ){0,3}(?:agree|disagree|concur)\b|^i don't (?:think i )?(?:dis)?agree/,
  },
  {
    rule: 'verdict-opener',
    points: 3,
    pattern:
      /^(these|this|that)(?: is| are|'s)(?: very| pretty| really)? (close|not quite|almost|exactly|fair|wrong|right|false|true)\b/,
  },
  {
    rule: 'before-i',
    points: 3,
    pattern:
      /^(before i (?:[\w']+ ){0,4}(respond|reply|answer|address|get to)|in (response|reply|answer) to|to (answer|respond to|address) your?)/,
  },
  {
    rule: 'address-opener',
    points: 2,
    pattern:
      /^(?:so |and |but |i think |i guess |i feel |it seems |it sounds |sounds )?(?:like |that )?(?:your\b|you(?:'re| are| seem| say| said| think| suggest| claim| argue| assume| mention| wrote| equate|'ve)\b)/,
  },
  { rule: 'our-opener', points: 2, pattern: /^i (?:[\w']+ )?(?:think|suspect|guess|feel) (?:that )?our\b/ },
  {
    rule: 'question-opener',
    points: 0.8,
    pattern:
      /^(?:do|did|does|can|could|would|will|is|isn't|are|have|has|why|what|how|where|when|who|don't|can't|couldn't|wouldn't|aren't|doesn't|shouldn't|should)\b[^.!]{3,230}\?/,
  },
  { rule: 'only-a-question', points: 1, pattern: /^[^.!?:]{8,235}\?\)?(?: \([^)]{1,300}\)?)?$/ },
  {
    rule: 'answer-opener',
    points: 2,
    pattern:
      /^(it depends|not sure\b|no[,.!]|yes[,.!]|actually,|well,|right[,.]|true[,.]|i('m| am) (?:not sure|skeptical|confused|curious)|i (?:don't|do not) (?:see|buy|understand|know|think that|have (?:much|any|a strong|strong))|not obvious to me)/,
  },
  {
    rule: 'reaction-opener',
    points: 1.5,
    pattern:
      /^(i (?:would|'d) (?:also )?(?:push back|object|dispute|add)|i mostly|i want to (?:emphasize|note|flag|push|clarify|stress|point out)|(?:something|one thing) (?:that )?i|i found|i liked|i enjoyed|i like (?:this|the)|when i (?:read|imagine)|my (?:primary|main|biggest|only) (?:[\w']+ )?(?:concern|worry|objection|issue|question))/,
  },
  {
    rule: 'thread-word',
    points: 1.2,
    pattern:
      /^.{0,120}\b(?:this post|the op\b|in the op|the post|(?:separate|other|another|'s) comment|your (?:comment|post|point|claim|view|argument|position|idea|question|example|objection|reply|response|intuition|reasoning)s?)\b/,
  },
  {
    rule: 'connective',
    points: -2,
    pattern:
      /^(for (?:example|instance|this reason|that reason|one thing)|in (?:contrast|the end|effect|fact|particular|other words|addition|practice|short|case)|however|but\b|and\b|so\b|also\b|similarly|moreover|furthermore|second(?:ly)?\b|third(?:ly)?\b|finally|then\b|therefore|thus\b|hence|because|suppose|specifically|concretely|which\b|that said|on the other hand|overall|of course|as mentioned|beyond|under th|given|again,|personally|at any rate|note\b|otherwise|alternatively|likewise for|instead|still,|or\b|nor\b|yet\b|meanwhile|besides|even (?:so|if|when)|even\b|option|similarly|regardless|to be (?:clear|fair)|let me explain|conversely|since\b|after\b|while\b|if (?!you\b)|i also\b|i will\b|with th|these systems|those\b|over\b|setting aside|turning)/,
  },
  {
    rule: 'aside',
    points: -2.5,
    pattern: /^(p\.?\s?s\b|edit\b|later edit|update:|on a meta|tl;?dr|\(|footnote|\^|\[\d)/,
  },
  { rule: 'list-item', points: -2.5, pattern: /^([•*○–-]\s|\d{1,2}[.)]\s|[a-z][.)]\s)/ },
];

/** Signs at the end of the paragraph before. */
const TAIL_CUES: readonly TurnCue[] = [
  { rule: 'asked', points: 1.8, pattern: /\b(?:you|your)\b[^.!?]{0,120}\?\)?\s*$/ },
  { rule: 'signed-off', points: 1.5, pattern: /(?::\)|;\)|\bthanks[.!]?|let me know[^.]{0,60}[.?!]?)\s*$/ },
  { rule: 'announced', points: -3, pattern: /[:—]\s*$/ },
  { rule: 'let-me-explain', points: -3, pattern: /^let me explain\.?$/ },
];

const AFTER_ASIDE = /^(p\.?\s?s\b|on a meta note|edit:)/;

export interface CueHit {
  readonly rule: string;
  readonly points: number;
}

/** Signs for a turn start between two paragraphs, by their words alone. */
export function turnCues(before: string, paragraph: string): CueHit[] {
  const head = straighten(paragraph.slice(0, 240));
  const tail = straighten(before.slice(-600));
  const hits = HEAD_CUES.filter(({ pattern }) => pattern.test(head)).map(({ rule, points }) => ({ rule, points }));
  const speaksOn = /\byour?\b/.test(head.slice(0, 160));
  for (const { rule, points, pattern } of TAIL_CUES) {
    // Who asked and goes on speaking to the same person has not been answered yet.
    if (pattern.test(tail) && !(rule === 'asked' && speaksOn)) hits.push({ rule, points });
  }
  if (AFTER_ASIDE.test(straighten(before.slice(0, 40)))) hits.push({ rule: 'after-aside', points: 1.2 });
  if (/^[a-z]/.test(paragraph.trimStart()) && !/^plus-one/.test(paragraph))
    hits.push({ rule: 'lower-case', points: -1.5 });
  if (/\byour?\b/.test(tail)) {
    const stale = hits.findIndex(({ rule }) => rule === 'address-opener');
    if (stale >= 0) hits.splice(stale, 1);
  } else if (ADDRESS.test(head)) hits.push({ rule: 'turns-to-you', points: 0.8 });
  return hits;
}

/** Words that speak to one person, not the `you` of "if you turn the key". */
const ADDRESS =
  /\b(?:your (?:[\w']+ )?(?:view|point|claim|argument|reasoning|side|idea|objection|comment|post|position|question|example|willingness|second|first|concern|summary|reply|response|intuition)s?|you(?:'re| are) (?:saying|seeing|right|wrong|suggesting|assuming|thinking|arguing|talking|describing)|do you (?:think|disagree|agree|mean|believe|have|expect)|(?:as|like) you (?:said|wrote|say|put|note)|you (?:suggest|equate|assume|claim|say|wrote|said|seem|mention|expect|argue|describe|believe|agree|mean)\b|agree with you|our (?:crux|disagreement|discussion)|(?:wouldn't|don't) you)/;

/** Whether a text speaks to another participant. */
export function addressesSomeone(text: string): boolean {
  return ADDRESS.test(straighten(text));
}

const RESUMES =
  /\b(?:my (?:view|claim|point|position|answer|side|argument) (?:is|was|remains)|i still (?:think|believe|hold)|not (?:quite )?(?:the claims? i|what i)|what i (?:meant|mean|said)|as i (?:said|wrote|noted|mentioned)|i tried to|i changed the|again, i|i'm (?:saying|not saying)|my post|these are close)/;

/** Whether a text takes up something that its speaker said before. */
export function resumesOwnView(text: string): boolean {
  return RESUMES.test(straighten(text));
}

function straighten(text: string): string {
  return text.replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').toLowerCase().trim();
}
