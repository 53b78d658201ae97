import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseGraphFile } from '../../src/graph-file/index.ts';
import { buildInto } from '../helpers/build.ts';
import { writeManyThreads } from '../helpers/many-threads.ts';
import { startInPty } from '../helpers/pty.ts';

let bin = '';
let folder = '';
const env = { ...process.env, NO_COLOR: '1' };

beforeAll(() => {
  bin = join(buildInto('dist-batch'), 'bin.js');
}, 120_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crux-batch-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function crux(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}
const batch = (...args: readonly string[]) => crux('batch', 'in', '-o', 'out', ...args);
function put(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}
const talk = (who: string) =>
  `Ann: The ferry should run. Our crux is the clinic of ${who}.\n\nBob: I agree, but it is moving.\n`;
function putThree(): void {
  for (const name of ['a.txt', 'sub/b.md', 'sub/c.txt']) put(`in/${name}`, talk(name));
}

/** All files that a user sees in a folder, with their bytes. */
function visible(name: string): Record<string, string> {
  const files = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).filter(
    (file) => !/(^|\/)\./.test(file) && statSync(join(folder, name, file)).isFile(),
  );
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(folder, name, file), 'utf8')]));
}
const eventsOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('crux batch', () => {
  it('writes a result for each thread, an index, and says what it did on the side', () => {
    putThree();
    const { code, out, err } = batch();
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('3 files, 3 to be read\n');
    expect(err).toContain('read sub/b.md\n');
    expect(err).toMatch(/3 read; 3 threads in the index; [\d.]+ s\n$/);
    expect(Object.keys(visible('out'))).toEqual([
      'a.crux.json',
      'index.crux.json',
      'index.csv',
      'sub/b.crux.json',
      'sub/c.crux.json',
    ]);
    expect(readFileSync(join(folder, 'out/a.crux.json'), 'utf8')).toBe(crux('show', 'in/a.txt', '--json').out);
    const rows = parse(visible('out')['index.csv']!, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ file, result, posts, speaker_names }) => [file, result, posts, speaker_names])).toEqual([
      ['a.txt', 'a', '2', 'Ann | Bob'],
      ['sub/b.md', 'sub/b', '2', 'Ann | Bob'],
      ['sub/c.txt', 'sub/c', '2', 'Ann | Bob'],
    ]);
  });

  it('does nothing the second time, and reads only what has changed after that', () => {
    putThree();
    batch();
    const first = visible('out');
    expect(batch().err).toContain('3 unchanged');
    expect(visible('out')).toEqual(first);
    put('in/sub/c.txt', talk('the mayor'));
    const { err } = batch();
    expect(err).toContain('read sub/c.txt');
    expect(err).toContain('1 read, 2 unchanged');
    expect(visible('out')['sub/c.crux.json']).toContain('the mayor');
    expect({ ...visible('out'), 'sub/c.crux.json': '', 'index.crux.json': '' }).toEqual({
      ...first,
      'sub/c.crux.json': '',
      'index.crux.json': '',
    });
  });

  it('reads all again with other settings, and what lost its result', () => {
    putThree();
    batch();
    expect(batch('--to', 'json,argdown').err).toContain('3 read');
    rmSync(join(folder, 'out/sub/b.argdown'));
    expect(batch('--to', 'argdown,json').err).toContain('1 read, 2 unchanged');
  });

  it('goes on past a bad file and passes over what no source reads', () => {
    putThree();
    put('in/bad.txt', new Uint8Array(100));
    put('in/picture.png', new Uint8Array(100));
    put('in/empty.txt', '');
    const { code, err } = batch();
    expect(code).toBe(1);
    expect(err).toContain('failed bad.txt: bad.txt is not text');
    expect(err).toContain('failed empty.txt: empty.txt is empty');
    expect(err).toContain('skipped picture.png');
    expect(err).toContain('3 read, 2 failed, 1 skipped; 3 threads in the index');
    const again = batch();
    expect([again.code, again.err.includes('2 failed, 1 skipped, 3 unchanged')]).toEqual([1, true]);
  });

  it('fails a named file that is not there and reads the others', () => {
    putThree();
    const { code, err } = crux('batch', 'in/a.txt', 'in/gone.txt', '-o', 'out');
    expect(code).toBe(1);
    expect(err).toContain('failed gone.txt');
    expect(err).toContain('1 read, 1 failed');
  });

  it('keeps results apart that would have the same name', () => {
    put('in/a.txt', talk('one'));
    put('in/a.md', talk('two'));
    put('in/index.txt', talk('three'));
    batch();
    expect(Object.keys(visible('out'))).toEqual([
      'a.md.crux.json',
      'a.txt.crux.json',
      'index.crux.json',
      'index.csv',
      'index.txt.crux.json',
    ]);
    expect(JSON.parse(visible('out')['index.crux.json']!).schema).toBe('cruxgraph-index/1');
  });

  it('is not led astray by hostile names', () => {
    put('in/=cmd|calc.txt', talk('one'));
    put('in/\u001b]0;owned\u0007\n.txt', talk('two'));
    put('in/a..-..-up.txt', talk('three'));
    const { code, err } = batch();
    expect(code).toBe(0);
    expect(err).not.toContain('\u001b');
    expect(err.split('\n')).toHaveLength(6);
    expect(visible('out')['index.csv']).toContain("\n'=cmd|calc.txt,_cmd_calc,");
    expect(readdirSync(folder).sort()).toEqual(['in', 'out']);
  });

  it('prints the plan of a dry run and writes nothing', () => {
    putThree();
    const { code, out } = batch('--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('read       sub/b.md -> sub/b (new)\n');
    expect(existsSync(join(folder, 'out'))).toBe(false);
    batch();
    const before = readdirSync(join(folder, 'out')).sort();
    expect(eventsOf(batch('--dry-run', '--json').out).slice(1)).toEqual([
      { event: 'entry', file: 'a.txt', target: 'a', action: 'unchanged', why: 'read before' },
      { event: 'entry', file: 'sub/b.md', target: 'sub/b', action: 'unchanged', why: 'read before' },
      { event: 'entry', file: 'sub/c.txt', target: 'sub/c', action: 'unchanged', why: 'read before' },
    ]);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(before);
  });

  it('tells events as JSON, one a line, errors included', () => {
    putThree();
    const { out, err } = batch('--json');
    const events = eventsOf(out);
    expect(err).toBe('');
    expect(events[0]).toEqual({ event: 'planned', schema: 'cruxgraph-batch/1', files: 3, toRead: 3 });
    expect(events.filter(({ event }) => event === 'finished').map(({ file, result }) => [file, result])).toHaveLength(
      3,
    );
    expect(events.at(-1)).toMatchObject({ event: 'summary', read: 3, failed: 0, indexed: 3 });
    const [error] = eventsOf(crux('batch', 'nothing-*', '-o', 'out', '--json').out);
    expect(error.error).toMatchObject({ code: 'usage', exitCode: 2 });
  });

  it('gives the same bytes for any number of jobs', () => {
    writeManyThreads(join(folder, 'in'), 12);
    for (const jobs of ['1', '3']) expect(crux('batch', 'in', '-o', `out-${jobs}`, '--jobs', jobs).code).toBe(0);
    expect(visible('out-3')).toEqual(visible('out-1'));
  });

  it('reads the results of another batch as it reads any source, without their index', () => {
    putThree();
    batch();
    const { code, err } = crux('batch', 'out', '-o', 'again');
    expect([code, err.includes('3 read; 3 threads in the index')]).toEqual([0, true]);
    const file = parseGraphFile(readFileSync(join(folder, 'again/a.crux.json'), 'utf8'), 'a');
    expect(file.thread.reader.name).toBe('given');
  });

  it.each([
    [['--jobs', '0'], /--jobs 0: not a number of jobs/],
    [['--to', 'word'], /unknown export format word/],
    [['--format', 'word'], /unknown format word/],
    [['--only', 'score:>'], /./],
  ])('refuses %j before anything is written', (args, message) => {
    putThree();
    const { code, err } = batch(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('marks as degraded what a model did not read, and has it read again', () => {
    putThree();
    put('tape.jsonl', '');
    const model = ['--model', 'some', '--base-url', 'http://127.0.0.1:9', '--replay', 'tape.jsonl', '--no-cache'];
    const { code, err } = batch(...model);
    expect([code, err.includes('3 degraded; 3 threads in the index')]).toEqual([1, true]);
    expect(err).toMatch(/degraded a\.txt: Read by the embedded reader/);
    expect(batch(...model).err).toContain('3 degraded');
  });

  it('shows a bar on a terminal, and what failed above it', async () => {
    writeManyThreads(join(folder, 'in'), 20);
    put('in/bad.txt', '');
    const program = startInPty(process.execPath, [bin, 'batch', 'in', '-o', 'out'], { cwd: folder, cols: 100 });
    const { code } = await program.ended;
    expect(code).toBe(1);
    expect(program.output()).toMatch(/\[=+ *\] \d+\/21, [\d.]+ threads\/s, .* left, 1 failed/);
    const lines = program.lines().filter((line) => line !== '');
    expect(lines).toEqual([
      '21 files, 21 to be read',
      'failed bad.txt: bad.txt is empty',
      expect.stringMatching(/^20 read, 1 failed; 20 threads in the index; /),
    ]);
  });

  it('never writes over what it reads', () => {
    put('notes.md', talk('notes'));
    const { code, err } = crux('batch', 'notes.md', '-o', '.', '--to', 'markdown');
    expect([code, err.split('\n')[0]]).toEqual([2, 'crux: notes.md would be overwritten by its own result']);
    expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe(talk('notes'));
  });

  it('asks nobody by batch where no model is to be asked, or within a limit that the service does not keep', () => {
    putThree();
    for (const [flag, ...value] of [
      ['--rules'],
      ['--replay', 'x'],
      ['--known-only'],
      ['--max-cost', '1'],
      ['--no-cache'],
    ])
      expect(batch('--openai-batch', flag!, ...value).err.split('\n')[0]).toBe(
        `crux: --openai-batch does not go with ${flag}`,
      );
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('takes a path that leads in a circle, or is too long, for one that is not there', () => {
    put('in/a.txt', talk('a'));
    symlinkSync('loop', join(folder, 'loop'));
    const { code, err } = crux('batch', 'in', 'loop', `${'x'.repeat(300)}.txt`, '-o', 'out');
    expect(code).toBe(1);
    expect(err).toContain('read a.txt');
    expect(err).not.toContain('fault of crux');
  });

  it('needs a folder for the results', () => {
    putThree();
    expect(crux('batch', 'in').code).toBe(2);
  });

  it.skipIf(process.getuid?.() === 0)('fails a file that may not be read and goes on', () => {
    putThree();
    chmodSync(join(folder, 'in/a.txt'), 0);
    expect(batch().err).toContain('2 read, 1 failed');
  });
});

describe('a batch that is broken off', () => {
  /** Starts a batch with events, and calls back at each of them. */
  function start(onEvent: (event: { readonly event: string }, kill: (signal: NodeJS.Signals) => void) => void) {
    const child = spawn(process.execPath, [bin, 'batch', 'in', '-o', 'out', '--jobs', '2', '--json'], {
      cwd: folder,
      env,
    });
    let out = '';
    let told = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const lines = out.split('\n').slice(0, -1);
      for (const line of lines.slice(told)) onEvent(JSON.parse(line), (signal) => child.kill(signal));
      told = lines.length;
    });
    return new Promise<{ readonly end: string | number | null; readonly out: string }>((resolve) => {
      child.once('close', (code, signal) => resolve({ end: signal ?? code, out }));
    });
  }

  it('by Ctrl-C finishes what runs, writes the index, ends with 130, and goes on from there', async () => {
    writeManyThreads(join(folder, 'in'), 60);
    let stopped = false;
    const { end, out } = await start(({ event }, kill) => {
      if (event !== 'finished' || stopped) return;
      stopped = true;
      kill('SIGINT');
    });
    expect(end).toBe(130);
    const events = eventsOf(out);
    const finished = events.filter(({ event }) => event === 'finished').length;
    expect(events.filter(({ event }) => event === 'started')).toHaveLength(finished);
    expect(events.find(({ event }) => event === 'stopped')).toEqual({ event: 'stopped', left: 60 - finished });
    expect(JSON.parse(visible('out')['index.crux.json']!).threads).toHaveLength(finished);
    expect(batch().err).toContain(`${60 - finished} read, ${finished} unchanged; 60 threads in the index`);
  });

  it('by a kill leaves no half-written file, and ends up with the same bytes', async () => {
    writeManyThreads(join(folder, 'in'), 40);
    let finished = 0;
    const { end } = await start(({ event }, kill) => {
      if (event === 'finished' && ++finished === 8) kill('SIGKILL');
    });
    expect(end).toBe('SIGKILL');
    for (const [name, text] of Object.entries(visible('out'))) expect(() => parseGraphFile(text, name)).not.toThrow();
    expect(batch().code).toBe(0);
    expect(crux('batch', 'in', '-o', 'calm').code).toBe(0);
    expect(visible('out')).toEqual(visible('calm'));
    expect(readdirSync(join(folder, 'out')).filter((name) => name.includes('draft'))).toEqual([]);
  });
});
