import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildInto } from '../helpers/build.ts';
import { type PtyProgram, startInPty } from '../helpers/pty.ts';

const THREAD = join(import.meta.dirname, '../../corpora/publishing-evals/thread.txt');
let bin = '';
let running: PtyProgram | null = null;

beforeAll(() => {
  bin = join(buildInto('dist-terminal'), 'bin.js');
}, 120_000);
afterEach(() => running?.close());

describe('crux FILE on a terminal', () => {
  it('opens the Fork view, a crux, its words in the source, and leaves the terminal as it was', async () => {
    running = startInPty(process.execPath, [bin, THREAD], { cols: 100, rows: 32 });
    await running.waitFor('POINTS OF CONTENTION');
    await running.waitFor('quit');
    running.press('jj\r');
    await running.waitFor('Delphic42');
    running.press('s');
    await running.waitFor('source');
    running.press('q');
    running.press('q');
    running.press('q');
    const { code } = await running.ended;
    expect(code).toBe(0);
    expect(running.onOtherScreen()).toBe(false);
  });
});
