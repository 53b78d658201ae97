import type { Row } from '../views/index.ts';
import { type Binding, KEY_TABLE } from './key-table.ts';

const NAMES: Readonly<Record<string, string>> = {
  down: '↓',
  up: '↑',
  pagedown: 'PgDn',
  pageup: 'PgUp',
  home: 'Home',
  end: 'End',
  enter: 'Enter',
  esc: 'Esc',
  space: 'Space',
};

const PLAIN_NAMES: Readonly<Record<string, string>> = { down: 'Down', up: 'Up' };

/** The help screen: the whole key map, one binding a row, at most `width` columns. */
export function helpRows({ width, ascii }: { readonly width: number; readonly ascii: boolean }): readonly Row[] {
  const keys = (binding: Binding) => binding.keys.map((key) => nameOf(key, ascii)).join(' ');
  const room = Math.max(...KEY_TABLE.map((binding) => keys(binding).length)) + 3;
  const rows: Row[] = [];
  let group = '';
  for (const binding of KEY_TABLE) {
    if (binding.group !== group) {
      if (group !== '') rows.push(textRow('', 'plain'));
      rows.push(textRow(` ${binding.group}`, 'heading'));
      group = binding.group;
    }
    const description = binding.description.slice(0, Math.max(0, width - room - 3));
    rows.push({
      target: null,
      runs: [
        { text: `   ${keys(binding).padEnd(room)}`, tone: 'strong' },
        { text: description, tone: 'plain' },
      ],
    });
  }
  return rows;
}

function nameOf(key: string, ascii: boolean): string {
  if (key.startsWith('ctrl+')) return `Ctrl+${key.slice(5).toUpperCase()}`;
  return (ascii && PLAIN_NAMES[key]) || NAMES[key] || key;
}

function textRow(text: string, tone: 'plain' | 'heading'): Row {
  return { target: null, runs: [{ text, tone }] };
}
