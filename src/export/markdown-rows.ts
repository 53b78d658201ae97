import type { Row } from '../views/index.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** Columns that the views keep for a field's name. */
const LABEL = 13;

/** Rows of a detail view as Markdown: headings in bold, fields as list items, each quotation with its label as a quote. */
export function markdownRows(rows: readonly Row[]): string {
  const lines: string[] = [];
  let before: Shape | null = null;
  for (const row of rows) {
    const text = textOf(row);
    const shape = shapeOf(row, text);
    if (shape === null) continue;
    // A label belongs to the words above it; everything else but two fields is parted by an empty line.
    if (shape === 'label' && before === 'quote') lines.push(`${lines.pop()}\\`);
    else if (!(shape === 'field' && before === 'field')) lines.push('');
    lines.push(lineOf(shape, text));
    before = shape;
  }
  return lines.join('\n').trim();
}

/** A row's words on one line, markup signs escaped. */
export function markdownLine(row: Row): string {
  return escapeMarkdown(textOf(row).replace(/\s+/g, ' ').trim());
}

type Shape = 'heading' | 'field' | 'quote' | 'label';

function textOf({ runs }: Row): string {
  return runs.map(({ text }) => text).join('');
}

function shapeOf({ runs }: Row, text: string): Shape | null {
  if (text.trim() === '') return null;
  if (runs[0]?.tone === 'heading') return 'heading';
  if (text.startsWith('     label: ')) return 'label';
  return text.startsWith('   ') ? 'quote' : 'field';
}

function lineOf(shape: Shape, text: string): string {
  if (shape === 'heading') return `**${escapeMarkdown(text.replace(/^[\s═]+|[\s═]+$/g, ''))}**`;
  if (shape !== 'field') return `> ${escapeMarkdown(text.trim())}`;
  const value = text.slice(LABEL).trim();
  return `- **${escapeMarkdown(text.slice(0, LABEL).trim())}**${value === '' ? '' : ` ${escapeMarkdown(value)}`}`;
}
