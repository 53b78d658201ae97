import type { Analysis } from '../../analysis/index.ts';
import { type Arrow, type Box, drawPicture, type Look } from './picture.ts';
import { wrapLine } from './wrap-line.ts';

const COLUMNS = 44;

/** Arrow of each type, with its words between the two halves; no two types look alike. */
const ARROWS: Readonly<Record<Arrow['type'], readonly [string, string]>> = {
  supports: ['--', '-->'],
  attacks: ['--', '--x'],
  undercuts: ['--', '--o'],
  requires: ['-.', '.->'],
  narrows: ['==', '==>'],
  defines: ['-.', '.-'],
};

const CLASSES: Readonly<Record<Look, string>> = {
  crux: 'fill:#f8e0dc,stroke:#c0392b,stroke-width:2px',
  issue: 'fill:#e3eaf4,stroke:#34577f,stroke-width:2px',
  shared: 'fill:#e2f1e6,stroke:#3f8f5f',
  plain: 'fill:#ffffff,stroke:#7a7a7a',
};

/** A Mermaid flowchart: a box for each proposition with who says or denies it where, an arrow for each relation. */
export function writeMermaid(analysis: Analysis): string {
  const { boxes, arrows } = drawPicture(analysis);
  const names = new Map(boxes.map(({ id }, at) => [id, `n${at + 1}`]));
  const knots = new Map(arrows.filter(({ knot }) => knot).map(({ id }, at) => [id, `k${at + 1}`]));
  const looks = Map.groupBy(boxes, ({ look }) => look);
  const lines = [
    'flowchart BT',
    ...boxes.map((box) => `  ${names.get(box.id)}["${boxLabel(box)}"]`),
    ...arrows.flatMap((arrow) => arrowLines(arrow, names, knots)),
    ...Object.entries(CLASSES).map(([look, style]) => `  classDef ${look} ${style}`),
    ...[...looks].map(([look, own]) => `  class ${own.map(({ id }) => names.get(id)).join(',')} ${look}`),
    '',
  ];
  return lines.join('\n');
}

function boxLabel({ title, words, speakers }: Box): string {
  const lines = [...(title === '' ? [] : [title]), ...wrapLine(words, COLUMNS), ...wrapLine(speakers, COLUMNS)];
  return lines.map(escapeMermaid).join('<br>');
}

function arrowLines(
  { id, from, to, type, toArrow, knot, label }: Arrow,
  names: ReadonlyMap<string, string>,
  knots: ReadonlyMap<string, string>,
): string[] {
  const [open, close] = ARROWS[type];
  const target = toArrow ? knots.get(to) : names.get(to);
  const words = `"${escapeMermaid(label)}"`;
  if (!knot) return [`  ${names.get(from)} ${open} ${words} ${close} ${target}`];
  const point = knots.get(id);
  return [`  ${point}((" "))`, `  ${names.get(from)} --- ${point}`, `  ${point} ${open} ${words} ${close} ${target}`];
}

/** Words for a quoted label: every sign that Mermaid or the HTML around it could take as markup becomes a numbered entity. */
function escapeMermaid(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}\p{Zs}.,?!'’“”·–—…()-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}
