// What a UTF-16 unit becomes; anything from FIRST_LETTER on is the unit that it folds to.
export const GAP = 0;
export const IGNORED = 1;
export const APOSTROPHE = 2;
/** Joins the letter before it: combining marks and the vowels and finals of composed Hangul. */
export const JOINS = 3;
/** Needs a look at the whole character: surrogates and what folds to several units. */
export const COMPLEX = 4;
/** A letter of a script without spaces, which is a word of its own and stays as it is. */
export const ALONE = 5;
export const FIRST_LETTER = 0x30;

const PAGE = 256;
const WORD = /^[\p{L}\p{N}]$/u;
const pages: (Uint16Array | undefined)[] = [];

/** The table entry of a UTF-16 unit; pages of 256 are worked out when first met, so that starting costs nothing. */
export function foldUnit(code: number): number {
  return (pages[code >> 8] ?? fillPage(code >> 8))[code & 0xff]!;
}

/** A character or letter with its marks in comparison form: compatible letters made one, small, composed. */
export function foldCharacter(character: string): string {
  return character.normalize('NFKC').toLowerCase().normalize('NFKC');
}

/** Whether a character stays in folded text as a letter or digit. */
export function isKept(character: string): boolean {
  return WORD.test(character);
}

/** Whether a character is a word by itself: Chinese characters and Japanese syllables. */
export function standsAlone(character: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(character);
}

/** Whether a character clings to the letter before it: a combining mark, or a vowel or final of composed Hangul. */
export function joinsLetter(character: string): boolean {
  return /^[\p{M}\u1161-\u11ff]$/u.test(character);
}

function fillPage(number: number): Uint16Array {
  const page = new Uint16Array(PAGE);
  for (let low = 0; low < PAGE; low += 1) page[low] = classify(number * PAGE + low);
  pages[number] = page;
  return page;
}

function classify(code: number): number {
  const char = String.fromCharCode(code);
  if (code >= 0xd800 && code <= 0xdfff) return COMPLEX;
  if (code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0xff07) return APOSTROPHE;
  if (/^[\p{Default_Ignorable_Code_Point}\p{Me}]$/u.test(char)) return IGNORED;
  const folded = foldCharacter(char);
  if (joinsLetter(folded)) return JOINS;
  if (folded === char && standsAlone(char)) return ALONE;
  if (folded.length === 1) return !isKept(folded) ? GAP : standsAlone(folded) ? COMPLEX : folded.charCodeAt(0);
  return /[\p{L}\p{N}]/u.test(folded) ? COMPLEX : GAP;
}
