/** Everything that a key can do. */
export type ActionName =
  | 'down'
  | 'up'
  | 'page-down'
  | 'page-up'
  | 'half-down'
  | 'half-up'
  | 'start'
  | 'end'
  | 'open'
  | 'source'
  | 'fork'
  | 'ladder'
  | 'matrix'
  | 'everything'
  | 'next-pair'
  | 'previous-pair'
  | 'search'
  | 'next-hit'
  | 'previous-hit'
  | 'help'
  | 'back'
  | 'escape'
  | 'quit'
  | 'redraw'
  | 'suspend';

/** What must be there for a key to work: a selected row on screen, the fork view, places found, more than one pair, a shell to go to. */
export type Need = 'row' | 'fork' | 'hits' | 'pairs' | 'shell';

/** One line of the key map. `hint` is its word in the bottom line; the lower its `rank`, the longer it stays when room is short. */
export interface Binding {
  readonly keys: readonly string[];
  readonly action: ActionName;
  readonly group: 'Move' | 'Read' | 'Views' | 'Search' | 'Help and out';
  readonly description: string;
  readonly needs?: Need;
  readonly hint?: { readonly key: string; readonly word: string; readonly rank: number };
}

/** The key map; the help screen and the hint line are made from it. */
export const KEY_TABLE: readonly Binding[] = [
  {
    keys: ['j', 'down'],
    action: 'down',
    group: 'Move',
    description: 'next row that can be opened, or one line down',
    hint: { key: 'j/k', word: 'move', rank: 2 },
  },
  { keys: ['k', 'up'], action: 'up', group: 'Move', description: 'the one before, or one line up' },
  { keys: ['pagedown', 'space', 'ctrl+f'], action: 'page-down', group: 'Move', description: 'one screen down' },
  { keys: ['pageup', 'b', 'ctrl+b'], action: 'page-up', group: 'Move', description: 'one screen up' },
  { keys: ['ctrl+d'], action: 'half-down', group: 'Move', description: 'half a screen down' },
  { keys: ['ctrl+u'], action: 'half-up', group: 'Move', description: 'half a screen up' },
  { keys: ['g', 'home', '<'], action: 'start', group: 'Move', description: 'to the first row' },
  { keys: ['G', 'end', '>'], action: 'end', group: 'Move', description: 'to the last row' },
  {
    keys: ['enter'],
    action: 'open',
    group: 'Read',
    description: 'all about the selected row: who says what, in which words',
    needs: 'row',
    hint: { key: 'enter', word: 'open', rank: 1 },
  },
  {
    keys: ['s'],
    action: 'source',
    group: 'Read',
    description: 'the discussion itself, at the words that the row rests on',
    hint: { key: 's', word: 'source', rank: 3 },
  },
  {
    keys: ['f'],
    action: 'fork',
    group: 'Views',
    description: 'where the speakers part, and on what they agree',
    hint: { key: 'f', word: 'fork', rank: 6 },
  },
  {
    keys: ['l'],
    action: 'ladder',
    group: 'Views',
    description: 'cruxes ranked by how much of the gap each would close',
    hint: { key: 'l', word: 'ladder', rank: 4 },
  },
  {
    keys: ['m'],
    action: 'matrix',
    group: 'Views',
    description: 'every speaker against every claim',
    hint: { key: 'm', word: 'matrix', rank: 5 },
  },
  {
    keys: ['a'],
    action: 'everything',
    group: 'Views',
    description: 'in the fork: all items of each section, or the first few again',
    needs: 'fork',
    hint: { key: 'a', word: 'all', rank: 6 },
  },
  {
    keys: ['p'],
    action: 'next-pair',
    group: 'Views',
    description: 'only what lies between two speakers: next pair',
    needs: 'pairs',
    hint: { key: 'p', word: 'pair', rank: 5 },
  },
  {
    keys: ['P'],
    action: 'previous-pair',
    group: 'Views',
    description: 'previous pair of speakers',
    needs: 'pairs',
  },
  {
    keys: ['/'],
    action: 'search',
    group: 'Search',
    description: 'find words in this view',
    hint: { key: '/', word: 'search', rank: 7 },
  },
  {
    keys: ['n'],
    action: 'next-hit',
    group: 'Search',
    description: 'next place found, or next words that the source view lights up',
    needs: 'hits',
    hint: { key: 'n/N', word: 'next', rank: 2 },
  },
  {
    keys: ['N'],
    action: 'previous-hit',
    group: 'Search',
    description: 'previous one',
    needs: 'hits',
  },
  {
    keys: ['?'],
    action: 'help',
    group: 'Help and out',
    description: 'this list of keys',
    hint: { key: '?', word: 'help', rank: 0 },
  },
  {
    keys: ['q'],
    action: 'back',
    group: 'Help and out',
    description: 'one view back; from the first view, quit',
    hint: { key: 'q', word: 'back', rank: 0 },
  },
  { keys: ['esc'], action: 'escape', group: 'Help and out', description: 'drop the search; without one, as q' },
  { keys: ['Q', 'ctrl+c'], action: 'quit', group: 'Help and out', description: 'quit at once' },
  { keys: ['ctrl+l'], action: 'redraw', group: 'Help and out', description: 'draw the screen anew' },
  {
    keys: ['ctrl+z'],
    action: 'suspend',
    group: 'Help and out',
    description: 'to the shell; fg comes back',
    needs: 'shell',
  },
];

const byKey: ReadonlyMap<string, Binding> = new Map(
  KEY_TABLE.flatMap((binding) => binding.keys.map((key) => [key, binding])),
);

/** The binding of a key, null for a key without meaning. */
export function bindingOf(key: string): Binding | null {
  return byKey.get(key) ?? null;
}
