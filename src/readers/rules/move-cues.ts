import type { MoveType } from '../../graph-file/index.ts';

/** A cue for a move: a pattern over one sentence in lower case with straight quotes. `confidence` 0.9 is reliable, 0.6 fair. */
export interface MoveCue {
  readonly move: MoveType;
  readonly rule: string;
  readonly confidence: number;
  readonly pattern: RegExp;
  /** Where this matches too, the cue does not hold. */
  readonly unless?: RegExp;
}

const cue = (move: MoveType, rule: string, confidence: number, pattern: RegExp, unless?: RegExp): MoveCue =>
  unless ? { move, rule, confidence, pattern, unless } : { move, rule, confidence, pattern };

const NOT_AGREEING =
  /(?:n't|\b(?:not|never|cannot|hardly|nobody|no one|agree to disagree|whether|if)) (?:[\w']+ ){0,2}agree|agree to disagree|you (?:[\w']+ ){0,2}agree\b|\bagree(?:d|s)? (?:to|upon)\b/;
const GENERAL_IF = /^(?:if|when|unless)\b/;

/**
 * Cues of the embedded reader, most telling first; a sentence may match several. Families and their order of trust follow
 * published findings that discourse cues are precise and rare (crux-and-labels.md, section 4). The wording is ours.
 */
export const MOVE_CUES: readonly MoveCue[] = [
  cue(
    'scope',
    'set-aside',
    0.9,
    /\b(?:not|isn't|aren't|don't think (?:[\w']+ ){0,6}(?:are|is)) (?:[\w']+ ){0,3}(?:the )?(?:core|heart|crux|point|main (?:point|issue|thing))\b|\b(?:setting|leaving|putting) (?:[\w']+ ){0,4}aside\b|\bbeside the point\b|\bset (?:[\w']+ ){0,3}aside\b|\bleave (?:[\w']+ ){0,4}(?:out of it|aside)\b|\bseparate (?:question|issue|matter|discussion)\b|\bshouldn't (?:delve|go) into\b/,
  ),
  cue(
    'crux',
    'crux-word',
    0.9,
    /\b(?:double[- ])?crux(?:es|y)?\b/,
    /(?:\bnot|n't) (?:[\w']+ ){0,8}crux|\bno crux\b|\b(?:clarify|explain|understand|discuss|address|settle|back to|return to|on to) (?:our|the|my|your|this|that) (?:[\w']+ )?crux/,
  ),
  cue(
    'crux',
    'sole-objection',
    0.85,
    /\bmy (?:one and only|only|one|sole|single|whole|entire|main|real|biggest|remaining|last) (?:[\w']+ )?(?:quarrel|objection|problem|condition|demand|issue|reservation|hesitation|complaint|doubt|fear|ask|sticking point|disagreement)s? (?:here |now |left )?(?:is|was|are|with|lies|concerns|comes|remains)\b|\bi (?:only )?care about (?:only )?one thing\b|\b(?:all|the only thing) i (?:need|want|ask)(?: to (?:hear|know|see))? is (?:that|to|whether|one|for)\b|\bthe only (?:thing|reason|point) (?:that(?:'s| is| still)?|which|i|we|keeping|stopping|holding|standing) (?:[\w']+ ){0,4}(?:stopping|keeping|holding|against|oppose|object|between|in the way|say no|saying no|voting)\b/,
    /\b(?:is|was) (?:that i|with you)? ?(?:too |so )?(?:late|busy|tired|short)\b/,
  ),
  cue(
    'crux',
    'position-unless',
    0.8,
    /\b(?:i'm|i am|i stay|i remain|i'm staying|i vote|i'll vote|i'm voting|it's|count me) (?:[\w']+ ){0,2}(?:a no|no|against|opposed|out|a yes|in favou?r|for it|on the other side)\b(?: [\w']+){0,4},? (?:unless|as long as|so long as|until|while)\b|\b(?:unless|as long as|so long as|until|while)\b.{4,160}\b(?:i'm|i am|i stay|i remain|i'll stay|i vote|i'll vote|i'm voting) (?:[\w']+ ){0,2}(?:a no|no|against|opposed|out)\b/,
  ),
  cue(
    'crux',
    'turns-on',
    0.8,
    /\b(?:it|this|that|everything|all|argument|question|disagreement|dispute|matter|whole thing|case|decision|debate|discussion|rest|we|answer|position|view|difference|vote|support|consent|approval|signature|opinion|verdict|objection) (?:[\w']+ ){0,3}(?:turns|turn|hinges|hinge|hangs|hang|comes down|come down|boils down|boil down|stands or falls|stand or fall|rides|pivots|rests) (?:[\w']+ ){0,2}(?:on|upon|to|with)\b/,
  ),
  cue(
    'crux',
    'where-we-part',
    0.9,
    /\bwhere (?:we|you and i|i think we|the two of us) (?:[\w']+ ){0,3}(?:part|differ|disagree|diverge|split|part ways|part company)\b|\bwhat (?:divides|separates|splits) us\b|\bthe (?:point|place|line|spot) (?:[\w']+ ){0,4}(?:where|at which|on which) we (?:[\w']+ ){0,2}(?:part|differ|disagree|diverge|split)/,
  ),
  cue(
    'crux',
    'the-disagreement-is',
    0.8,
    /\b(?:(?:main|real|key|core|actual|central|root|whole|true|only|deepest|underlying|basic|fundamental|our|the) (?:point of |source of )?(?:disagreement|dispute|sticking point)|(?:main|real|key|core|actual|central|root|whole|true|only|deepest|underlying|basic|fundamental) (?:point of |source of )?difference)\b(?: \w+){0,4} (?:is|in that|comes|lies|here|about|over|between)\b|\bdisagreement (?:is )?in that\b/,
    /\b(?:not|no|isn't) (?:a |an |really |much )*(?:disagreement|deal|load)/,
  ),
  cue(
    'crux',
    'sticking-point',
    0.85,
    /\b(?:sticking point|bone of contention|make[- ]or[- ]break|deal[- ]?breaker)\b/,
    /\b(?:not|no|isn't) (?:a |an |really |much )*deal/,
  ),
  cue(
    'crux',
    'load-bearing',
    0.85,
    /\b(?:linchpin|load[- ]bearing|keystone|lynchpin)\b/,
    // What carries the other's own argument is no point of difference: the speaker may well grant it.
    /\b(?:not|no|isn't) (?:a |an |really |much )*load|\b(?:linchpin|load[- ]bearing|keystone|lynchpin) (?:[\w']+ ){0,3}(?:of|in|for|to) (?:your|his|her|their)\b/,
  ),
  cue(
    'crux',
    'it-depends',
    0.7,
    /^(?:well,? |i think |hmm+,? |so )?(?:it|that|this) (?:all |really |largely |mostly |entirely )?depends (?:up)?on (?:what|whether|how|who|which|if|where)\b/,
  ),
  cue(
    'crux',
    'heart-of-it',
    0.8,
    /(?:'s|\b(?:is|are|was|lies at|at|here's|to me)) (?:[\w']+ ){0,3}(?:heart|root|nub|meat|kernel|essence|core) of (?:the|our|this|my|your|it) ?(?:matter|disagreement|dispute|question|issue|argument|problem|objection|difference|thing)?\b/,
    /\bnot\b|n't\b/,
  ),
  cue(
    'crux',
    'would-change-my-mind',
    0.9,
    /\b(?:would|could|might|'d|will|'ll|can) (?:[\w']+ ){0,4}(?:change|flip|reverse|switch|shift|update|revise|alter|drop|abandon|withdraw|reconsider|rethink|give up|give way|take back|eat|move|swing|turn) (?:on )?(?:(?:my|his|her|your|their|our|this|that|the) (?:[\w']+ )?(?:mind|minds|view|views|position|tune|vote|opinion|stance|answer|objection|objections|words|side|support|case|argument)\b|me\b)/,
  ),
  cue(
    'crux',
    'would-convince-me',
    0.8,
    /\b(?:would|could|might|can|'d|to) (?:[\w']+ ){0,2}(?:(?:convince|persuade|sway|satisfy|reassure|turn) me|win me (?:over|round)|bring me (?:over|round|along)|talk me (?:round|into it|out of))\b|\bwhat (?:would|it would take to|might|could) (?:change|move|convince|persuade|sway|satisfy|settle|decide)\b|\b(?:i'm|i am) (?:open to being|willing to be|ready to be|happy to be) (?:convinced|persuaded|wrong|proved wrong|shown)\b/,
  ),
  cue(
    'crux',
    'if-i-am-wrong',
    0.85,
    /\bif (?:it turns out (?:that )?)?i(?:'m| am|'ve been| was) (?:wrong|mistaken)\b.{0,80}\bi(?:'d|'ll|'ve| would| will| have)? (?:[\w']+ ){0,2}(?:give up|drop|lose|withdraw|abandon|concede|fold|no case|nothing|little)\b/,
  ),
  cue(
    'crux',
    'cannot-get-past',
    0.75,
    /\bi (?:just |simply )?(?:can't|cannot) get past\b|\bthat's where it (?:stops|ends|breaks) for me\b|\b(?:bit|part|point|thing|place|step|spot|where) (?:that |which )?i (?:can't|cannot|can not|could never|keep (?:getting stuck|coming back)|get stuck|stick|balk|baulk|stumble)\b(?: (?:get|go|see|move|climb))?(?: (?:past|over|round|around|beyond|at|on|to))?|\b(?:one|only) (?:spot|point|place|thing|reason|condition|question) (?:only|left|(?:that )?(?:stops|keeps|holds|worries|bothers|stands|matters|counts)|(?:between|before) us)\b|\b(?:my|our|your|the) (?:whole|entire) (?:case|argument|objection|position|worry|quarrel|point|difference|dispute) (?:is|rests|comes|lies)\b|\bnothing else (?:you|anyone|anybody|that|makes|matters|counts|would)\b|\bwhat i'm (?:really |most )?(?:afraid of|worried about|scared of)\b|\b(?:for me )?it(?:'s| is) (?:all )?about (?:one thing|whether)\b/,
  ),
  cue(
    'crux',
    'the-question-is',
    0.7,
    /\b(?:the|our|my) (?:whole |real |only |key |central |main |one |actual |decisive |crucial |open )+(?:sub-?question|question|thing|number|figure|fact|point|bit|part|issue)(?:,? \w+){0,6} (?:is|that (?:matters|counts|decides|settles))\b|\bis the (?:key|crucial|decisive|central) question\b|\b(?:decides|settles) (?:it|this|the (?:matter|question|whole thing)|everything) for me\b|\beverything (?:else )?(?:follows|depends|hangs|rests|flows)\b|\b(?:main|top[- ]level) (?:top[- ]level )?(?:node|consideration)\b/,
  ),
  cue(
    'partial',
    'close-but',
    0.8,
    /\bclose,? but not quite\b|\bagree in (?:a sense|part|principle)\b|\b(?:partly|partially|half|somewhat|mostly|largely|broadly) (?:agree|right|true|with you)\b|\bthat'?s? (?:is )?(?:only )?half\b|\bagree with (?:some|most|part|parts|much) of\b/,
  ),
  cue(
    'cond_agree',
    'agree-if',
    0.8,
    /\b(?:i'd|i would|i could|i can|then i'd|then i would|happy to|i'm|i am) (?:[\w']+ ){0,3}(?:agree|accept|support|live with|go along|be fine|fine with|be happy|ok with|be ok|be okay|on board)\b.{0,120}\b(?:if|provided|as long as|so long as|on (?:one |that |the |a )?condition|only when|once|with an amended|amended)\b|\bif (?:you(?:'re| are)? )?.{3,120},? then (?:fine|i think i'm with you|i'm with you|i agree|i (?:would|could|can) agree|i'd agree|i have no objection|count me in)\b|\bagree with an amended\b/,
  ),
  cue(
    'agree',
    'i-agree',
    0.9,
    /\bi (?:[\w']+ ){0,3}agree\b|^agreed\b|\bwe (?:[\w']+ ){0,2}agree (?:that|on|about)\b|\bi'm (?:[\w']+ )?(?:with you on|on board with|in agreement)\b|\bi share (?:your|the|that|this) (?:view|worry|concern|belief|hope|sense)\b|\bi (?:don't|do not|can't|cannot|wouldn't) (?:really )?disagree\b/,
    NOT_AGREEING,
  ),
  cue(
    'agree',
    'you-are-right',
    0.85,
    /^(?:this|that|it) i (?:find|call) (?:very |quite |really |perfectly )?(?:elegant|good|fair|sensible|reasonable|right|neat)[.!,;:]|^i (?:find|call) (?:this|that|it) (?:very |quite |really |perfectly )?(?:elegant|good|fair|sensible|reasonable|neat)[.!,;:]|\byou(?:'re| are)(?: \w+){0,2} (?:right|correct)\b|^(?:yes|yeah|yep|exactly|right|true|absolutely|correct|precisely)[,.!;:—-]|^(?:good|fair|great) point\b|\bno (?:argument|quarrel) (?:there|from me|with)\b|\bpoint taken\b/,
    /(?:n't|\b(?:if|whether|not sure|maybe|perhaps|might be|may be|not)) (?:[\w']+ ){0,3}(?:right|correct)\b|\bin that (?:world|case)\b|^if\b/,
  ),
  cue(
    'concede',
    'granted',
    0.8,
    /^granted\b|\bi(?:'ll|'d| will| would| do| must| have to| can)? (?:[\w']+ )?(?:grant|concede|admit)\b|\badmittedly\b|\byou have a point\b|\bi take (?:your|the|that) point\b|\bi'll give you (?:that|this|the)\b|\bfair enough\b|\bthat(?:'s| is) (?:a )?fair\b/,
    /(?:n't|\b(?:not|never|nobody|no one|hardly|whether|if)) (?:[\w']+ ){0,4}(?:fair|grant|concede|admit)\b|\bsay (?:that )?that(?:'s| is) (?:a )?fair\b/,
  ),
  cue(
    'correct',
    'not-what-i-said',
    0.85,
    /\bnot (?:quite |really |exactly )?(?:the claims? i|what i (?:said|meant|mean|claim|claimed|argued|wrote|am saying|'m saying))\b|\bi (?:didn't|did not|never) (?:say|said|claim|claimed|mean|meant|wrote|write|argue|argued)\b|\bi(?:'m| am) not (?:saying|claiming|arguing|suggesting)\b|\bthat(?:'s| is) not (?:my|what)\b|\byou(?:'re| are)? (?:[\w']+ )?(?:misread|misreading|misunderstand|misunderstood|mistaking)\b/,
  ),
  cue(
    'undercut',
    'does-not-follow',
    0.8,
    /\bwhy (?:do|does|would|should) (?:you|that|this|it) (?:[\w']+ )?(?:assume|mean|follow|imply|matter|require)\b|\b(?:doesn't|does not|don't|wouldn't) (?:[\w']+ )?(?:follow|imply)\b|\byou don't need .{2,80} (?:for|to)\b|\bnot sure why you (?:[\w']+ )?(?:understand|think|take|believe|assume)\b|\b(?:says|proves|shows|tells (?:us|you|me)) nothing (?:about|of)\b|\bnot (?:evidence|an argument) (?:for|against|that|of)\b|\birrelevant\b|\bwould be true (?:either way|anyway|regardless)\b|\bfeature,? not a bug\b/,
  ),
  cue(
    'disagree',
    'i-disagree',
    0.9,
    /\bi (?:[\w']+ ){0,3}disagree\b|\b(?:don't|do not|can't|cannot) (?:[\w']+ ){0,2}agree\b|\bi (?:[\w']+ )?(?:object|reject|dispute)\b|\bi (?:don't|do not) (?:[\w']+ )?(?:buy|accept)\b|\bi(?:'d| would| want to|'ll)? ?push(?:ing)? back\b/,
    /\b(?:don't|do not|can't|cannot|not) (?:[\w']+ ){0,2}disagree|\bdo you\b|agree to disagree|\bobject (?:to|level)\b|\bto disagree\b/,
  ),
  cue(
    'disagree',
    'that-is-wrong',
    0.8,
    /\b(?:that|this|it)(?:'s| is| isn't| seems| looks| sounds)(?: \w+){0,3} (?:wrong|false|mistaken|untrue|incorrect|implausible|backwards|nonsense)\b|\b(?:that|this|it)(?:'s| is|) ?(?:not|isn't) (?:[\w']+ )?(?:true|right|correct|accurate|strictly accurate|how|the right framing|quite the right framing)\b|\bi (?:really |just |strongly )?doubt\b|\bi (?:don't|do not) (?:currently |really |actually )?think (?:it's|its|that's|this is|that is|it is|so\b)|\bi don't see it\b|\bi've seen little evidence\b|^no[,.!—]/,
    GENERAL_IF,
  ),
  cue(
    'disagree',
    'other-degree',
    0.75,
    /\bi(?:'m| am|'d be| would be| feel| remain)? (?:[\w']+ ){0,2}(?:less (?:certain|sure|optimistic|confident|convinced|hopeful|bullish|sanguine|enthusiastic)|more (?:uncertain|unsure|sceptical|skeptical|pessimistic|doubtful|cautious)) (?:[\w']+ ){0,3}than (?:you\b|[\w']+ (?:is |was )?(?:on|about) (?:the )?")/,
  ),
  cue(
    'restate',
    'you-say',
    0.75,
    /\b(?:you(?:'re| are)(?: also)? (?:saying|claiming|arguing|suggesting|thinking)|you equate|(?:as|like) you (?:said|wrote|say|put)|so you (?:want|think|believe|mean)|your (?:view|claim|argument|position) (?:is|seems)|it seems(?: \([^()]{0,80}\))? that the way you|if i understand you)/,
    /^(?:if you're saying|if you are saying)/,
  ),
  cue(
    'update',
    'i-now-think',
    0.85,
    /\bi now (?:think|believe|see|agree)\b|\bi(?:'ve| have) (?:changed my (?:mind|view)|updated|come (?:round|around))\b|\bchanged my mind\b|\bi(?:'m| am) updating\b|[Δ∆]|\bmoved me\b|\bi was wrong\b|\bi (?:stand corrected|take that back|withdraw)\b/,
    /\b(?:would|could|might|'d|will|if|until|unless|to) (?:[\w']+ ){0,4}(?:change|changed|update|updated|withdraw)/,
  ),
  cue(
    'bet',
    'id-bet',
    0.85,
    /\bi(?:'d| would|'ll| will|'m happy to| am happy to)? (?:happily |gladly )?(?:bet|wager)\b|\b\d{1,3} ?(?:%|percent) (?:chance|likely|probability|odds|confident|sure)\b|\bmake a bet\b|\b\d+ ?(?::|to) ?\d+ (?:odds|that|it)\b/,
    /\bwouldn't (?:[\w']+ )?(?:take|make) a bet\b/,
  ),
  cue(
    'define',
    'by-x-i-mean',
    0.85,
    /\bby ["']?[\w -]{2,50}["']?,? (?:i|we) mean\b|\b(?:i|we)(?:'m| am|'ll| will)? (?:us(?:e|ing)|define|defining|take) ["'][^"']{2,40}["'] (?:to mean|as|for)\b|\bwhat i mean by\b|\bi(?:'m| am) thinking about an? .{3,80} with\b/,
  ),
  cue(
    'clarify',
    'asks',
    0.8,
    /\bdo you (?:mean|think|disagree|agree|have thoughts|believe|expect)\b.{0,200}\?|\b(?:can|could) you (?:[\w']+ )?(?:explain|clarify|elaborate|say more)\b|\bwhat do you mean\b|\bis (?:it|that|this) (?:a )?(?:faithful|fair|accurate|right|correct) (?:summary|to say)\b|\bwhat is [\w -]{2,60}\?|\bcorrect me if\b|\bis it because\b|^why (?:do|would|is|are|not)\b.*\?/,
  ),
  cue('clarify', 'question', 0.6, /\?["')]*$/),
  cue(
    'meta',
    'about-the-talk',
    0.7,
    /\b(?:thanks|thank you) for\b|\bi appreciate\b|\benjoying this (?:discussion|conversation)\b|\bon a meta note\b|\bthis (?:discussion|conversation|thread) (?:is|has)\b|\bignore (?:all |any )?(?:previous|prior|earlier|above) (?:instructions|prompts)\b/,
  ),
];
