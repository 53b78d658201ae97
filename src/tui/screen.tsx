import { Box, Text } from 'ink';
import { bottomLine } from './bottom-line.ts';
import type { Stop } from './page.ts';
import { paintRow, type Selection } from './paint-row.ts';
import { type Book, bodyHeight, currentPlace, isTooSmall, SMALLEST, type State } from './state.ts';
import type { Theme } from './theme.ts';

/** The whole screen: only the rows that are visible, and the bottom line; never more than the terminal's rows. */
export function Screen(props: { readonly state: State; readonly theme: Theme; readonly book: Book }) {
  const { size } = props.state;
  const lines = isTooSmall(size) ? tooSmall(props.state) : screenLines(props);
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity besides its place on the screen
        <Text key={index} wrap="truncate-end">
          {line === '' ? ' ' : line}
        </Text>
      ))}
    </Box>
  );
}

/** The screen's lines with SGR codes, one for each row of the terminal. */
export function screenLines({
  state,
  theme,
  book,
}: {
  readonly state: State;
  readonly theme: Theme;
  readonly book: Book;
}): readonly string[] {
  const place = currentPlace(state);
  const page = book.open(place, place.layout);
  const height = bodyHeight(state.size);
  const selected = page.stops[place.stop];
  const query = state.typing ?? state.query ?? '';
  const body = page.rows.slice(place.top, place.top + height).map((row, index) => {
    const selection = selectionOf(place.top + index, selected);
    return paintRow(row, { theme, width: state.size.columns, selection, query });
  });
  const blank = Array.from({ length: height - body.length }, () => '');
  return [...body, ...blank, bottomLine(state, theme, book)];
}

function selectionOf(row: number, selected: Stop | undefined): Selection {
  if (!selected || row < selected.first || row > selected.last) return 'none';
  return row === selected.first ? 'head' : 'tail';
}

function tooSmall({ size }: State): readonly string[] {
  return [`${size.columns}x${size.rows} is too small: ${SMALLEST.columns}x${SMALLEST.rows} or more. q quits`];
}
