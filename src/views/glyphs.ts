/** The signs that the views draw with: one set for Unicode terminals, one of ASCII only. */
export interface Glyphs {
  readonly double: string;
  readonly overdetermined: string;
  readonly leftOnly: string;
  readonly rightOnly: string;
  readonly bearing: string;
  readonly contention: string;
  readonly declared: string;
  readonly shared: string;
  readonly term: string;
  readonly notice: string;
  readonly waypoint: string;
  readonly reason: string;
  readonly full: string;
  readonly empty: string;
  readonly rule: string;
  readonly divider: string;
  readonly ellipsis: string;
  readonly open: string;
  readonly close: string;
  readonly range: string;
  readonly minus: string;
  readonly dot: string;
  readonly arrow: string;
  readonly versus: string;
  readonly silent: string;
  /** Stands for an emoji made of several code points, whose width terminals disagree on. */
  readonly picture: string;
}

const UNICODE: Glyphs = {
  double: '◆',
  overdetermined: '◇',
  leftOnly: '◁',
  rightOnly: '▷',
  bearing: '⇄',
  contention: '•',
  declared: '★',
  shared: '=',
  term: '~',
  notice: '?',
  waypoint: '·',
  reason: '└',
  full: '█',
  empty: '░',
  rule: '═',
  divider: '│',
  ellipsis: '…',
  open: '“',
  close: '”',
  range: '–',
  minus: '−',
  dot: '·',
  arrow: '→',
  versus: '↔',
  silent: '·',
  picture: '▪',
};

const ASCII: Glyphs = {
  double: '*',
  overdetermined: 'o',
  leftOnly: '<',
  rightOnly: '>',
  bearing: '<>',
  contention: '-',
  declared: '!',
  shared: '=',
  term: '~',
  notice: '?',
  waypoint: '.',
  reason: '\\',
  full: '#',
  empty: '.',
  rule: '=',
  divider: '|',
  ellipsis: '...',
  open: '"',
  close: '"',
  range: '-',
  minus: '-',
  dot: '-',
  arrow: '->',
  versus: '<->',
  silent: '.',
  picture: '*',
};

export type GlyphSet = 'unicode' | 'ascii';

/** The glyphs of a set. */
export function glyphsOf(set: GlyphSet): Glyphs {
  return set === 'ascii' ? ASCII : UNICODE;
}
