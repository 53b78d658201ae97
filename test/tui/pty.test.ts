import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildInto } from '../helpers/build.ts';
import { type PtyOptions, type PtyProgram, startInPty } from '../helpers/pty.ts';

const APP = join(import.meta.dirname, 'fixture-app.ts');
const running: PtyProgram[] = [];
let build = '';

async function start(show = 'short', options: PtyOptions = {}): Promise<PtyProgram> {
  const program = startInPty(process.execPath, [APP, build, show], { cols: 100, rows: 24, ...options });
  running.push(program);
  await program.waitFor((lines) => lines.at(-1)!.includes('fork 1/4'));
  return program;
}

const bottom = (program: PtyProgram) => program.lines().at(-1) ?? '';
const selected = (lines: readonly string[]) => lines.find((line) => line.startsWith('>')) ?? '';
const isSelected = (text: string) => (lines: readonly string[]) => selected(lines).includes(text);

beforeAll(() => {
  build = buildInto('pty-tui');
});

afterEach(() => {
  for (const program of running.splice(0)) program.close();
});

describe('the program in a terminal', () => {
  it('opens on the other screen and gives the first one back when it quits', async () => {
    const program = await start();
    expect(program.onOtherScreen()).toBe(true);
    expect(bottom(program)).toMatch(/\? help +q quit +fork 1\/4 All/);
    program.press('q');
    expect(await program.ended).toEqual({ code: 0, signal: 0 });
    expect(program.onOtherScreen()).toBe(false);
    expect(program.lines().filter(Boolean)).toEqual(['goodbye']);
    expect(program.output()).toContain('\u001b[?25h');
  });

  it('moves, opens a crux, goes to its words and comes back', async () => {
    const program = await start();
    program.press('jj');
    await program.waitFor(isSelected('Do drivers slow down'));
    program.press('\r');
    await program.waitFor('double crux');
    program.press('s');
    await program.waitFor('hit 1/1');
    program.press('qq');
    await program.waitFor('fork 3/4');
    expect(selected(program.lines())).toContain('Do drivers slow down');
  });

  it('obeys every key of one chunk', async () => {
    const program = await start();
    program.press('jjj\r');
    await program.waitFor('detail');
    expect(program.lines().join('\n')).toContain('Money for lanes');
  });

  it('lights up the words of a crux in the discussion and goes through them', async () => {
    const program = await start('long300', { rows: 12 });
    program.press('jjs');
    await program.waitFor('hit 1/2');
    const lit = litText(program);
    expect(lit).toContain('Drivers slow down where the road looks narrow.');
    program.press('n');
    await program.waitFor('hit 2/2');
    expect(litText(program)).toContain('Drivers do not slow down for paint.');
  });

  it('finds words far down, by a search', async () => {
    const program = await start('long2000');
    program.press('s/');
    await program.waitFor('enter finds');
    program.press('number 1777\r');
    await program.waitFor('hit 1/1');
    expect(selected(program.lines())).toMatch(/^>Ben/);
    program.press('\u001b');
    await program.waitFor((lines) => !lines.at(-1)!.includes('hit'));
    expect(program.onOtherScreen()).toBe(true);
  });

  it('scrolls to the end of 50,000 rows', async () => {
    const program = await start('long17000');
    program.press('sG');
    await program.waitFor('Filling number 16999');
    expect(bottom(program)).toContain('17004/17004 End');
    program.press('kkkk');
    await program.waitFor('17000/17004');
  });

  it('fits a new size and keeps the selection', async () => {
    const program = await start();
    program.press('jjj');
    await program.waitFor(isSelected('Money for lanes'));
    program.resize(60, 14);
    await program.waitFor(
      (lines) => lines.length === 14 && lines.at(-1)!.includes('fork 4/4') && isSelected('Money')(lines),
    );
    expect(program.lines().every((line) => line.length <= 60)).toBe(true);
    program.resize(39, 9);
    await program.waitFor('39x9 is too small');
    program.resize(120, 40);
    await program.waitFor((lines) => isSelected('Money for lanes')(lines) && lines.at(-1)!.includes('fork 4/4'));
    expect(program.lines().filter((line) => line.includes('THE FORK'))).toHaveLength(1);
  });

  it('shows the keys and the other views', async () => {
    const program = await start();
    program.press('?');
    await program.waitFor('one screen down');
    program.press('l');
    await program.waitFor('crux ladder');
    program.press('m');
    await program.waitFor('crux matrix');
    program.press('f');
    await program.waitFor('fork 1/4');
  });

  it('ends on Ctrl+C, with the screen restored', async () => {
    const program = await start();
    program.press('\u0003');
    expect((await program.ended).code).toBe(0);
    expect(program.onOtherScreen()).toBe(false);
  });

  it('restores the screen when it is terminated', async () => {
    const program = await start();
    program.signal('SIGTERM');
    const { code, signal } = await program.ended;
    expect(code !== 0 || signal === 15).toBe(true);
    expect(program.onOtherScreen()).toBe(false);
    expect(program.output()).toContain('\u001b[?25h');
  });

  it('restores the screen when something inside breaks, and passes the error on', async () => {
    const program = await start('broken');
    program.press('jj\r');
    expect((await program.ended).code).toBe(70);
    expect(program.onOtherScreen()).toBe(false);
    expect(program.lines().join('\n')).toContain('failed: the map of cruxes is torn');
  });

  it('leaves the screen to the shell on Ctrl+Z and takes it again', async () => {
    const program = await start();
    program.press('j\u001a');
    await program.waitFor(() => !program.onOtherScreen());
    program.signal('SIGCONT');
    await program.waitFor((lines) => program.onOtherScreen() && lines.at(-1)!.includes('fork 2/4'));
    program.press('q');
    expect((await program.ended).code).toBe(0);
  });

  it('comes back by itself after Ctrl+Z where there is no shell to stop it', async () => {
    const program = await start();
    program.press('j\u001a');
    await program.waitFor(() => !program.onOtherScreen());
    await program.waitFor((lines) => program.onOtherScreen() && lines.at(-1)!.includes('fork 2/4'));
    program.press('q');
    expect((await program.ended).code).toBe(0);
  });

  it('draws everything anew on Ctrl+L', async () => {
    const program = await start();
    await new Promise<void>((resolve) => program.terminal.write('\u001b[H\u001b[2J', resolve));
    expect(program.lines().join('')).toBe('');
    program.press('\u000c');
    await program.waitFor((lines) => lines[0]!.includes('lanes.md') && lines.at(-1)!.includes('fork 1/4'));
  });

  it('shows itself also where CI is set', async () => {
    const program = await start('short', { env: { CI: 'true' } });
    expect(inverseText(program)).toContain('ISSUE');
  });

  it('uses no colour under NO_COLOR, and marks the selection all the same', async () => {
    const program = await start('short', { env: { NO_COLOR: '1' } });
    expect(selected(program.lines())).toContain('ISSUE');
    expect(inverseText(program)).toContain('ISSUE');
    expect(cells(program).every((cell) => cell.isFgDefault() && cell.isBgDefault())).toBe(true);
  });
});

function cells(program: PtyProgram) {
  const { active } = program.terminal.buffer;
  return Array.from({ length: program.terminal.rows }, (_, row) => active.getLine(active.viewportY + row)).flatMap(
    (line) =>
      Array.from({ length: program.terminal.cols }, (_, column) => line?.getCell(column)).filter((cell) => !!cell),
  );
}

function inverseText(program: PtyProgram): string {
  return cells(program)
    .filter((cell) => cell.isInverse())
    .map((cell) => cell.getChars())
    .join(' ')
    .replace(/(\S) (?=\S)/g, '$1');
}

function litText(program: PtyProgram): string {
  return cells(program)
    .filter((cell) => cell.isBgPalette() && cell.getBgColor() === 3)
    .map((cell) => cell.getChars() || ' ')
    .join('');
}
