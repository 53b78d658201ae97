const LONGEST = 120;
const AGE =
  '(?:\\d{1,3}|an?|one) ?(?:s|m|h|d|w|mo|y|sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?)';

/** Whole lines, in lower case, that forum pages print around what people wrote. */
const FURNITURE: readonly RegExp[] = [
  /^(?:new comment|submit|reply|reply share report save|share|report|save|permalink|top scoring|log ?in|sign up|moderation log|moderator comment|click to highlight new comments.*)$/,
  /^(?:load more|show more|show more replies|view more comments|continue this thread|(?:view |show )?\d+ more (?:replies|reply|comments?)|\d+ (?:more )?repl(?:y|ies))[ →»]*$/,
  /^\d{1,6} (?:comments?|answers?)(?:,? sorted by\b.*)?$/,
  /^sorted by\b.{0,40}$/,
  /^more from [^.!?]{1,80}$/,
  /^pinned by [^.!?]{1,60}$/,
  /^(?:permalink|embed|save|parent|context|report|reply|give award|share|hide|crosspost|full comments \(\d+\))(?: (?:permalink|embed|save|parent|context|report|reply|give award|share|hide|crosspost|full comments \(\d+\))){1,7}$/,
  /^(?:upvote|downvote|vote|upvotes?:? ?\d+|-?\d+ (?:points?|upvotes?|votes?|likes?))$/,
  new RegExp(`^(?:edited )?${AGE} ago(?: edited)?$`),
  /^some comments are truncated due to high volume.*$/,
  /^(?:webvtt.{0,40}|\d{2}:\d{2}(?::\d{2})?[.,]\d{3} --> .{1,60})$/,
  /^[○•·–—|]$/,
  /^\\?\[ ?[-−–+] ?\\?\]$/,
];
const FRAME: readonly RegExp[] = [
  /^#? ?(?:Ω ?)?-?\d{1,5}$/,
  /^#? ?\d{1,4} (?:min(?:ute)?s? read|votes?|karma)$/i,
  /^\d{1,2}(?:st|nd|rd|th) \p{L}{3,9}\.? \d{4}$/u,
  /^linkpost (?:for|from) \S+$/i,
];
const COUNT = /^(\d{1,6}) comments?(?:,? sorted by\b.*)?$/i;

/** Whether a line is page furniture: words that a forum prints, and nobody said. */
export function isFurnitureLine(line: string): boolean {
  const words = line.trim();
  if (words === '' || words.length > LONGEST) return false;
  const folded = words.toLowerCase().replace(/\s+/g, ' ');
  return FURNITURE.some((pattern) => pattern.test(folded));
}

/** Whether a line at the top or the foot of a forum's article is a karma, tag, date or reading-time line. */
export function isArticleFrame(line: string): boolean {
  const words = line.trim();
  if (words === '' || words.length > LONGEST) return false;
  return isFurnitureLine(words) || isTagLine(words) || FRAME.some((pattern) => pattern.test(words));
}

/** Tags, section and karma that run together: `AI1Evaluations2Frontpage # 58 # Ω 21`. */
function isTagLine(words: string): boolean {
  const section = /(?:Frontpage|Personal Blog|Community)(?: ?# ?-?\d+)?(?: ?# ?Ω ?-?\d+)?$/.exec(words);
  if (!section || /[.!?,;:]/.test(words)) return false;
  return section.index === 0 || section[0].includes('#') || /\d$/.test(words.slice(0, section.index));
}

/** How many comments a line such as `19 comments, sorted by top scoring` announces; null where it does not. */
export function announcedComments(line: string): number | null {
  const words = line.trim();
  const found = words.length > LONGEST ? null : COUNT.exec(words);
  return found ? Number(found[1]) : null;
}
