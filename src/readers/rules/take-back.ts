const TAKES_BACK = /\b(?:but|however|though|although|except|only that)\b/;
/** What stands farther behind the cue, or behind "and I think", is hardly about what is agreed. */
const WITHIN = 180;
const GOES_ON = /,? and (?:i|we|so i)(?:'d|'m)? (?:think|believe|would|also)\b/;
const GOES_FURTHER = /\b(?:go further|even|also|too|add)\b/;

const BRACKETED = /\([^()]*\)?/g;

/** Whether an agreement whose cue stands at `cueAt` of a sentence is limited behind it; brackets count in its own clause only. */
export function isLimited(plain: string, cueAt: number): boolean {
  const rest = plain.slice(cueAt);
  const [clause] = rest.slice(0, WITHIN).split(GOES_ON);
  return TAKES_BACK.test(rest.replace(BRACKETED, '')) || TAKES_BACK.test(clause!);
}

/** What an agreement sets against the claim in its own clause: the words from the "but" on; null where it is said by the way or adds to it. */
export function heldBackIn(plain: string, cueAt: number): string | null {
  const [clause] = plain
    .slice(cueAt, cueAt + WITHIN)
    .replace(BRACKETED, '')
    .split(GOES_ON);
  const but = TAKES_BACK.exec(clause!);
  const held = but ? clause!.slice(but.index) : '';
  return but && !GOES_FURTHER.test(held) ? held : null;
}
