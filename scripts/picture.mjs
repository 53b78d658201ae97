// Runs a program in a pseudo-terminal and writes a picture of its screen:
//   node scripts/picture.mjs --cols 100 --rows 34 -o docs/fork.svg -- node dist/bin.js corpora/…
// --keys 'j\r' presses keys (JSON escapes), --wait TEXT waits for a text first, -o may be given for .svg and .png.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Resvg } from '@resvg/resvg-js';
import { startInPty } from '../test/helpers/pty.ts';
import { drawGrid } from './draw-grid.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cols: { type: 'string', default: '100' },
    rows: { type: 'string', default: '34' },
    out: { type: 'string', short: 'o', multiple: true, default: [] },
    keys: { type: 'string', multiple: true, default: [] },
    wait: { type: 'string', multiple: true, default: [] },
  },
});
const [command, ...args] = positionals;
if (!command || values.out.length === 0) {
  console.error(
    'usage: node scripts/picture.mjs [--cols N] [--rows N] [--wait TEXT] [--keys KEYS] -o FILE.svg|FILE.png -- PROGRAM …',
  );
  process.exit(2);
}

const program = startInPty(command === 'node' ? process.execPath : command, args, {
  cols: Number(values.cols),
  rows: Number(values.rows),
  env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', COLORTERM: 'truecolor' },
});
await program.waitFor(values.wait[0] ?? ((lines) => lines.some((line) => line.trim() !== '')));
for (const [index, keys] of values.keys.entries()) {
  const before = program.lines().join('\n');
  program.press(JSON.parse(`"${keys}"`));
  await program.waitFor(values.wait[index + 1] ?? ((lines) => lines.join('\n') !== before));
}
const svg = drawGrid(program.terminal);
program.close();
for (const file of values.out) writeFileSync(file, file.endsWith('.png') ? paintPng(svg) : svg);

function paintPng(picture) {
  const font = { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans Mono', monospaceFamily: 'DejaVu Sans Mono' };
  return new Resvg(picture, { font, fitTo: { mode: 'zoom', value: 1.5 } }).render().asPng();
}
