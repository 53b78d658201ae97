import { canBeName } from './false-names.ts';

/** Ways to mark at the start of a line who speaks. */
export type SpeakerStyle = 'bold' | 'bold-alone' | 'colon' | 'stamped' | 'chat' | 'log' | 'dated' | 'timed';

/** A line that may start a turn; `body` is where its words start in the line. */
export interface SpeakerLine {
  readonly style: SpeakerStyle;
  readonly name: string;
  readonly time: string | null;
  readonly body: number;
}

/** The name of those whose name is gone. */
export const DELETED = '[deleted]';

const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,3})?)?(?:\\s?[AaPp]\\.?[Mm]\\.?)?';
const DAY = '\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}';
const STAMP = `(?:(?:${DAY}),?[T ]\\s?)?${CLOCK}`;
const LINKED = '(?:\\[([^\\]]{1,50})\\]\\([^)\\s]{0,300}\\)|([^*:\\n]{1,50}?))';

const BOLD = new RegExp(
  `^(?:\\*\\*|__)${LINKED}(?:\\s*[([](${STAMP})[)\\]])?(?::(?:\\*\\*|__)|(?:\\*\\*|__)(?:\\s*[([](${STAMP})[)\\]])?\\s*:)(?:\\s+|$)`,
);
const BOLD_ALONE = /^(?:\*\*|__)([^*_:.!?\n]{1,50})(?:\*\*|__)\s*$/;
const COLON = new RegExp(`^@?([^\\s:：*#>|<\\[(][^:：\\n]{0,49}?)(?:\\s*[([](${STAMP})[)\\]])?(?::(?:\\s+|$)|：\\s*)`);
const STAMPED = new RegExp(
  `^[[(]?(${STAMP})[\\])]?\\s+(?:[-–—]\\s+)?(?:\\*\\*)?([^:<>*\\n]{1,50}?)(?:\\*\\*)?:(?:\\*\\*)?(?:\\s+|$)`,
);
const CHAT = new RegExp(`^(?:[[(]?(${STAMP})[\\])]?\\s*)?<[ @+%&~]?([^>\\s][^>\\n]{0,39})>(?:\\s+|$)`);
const ACTION = new RegExp(`^[[(]?(${STAMP})[\\])]?\\s*\\*\\s(\\S{1,40})(?:\\s+|$)`);
const LOG = new RegExp(`^\\[([^\\]\\n]{1,50})\\]\\s?\\[(${STAMP}|${DAY})\\]:?(?:\\s+|$)`);
const DATED = /^(?:\*\*)?([^—–|·*\n]{1,50}?)(?:\*\*)?\s+[—–·|]\s+([^\n]{3,40})$/;
const TIMED = new RegExp(`^([^\\d\\s][^\\n]{0,39}?)\\s+[[(]?(${STAMP})[\\])]?$`);
const TAG =
  /^(?:div|li|ol|ul|blockquote|aside|br|hr|h\d|pre|code|em|strong|span|table|tr|td|th|html|body|img|details)$/i;
const DATE_WORDS =
  /\d{1,2}:\d{2}|\b(?:19|20)\d{2}\b|\bago\b|^(?:today|yesterday)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d/i;

/** How a line may name its speaker, or null; give its first 160 characters. Whether it does, its neighbours tell. */
export function speakerLine(line: string): SpeakerLine | null {
  const first = line[0];
  if (first === undefined || first === ' ' || first === '\t' || first === '#' || first === '>' || first === '-')
    return null;
  if (line.startsWith('**') || line.startsWith('__')) return boldLine(line);
  if (first === '[' || first === '(' || first === '<' || (first >= '0' && first <= '9')) {
    const stamped = stampedLine(line);
    if (stamped) return stamped;
  }
  const gone = /^\[(?:deleted|removed)\]:(?:\s+|$)/.exec(line);
  if (gone) return { style: 'colon', name: DELETED, time: null, body: gone[0].length };
  const colon = /[:：]/.test(line) ? COLON.exec(line) : null;
  if (colon) return named('colon', colon[1]!, colon[2] ?? null, colon[0].length);
  const dated = DATED.exec(line);
  if (dated && DATE_WORDS.test(dated[2]!)) return named('dated', dated[1]!, dated[2]!.trim(), line.length);
  const timed = line.length <= 60 && line.includes(':') ? TIMED.exec(line) : null;
  return timed ? named('timed', timed[1]!, timed[2]!, line.length) : null;
}

function boldLine(line: string): SpeakerLine | null {
  const bold = BOLD.exec(line);
  if (bold) return named('bold', bold[1] ?? bold[2]!, bold[3] ?? bold[4] ?? null, bold[0].length);
  const dated = DATED.exec(line);
  if (dated && DATE_WORDS.test(dated[2]!)) return named('dated', dated[1]!, dated[2]!.trim(), line.length);
  const alone = BOLD_ALONE.exec(line);
  return alone ? named('bold-alone', alone[1]!, null, line.length) : null;
}

function stampedLine(line: string): SpeakerLine | null {
  const log = LOG.exec(line);
  if (log) return named('log', log[1]!, log[2]!, log[0].length);
  const chat = CHAT.exec(line);
  if (chat && (chat[1] || isNick(chat[2]!, line))) {
    return { style: 'chat', name: chat[2]!.trim(), time: chat[1] ?? null, body: chat[0].length };
  }
  const action = ACTION.exec(line);
  if (action) return { style: 'chat', name: action[2]!, time: action[1]!, body: action[0].length };
  const stamped = STAMPED.exec(line);
  return stamped ? named('stamped', stamped[2]!, stamped[1]!, stamped[0].length) : null;
}

/** A tag of HTML stands between the same brackets as the nick of a chat. */
function isNick(words: string, line: string): boolean {
  return /^[\w[\]\\^{}|~-]{2,30}$/.test(words) && !TAG.test(words) && !line.includes('</');
}

function named(style: SpeakerStyle, words: string, time: string | null, body: number): SpeakerLine | null {
  // A pronoun or an affiliation in brackets is no part of the name.
  const name = words
    .replace(/\\([_*.[\]()-])/g, '$1')
    .replace(/\s*\([^()]{1,30}\)$/, '')
    .trim();
  return canBeName(name) ? { style, name, time, body } : null;
}
