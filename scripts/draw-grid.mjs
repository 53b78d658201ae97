// The cells of a terminal (@xterm/headless) as an SVG picture. Blocks are drawn as rectangles, so that bars have no gaps
// and look the same in every font; all else is text, each run stretched to its columns.

const CELL = { width: 8.4, height: 18, font: 14, base: 13.5 };
const PAD = 14;
const FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace";
const BACKGROUND = '#16181d';
const FOREGROUND = '#d8dbe2';
const PALETTE = [
  ['#16181d', '#e5646f', '#8ccf7e', '#e5c76b', '#6ba7f5', '#d08ee8', '#63d0d6', '#d8dbe2'],
  ['#5b6270', '#f0858e', '#a5e099', '#f0d88a', '#8fbdf9', '#deabf0', '#8ae3e8', '#ffffff'],
].flat();

/** An SVG document of what the terminal shows now. */
export function drawGrid(terminal) {
  const width = round(terminal.cols * CELL.width + 2 * PAD);
  const height = terminal.rows * CELL.height + 2 * PAD;
  const parts = [];
  for (let row = 0; row < terminal.rows; row++) parts.push(...drawLine(readRuns(terminal, row), row));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    `<g font-family="${FONTS}" font-size="${CELL.font}" xml:space="preserve" style="white-space:pre">`,
    ...parts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function readRuns(terminal, row) {
  const { active } = terminal.buffer;
  const line = active.getLine(active.viewportY + row);
  const runs = [];
  for (let column = 0; line && column < terminal.cols; column++) {
    const cell = line.getCell(column);
    const columns = cell.getWidth();
    if (columns === 0) continue;
    const text = cell.getChars() || ' ';
    const style = readStyle(cell);
    const alone = columns > 1 || text.charCodeAt(0) > 126;
    const last = runs.at(-1);
    const joins = alone ? last?.text.endsWith(text) && fillsWidth(text) : !last?.alone;
    if (last && joins && last.key === style.key) {
      last.text += text;
      last.columns += columns;
    } else runs.push({ ...style, text, column, columns, alone });
  }
  return runs;
}

function readStyle(cell) {
  const colour = (isDefault, isPalette, value, fallback) =>
    isDefault ? fallback : isPalette ? (PALETTE[value] ?? fallback) : `#${value.toString(16).padStart(6, '0')}`;
  const fg = colour(cell.isFgDefault(), cell.isFgPalette(), cell.getFgColor(), FOREGROUND);
  const bg = colour(cell.isBgDefault(), cell.isBgPalette(), cell.getBgColor(), BACKGROUND);
  const style = {
    fill: cell.isInverse() ? bg : fg,
    back: cell.isInverse() ? fg : bg,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
  };
  return { ...style, key: JSON.stringify(style) };
}

function drawLine(runs, row) {
  const top = PAD + row * CELL.height;
  return [...drawBacks(runs, top), ...runs.flatMap((run) => drawRun(run, top))];
}

function drawBacks(runs, top) {
  const backs = [];
  for (const { back, column, columns } of runs) {
    const last = backs.at(-1);
    if (last?.back === back) last.columns += columns;
    else backs.push({ back, column, columns });
  }
  return backs
    .filter(({ back }) => back !== BACKGROUND)
    .map(({ back, column, columns }) =>
      rectangle(round(PAD + column * CELL.width), top, round(columns * CELL.width), CELL.height, back),
    );
}

function drawRun(run, top) {
  const left = round(PAD + run.column * CELL.width);
  const width = round(run.columns * CELL.width);
  if (run.text.trim() === '' && !run.underline) return [];
  const block = blockOf(run.text[0]);
  if (block) {
    const [x, y, w, h] = block;
    const opacity = run.text[0] === '░' ? 0.25 : run.dim ? 0.6 : 1;
    const area = [left + x * width, top + y * CELL.height, w * width, h * CELL.height].map(round);
    return [rectangle(...area, run.fill, opacity)];
  }
  const attributes = [
    `x="${left}" y="${round(top + CELL.base)}" fill="${run.fill}"`,
    run.columns > 1 ? `textLength="${width}" lengthAdjust="spacingAndGlyphs"` : '',
    run.bold ? 'font-weight="bold"' : '',
    run.italic ? 'font-style="italic"' : '',
    run.underline ? 'text-decoration="underline"' : '',
    run.dim ? 'opacity="0.6"' : '',
  ];
  return [`<text ${attributes.filter(Boolean).join(' ')}>${escapeXml(run.text)}</text>`];
}

/** Whether a row of this character is one unbroken shape: full-width blocks and rules. */
function fillsWidth(text) {
  const code = text.charCodeAt(0);
  return (code >= 0x2580 && code <= 0x2588) || code === 0x2591 || code === 0x2550 || code === 0x2500;
}

/** Share of the cell that a block character fills: x, y, width, height; null for all others. */
function blockOf(text) {
  const code = text.charCodeAt(0);
  if (code < 0x2580 || code > 0x2591) return null;
  if (code === 0x2580) return [0, 0, 1, 0.5];
  if (code <= 0x2588) return [0, 1 - (code - 0x2580) / 8, 1, (code - 0x2580) / 8];
  if (code <= 0x258f) return [0, 0, (0x2590 - code) / 8, 1];
  return code === 0x2590 ? [0.5, 0, 0.5, 1] : [0, 0, 1, 1];
}

function rectangle(x, y, width, height, fill, opacity = 1) {
  const shade = opacity === 1 ? '' : ` opacity="${opacity}"`;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${shade} shape-rendering="crispEdges"/>`;
}

function round(number) {
  return Math.round(number * 100) / 100;
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
