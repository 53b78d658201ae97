import type { Analysis } from '../../analysis/index.ts';
import { type Arrow, type Box, drawPicture, type Look } from './picture.ts';
import { wrapLine } from './wrap-line.ts';

const COLUMNS = 44;

/** From so many arrows on a full layout takes minutes; straight arrows and short searches keep it at seconds. */
const TANGLED = 150;
const HASTE = ', splines=line, nslimit=0.2, nslimit1=0.2, mclimit=0.1';

const FILLS: Readonly<Record<Look, string>> = {
  crux: 'fillcolor="#f8e0dc", color="#c0392b", penwidth=2',
  issue: 'fillcolor="#e3eaf4", color="#34577f", penwidth=2',
  shared: 'fillcolor="#e2f1e6", color="#3f8f5f"',
  plain: 'fillcolor="#ffffff", color="#7a7a7a"',
};

const STROKES: Readonly<Record<Arrow['type'], string>> = {
  supports: 'color="#3f8f5f"',
  attacks: 'color="#c0392b", arrowhead=tee',
  undercuts: 'color="#8e44ad", arrowhead=odot',
  requires: 'color="#34577f", style=dashed',
  narrows: 'color="#7a7a7a", style=dashed, arrowhead=empty',
  defines: 'color="#7a7a7a", style=dotted',
};

/** Graphviz DOT: a box for each proposition with who says or denies it where, all quotations in its tooltip. */
export function writeDot(analysis: Analysis): string {
  const { title, boxes, arrows } = drawPicture(analysis);
  const haste = arrows.length > TANGLED ? HASTE : '';
  const lines = [
    `digraph ${quote(title)} {`,
    `  graph [label=${quote(title)}, labelloc=t, rankdir=BT, pack=24, packmode="array_i6", fontname="Helvetica"${haste}];`,
    '  node [shape=box, style="filled,rounded", fontname="Helvetica", fontsize=11, margin="0.3,0.12"];',
    '  edge [fontname="Helvetica", fontsize=9];',
    ...boxes.map(boxLine),
    ...arrows.flatMap(arrowLines),
    '}',
    '',
  ];
  return lines.join('\n');
}

function boxLine({ id, look, title, words, speakers, quotes, url }: Box): string {
  const label = [...(title === '' ? [] : [title]), ...wrapLine(words, COLUMNS), ...wrapLine(speakers, COLUMNS)];
  const link = url === null ? '' : `, URL=${quote(url)}`;
  return `  ${quote(id)} [label=${lineQuote(label)}, tooltip=${lineQuote(quotes)}, ${FILLS[look]}${link}];`;
}

function arrowLines({ id, from, to, type, knot, label, words }: Arrow): string[] {
  const source = quote(from);
  const target = quote(to);
  const look = `label=${quote(label)}, tooltip=${quote(words || label)}, ${STROKES[type]}`;
  if (!knot) return [`  ${source} -> ${target} [id=${quote(id)}, ${look}];`];
  const point = quote(id);
  return [
    `  ${point} [shape=point, width=0.08, label="", tooltip=${quote(label)}];`,
    `  ${source} -> ${point} [dir=none, ${look}];`,
    `  ${point} -> ${target} [${STROKES[type]}];`,
  ];
}

/** A DOT string of one line. Graphviz reads entities in labels and takes a backslash as an escape. */
function quote(text: string): string {
  return `"${escapeDot(text)}"`;
}

function lineQuote(lines: readonly string[]): string {
  return `"${lines.map(escapeDot).join('\\n')}"`;
}

function escapeDot(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
