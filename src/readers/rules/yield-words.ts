/** Alternatives of a pattern, written apart by ` | `. */
const anyOf = (...lists: readonly string[]) => `(?:${lists.flatMap((list) => list.split(' | ')).join('|')})`;

/** A word between the parts that denies nothing: "I will not accept it" is no offer. */
const WORDS = "(?:(?!(?:not|never|no|hardly|neither|nor|refuse|fight|still|should|\\w+n't)\\b)[\\w']+ )";
const MIND = 'change (?:my|our) (?:mind|minds|vote|view|tune|position|answer|opinion|stance)';

/** What somebody does who gives up a position, behind "I'd" or "I'll". */
const GIVES_WAY = anyOf(
  `${MIND} | switch | flip | drop (?:it|this|that|my|the|all|everything) | withdraw | give (?:up|in|way) | concede | fold | reverse | revise | reconsider | rethink | retract | abandon | surrender`,
  'back (?:down|off|you|it|this|that|the|your) | come (?:round|around|over|on board|along) | side with | go along | go with | live with | put up with | join | think again | feel differently',
  'vote (?:for|yes|in favou?r|with|it) | support (?:it|this|that|you|your|the) | second (?:the|your) | approve | agree | accept | merge | recommend (?:it|this|that|the) | raise my hand | say (?:so|yes|sorry|fine|go|i was|you were)',
  'sign (?:off|it|on|the|this|anything|whatever|up(?! to)) | shut up | shut my mouth | be quiet | hold my (?:tongue|peace) | rest my case | lose the argument | bow (?:out|to) | leave it (?:at that|there|be) | stand (?:down|aside) | step (?:down|aside|back)',
  'stop (?:arguing|objecting|complaining|opposing|fighting|moaning|nagging|worrying|resisting|blocking) | not (?:object|oppose|mind|argue|fight|stand in|complain|say another|block|resist|be standing) | eat (?:my|the|a) | take (?:it|it all|that|everything|all of it|my words?|all that) back(?! to)',
  'apologi[sz]e | admit | close (?:the|my|it|this) | bin (?:it|the|my) | scrap | pull (?:it|the|my) | tear (?:it|up|the|my) | throw (?:it|out|away|the|my) | delete | trust (?:it|them|this) | believe (?:it|you|this|that) | buy (?:it|in|that|the|your|his|her|one)',
  `be ${WORDS}?(?:wrong|content|satisfied|persuaded|convinced|sold|done|with you|for it|all for|on board|silent|the first|relieved|on your side|quiet)`,
  'have (?:no|nothing|little|not much|not a) ?(?:more|left|against|to (?:say|add|complain|stand on)|objections?|complaints?|quarrels?|problems?|issues?|case|argument|reason|worries|leg)?',
  // What people promise is as varied as life; that they would do it in person or at once shows that it is a concession.
  `${WORDS}{1,8}?(?:myself|in person|personally|with my own|on the spot|the same (?:day|night|evening|hour)|this (?:very )?(?:morning|afternoon|evening)|right now|first thing|in capitals|the first)`,
);

/** What needs no "would" to be a promise: "prove it and I withdraw". */
const WITHDRAWS = anyOf(
  `${MIND} | close (?:the|my|it|this) | withdraw | approve (?:it|this|the|your) | concede | fold | drop (?:it|this|my|the) | retract | resign | shut (?:up|my mouth) | give (?:up|in|way) | back down | lose | rest my case`,
  "vote (?:for|yes|in favou?r) | sign (?:it|off|the) | second (?:the|your) | eat (?:my|the) | raise my hand | take (?:it|it all|that|everything|my words?|all that) back(?! to) | stop (?:arguing|objecting|complaining|opposing|fighting) | don't (?:doubt|object|mind|oppose|argue)(?: any more)?",
);

const I_WILL = anyOf(
  "i'd | i'll | i would | i will | i can | i could | i shall | i'm going to | we'd | we'll | we would | we will | we can | we could",
);

/** A promise in the first person to give up a position. */
export const PROMISED = new RegExp(
  `\\b(?:${I_WILL} ${WORDS}{0,3}?${GIVES_WAY}|(?:i|we) ${WORDS}{0,1}?${WITHDRAWS})\\b`,
);

const OPPOSITION = anyOf(
  'objections? | arguments? | case | worr(?:y|ies) | concerns? | point | position | resistance | opposition | theory | reservations? | doubts? | complaints? | quarrels? | fight | dissent',
);

/** Words of somebody whose position is gone, without a promise. */
export const GIVEN_UP = new RegExp(
  [
    `\\bi(?:'m| am) (?:all |${WORDS}?)${anyOf('in | sold | out | done | convinced | satisfied | wrong | for it | on board | game | yours | finished | not for it | persuaded | beaten')}\\b(?! (?:the|a|my|your|about|to|of)\\b)`,
    `\\byou(?:'d|'ll|'ve| would| will| have| get| can have| may have)? (?:have |got |get |win |have got )?(?:my ${WORDS}?(?:vote|blessing|support|yes|signature|apology|apologies|backing|word|money|hand)|me (?:convinced|sold|persuaded|on (?:your|that) side))\\b`,
    `\\bwith my ${WORDS}?blessing\\b|\\b(?:count me in|you win|i lose|i've lost|i stand corrected|case closed|end of (?:story|argument|discussion)|that settles it|you won't hear (?:another|a) (?:word|peep))\\b`,
    "\\bthen (?:yes|fine|no|gladly|sure|go ahead|by all means|be my guest|i'm in|let's)\\b|\\bit(?:'s|'d be| would be| is) (?:a )?(?:yes|no|fine) (?:from|by|with|for) (?:me|us|my|our|support)\\b|\\b(?:a|my) yes from\\b",
    `\\bmy ${WORDS}?${OPPOSITION} (?:just |simply |also |all )?(?:falls?|collapses?|goes?|disappears?|vanish(?:es)?|melts?|evaporates?|dies?|crumbles?|doesn't (?:hold|stand)|(?:is|are|would be) (?:gone|dead|over|void|moot)|would (?:go|fall|vanish|collapse))\\b`,
    `\\b(?:have|has|had|haven't|hasn't|'ve|got|left with|have got|there(?:'s| is| would be)|,) ?${WORDS}{0,2}?(?:no|nothing|not an?|not one|an|any|little) ?(?:further |other |real |more )?(?:${OPPOSITION}|problems?|leg to stand on|left to say|against it)\\b`,
    `\\bi couldn't care less (?:how|what|whether|who|where)\\b|\\b(?:do|have|keep|take|build|call it|lock up|paint it|go with|print) (?:what|how|which|who|as|it (?:how|as)) ?(?:ever )?you (?:want|like|please)\\b|\\b(?:whatever|however|wherever) you (?:want|like|please)\\b`,
    '\\bis the day (?:that )?i\\b',
  ].join('|'),
);
