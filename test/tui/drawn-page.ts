import { layPage, type Page } from '../../src/tui/page.ts';
import type { Row } from '../../src/views/index.ts';

/** A page drawn as a string: each character a row, letters are targets (`..AA.B`), dots cannot be selected. */
export function drawnPage(picture: string): Page {
  return layPage([...picture].map((mark, index) => drawnRow(mark, index)));
}

function drawnRow(mark: string, index: number): Row {
  return {
    runs: [{ text: ` ${mark} row ${index}`, tone: 'plain' }],
    target: mark === '.' ? null : { kind: 'crux', id: mark },
  };
}
