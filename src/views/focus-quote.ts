const LONG = 60;
const EARLY = 24;

/** Words whose loss could turn a quotation round; a beginning that holds one is never left out. */
const TURNS =
  /\b(?:not|no|never|nor|neither|none|nobody|nothing|cannot|if|unless|until|when|where|once|case|provided|assuming|supposing|given|since|because|as|whether|without|hardly|barely|scarcely|would|could|should|might|may|doubt|deny|wrong|false|although|though|while|whereas|rather|instead|except|only|say|says|said|claim|claims|think|thinks)\b|n['’]t\b/i;

/**
 * A long sentence from the clause on that holds `cue`, with `…` for what is left out before it: a shortened quotation should
 * show what it is quoted for. The whole sentence where the cue stands early or the beginning could matter.
 */
export function focusQuote(text: string, cue: RegExp, ellipsis: string): string {
  const at = text.search(cue);
  if (text.length <= LONG || at <= EARLY) return text;
  const comma = Math.max(text.lastIndexOf(', ', at), text.lastIndexOf('; ', at), text.lastIndexOf(': ', at));
  if (comma < EARLY || TURNS.test(text.slice(0, comma))) return text;
  return `${ellipsis}${text.slice(comma + 2)}`;
}

const HINGE = /,? (?:but|however|yet|although|though)\b/i;
const OPENING = 48;

/**
 * A sentence too long for `room` columns whose point comes behind a "but": its opening words, `…`, and what the "but" says.
 * Cut at its end instead, it would show the half that nobody disputes.
 */
export function keepHinge(text: string, room: number, ellipsis: string): string {
  const hinge = HINGE.exec(text.slice(OPENING));
  if (text.length <= room || !hinge) return text;
  const at = OPENING + hinge.index;
  if (at + 20 < room && text.length - at < room / 2) return text;
  const opening = text.slice(0, OPENING).replace(/\s+\S*$/, '');
  return at - opening.length < 12 ? text : `${opening}${ellipsis}${text.slice(at).replace(/^,/, '')}`;
}

/** What a sentence too long for `room` columns says behind its "but", for a single line that has no room for both halves. */
export function behindHinge(text: string, room: number, ellipsis: string): string {
  const hinge = HINGE.exec(text.slice(OPENING));
  if (text.length <= room || !hinge) return text;
  return `${ellipsis}${text.slice(OPENING + hinge.index).replace(/^,? /, '')}`;
}
