import type { GlyphSet, Tone } from '../views/index.ts';

/** SGR parameters that switch a tone on; an empty string leaves the terminal's own look. */
type Styles = Readonly<Record<Tone | 'selected' | 'key', string>>;

/** The look of the screen; `bar` marks the further rows of what is selected, `enter` stands for that key. */
export interface Theme extends Styles {
  readonly bar: string;
  readonly enter: string;
}

export type Background = 'dark' | 'light';

// Only the 16 colours that the user's own terminal theme defines, and never white or black as a text colour:
// the default foreground is the one colour that is readable everywhere. `match` names both of its colours.
const DARK: Styles = {
  plain: '',
  dim: '2',
  strong: '1',
  heading: '1',
  'side-a': '36',
  'side-b': '35',
  'side-other': '94',
  crux: '1;33',
  shared: '32',
  warning: '33',
  quote: '3',
  match: '30;43',
  selected: '1;7',
  key: '1',
};

const LIGHT: Styles = { ...DARK, 'side-a': '34', 'side-b': '35', 'side-other': '36', crux: '1;31', warning: '31' };

const COLOURLESS: Styles = {
  plain: '',
  dim: '',
  strong: '1',
  heading: '1',
  'side-a': '',
  'side-b': '',
  'side-other': '',
  crux: '1',
  shared: '',
  warning: '1',
  quote: '',
  match: '1;4',
  selected: '7',
  key: '1',
};

/** Picks a look. Without colour the selection still shows by its mark and by inverse video. */
export function themeFor(wanted: {
  readonly colour: boolean;
  readonly background: Background;
  readonly glyphs: GlyphSet;
}): Theme {
  const styles = wanted.background === 'light' ? LIGHT : DARK;
  const signs = wanted.glyphs === 'ascii' ? { bar: '|', enter: 'enter' } : { bar: '▌', enter: '⏎' };
  return { ...(wanted.colour ? styles : COLOURLESS), ...signs };
}
