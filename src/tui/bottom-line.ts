import stringWidth from 'string-width';
import type { Run } from '../views/index.ts';
import { whyDisabled } from './act.ts';
import { type Binding, KEY_TABLE } from './key-table.ts';
import { paint } from './paint-row.ts';
import { isVisible, lastTop } from './scroll.ts';
import { type Book, bodyHeight, currentPlace, type State } from './state.ts';
import type { Theme } from './theme.ts';

type Hint = NonNullable<Binding['hint']>;

const GAP = '  ';

// On the help screen there is nothing to do but to read on and to leave.
const HELP_HINTS = new Set(['down', 'search', 'back']);

/** The bottom line: search words being typed, a message or the key hints on the left, where the reader stands on the right. */
export function bottomLine(state: State, theme: Theme, book: Book): string {
  const { columns } = state.size;
  const status = statusText(state, book);
  const room = columns - stringWidth(status) - 2;
  const left = leftRuns(state, room, theme, book);
  const used = left.reduce((sum, run) => sum + stringWidth(run.text), 0);
  const line = left.map((run) => paint(run.text, run.tone === 'strong' ? theme.key : theme[run.tone])).join('');
  return ` ${line}${' '.repeat(Math.max(0, columns - 2 - used - stringWidth(status)))}${paint(status, theme.dim)} `;
}

/** `fork 3/14 Top`: the view, the selected row among those that can be selected, how far down the page is. */
export function statusText(state: State, book: Book): string {
  const place = currentPlace(state);
  const page = book.open(place, place.layout);
  const height = bodyHeight(state.size);
  const { hit } = state;
  const pair = state.pair === null ? [] : [book.pairs[state.pair]];
  const hits = hit ? [`hit ${hit.nth}/${hit.total}`] : [];
  const stops = page.stops.length;
  const selected = isVisible(page, place, height) ? `${place.stop + 1}` : '-';
  return [
    ...hits,
    place.view,
    ...pair,
    ...(stops > 0 ? [`${selected}/${stops}`] : []),
    howFar(place.top, lastTop(page, height)),
  ].join(' ');
}

function howFar(top: number, last: number): string {
  if (last === 0) return 'All';
  if (top === 0) return 'Top';
  return top >= last ? 'End' : `${Math.floor((100 * top) / last)}%`;
}

function leftRuns(state: State, room: number, theme: Theme, book: Book): readonly Run[] {
  if (state.typing !== null) {
    const typed = fitEnd(state.typing, room - 28);
    return [
      { text: `/${typed}`, tone: 'strong' },
      { text: '_', tone: 'match' },
      { text: '  enter finds, esc leaves', tone: 'dim' },
    ];
  }
  return state.message === null
    ? hintRuns(state, room, theme, book)
    : [{ text: fitStart(state.message, room - 1), tone: 'warning' }];
}

function hintRuns(state: State, room: number, theme: Theme, book: Book): readonly Run[] {
  const hints = KEY_TABLE.flatMap((binding) => (binding.hint && isOffered(binding, state, book) ? [binding.hint] : []));
  const wordOf = ({ word }: Hint) => (word === 'back' && state.stack.length === 1 ? 'quit' : word);
  const keyOf = ({ key }: Hint) => (key === 'enter' ? theme.enter : key);
  let left = room;
  const kept = new Set(
    hints
      .toSorted((a, b) => a.rank - b.rank)
      .filter((hint) => {
        left -= `${keyOf(hint)} ${wordOf(hint)}${GAP}`.length;
        return left >= 0;
      }),
  );
  return hints
    .filter((hint) => kept.has(hint))
    .flatMap((hint): Run[] => [
      { text: keyOf(hint), tone: 'strong' },
      { text: ` ${wordOf(hint)}${GAP}`, tone: 'dim' },
    ]);
}

function isOffered(binding: Binding, state: State, book: Book): boolean {
  const { view } = currentPlace(state);
  if (view === 'help') return HELP_HINTS.has(binding.action);
  return binding.action !== view && !whyDisabled(binding, state, book);
}

function fitStart(text: string, room: number): string {
  return stringWidth(text) <= room ? text : text.slice(0, Math.max(0, room));
}

function fitEnd(text: string, room: number): string {
  return stringWidth(text) <= room ? text : text.slice(-Math.max(1, room));
}
