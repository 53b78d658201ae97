import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { parseGraphFile } from '../../src/graph-file/index.ts';
import { buildInto } from '../helpers/build.ts';

let bin = '';
let folder = '';
const FERRY =
  'Ann: The ferry should run in winter. Our crux is whether the clinic stays where it is.\n\nBob: I agree that the ferry should run in winter, but the clinic is moving.\n\nAnn: Says who?\n';

beforeAll(() => {
  bin = join(buildInto('dist-cli'), 'bin.js');
  folder = mkdtempSync(join(tmpdir(), 'crux-cli-'));
  writeFileSync(join(folder, 'ferry.txt'), FERRY);
}, 120_000);

function crux(args: readonly string[], input: string | Uint8Array = '') {
  const env = { ...process.env, NO_COLOR: '1' };
  const options = { cwd: folder, input, env, encoding: 'utf8' as const, maxBuffer: 1 << 28 };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], options);
  return { code: status, out: stdout, err: stderr };
}
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return name;
};

describe('crux', () => {
  it('prints its version, that of the package', () => {
    expect(crux(['--version'])).toEqual({ code: 0, out: `${pkg.version}\n`, err: '' });
  });

  it('prints help on standard output with examples and exit codes', () => {
    const { code, out, err } = crux(['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('crux show thread.md --width 120');
    expect(out).toContain('Without --model nothing leaves this machine');
    expect(out.split('\n').every((line) => line.length <= 110)).toBe(true);
  });

  it('tells what an unknown option is and where help stands', () => {
    const { code, out, err } = crux(['show', 'ferry.txt', '--colour']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain("unknown option '--colour'");
  });

  it('prints the Fork view where there is no terminal, the same for crux FILE and crux show FILE', () => {
    const shown = crux(['show', 'ferry.txt']);
    expect(shown.code).toBe(0);
    expect(shown.err).toBe('');
    expect(shown.out).toContain('Our crux is whether the clinic stays where it is.');
    expect(crux(['ferry.txt']).out).toBe(shown.out);
    expect(crux(['show', '-'], FERRY).out.replace('stdin', 'ferry.txt')).toBe(shown.out);
  });

  it('prints one line first that says where they part', () => {
    expect(crux(['show', 'ferry.txt']).out.split('\n')[0]).toMatch(/^\d+ points? of contention .*Ann/);
  });

  it.each(['fork', 'ladder', 'matrix', 'source'])(
    'prints the %s view no wider than asked, in ASCII if asked',
    (view) => {
      const { code, out } = crux(['show', 'ferry.txt', '--view', view, '--width', '70', '--ascii']);
      expect(code).toBe(0);
      const rows = out.split('\n').slice(2);
      expect(rows.filter((row) => row.length > 70)).toEqual([]);
    },
  );

  it('gives the whole result as a graph file that reads back', () => {
    const { code, out } = crux(['show', 'ferry.txt', '--json']);
    expect(code).toBe(0);
    const file = parseGraphFile(out, 'out');
    expect(file.speakers.map(({ name }) => name)).toEqual(['Ann', 'Bob']);
    expect(crux(['show', 'ferry.txt', '--json']).out).toBe(out);
  });

  it('writes exports whole, one file a discussion, and says so on the side', () => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep/a..b.txt'), FERRY);
    const { code, out, err } = crux(['export', 'ferry.txt', 'deep/a..b.txt', '-o', 'graphs/new']);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('wrote graphs/new/ferry.crux.json');
    expect(readdirSync(join(folder, 'graphs/new')).sort()).toEqual(['a..b.crux.json', 'ferry.crux.json']);
    expect(readFileSync(join(folder, 'graphs/new/ferry.crux.json'), 'utf8')).toBe(
      crux(['show', 'ferry.txt', '--json']).out,
    );
  });

  it('judges a corrected graph file anew', () => {
    const file = JSON.parse(crux(['show', 'ferry.txt', '--json']).out);
    put('ferry.crux.json', JSON.stringify({ ...file, moves: [] }));
    const again = crux(['show', 'ferry.crux.json', '--json']);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out).thread.reader.name).toBe('given');
  });

  it('prints the schema that its own output keeps', () => {
    const schema = JSON.parse(crux(['schema']).out);
    expect(schema.properties.schema).toEqual({ const: 'cruxgraph/1', type: 'string' });
  });

  it('takes speakers and turn starts from a file', () => {
    put('pool.txt', 'The pool should open at six in the morning.\nNobody swims at six in the morning here.\n');
    put('who.txt', '1 Ann\n2 Bob\n');
    const file = JSON.parse(crux(['show', 'pool.txt', '--speakers', 'who.txt', '--json']).out);
    expect(file.posts.map((post: { speaker: string }) => post.speaker)).toEqual(['s1', 's2']);
    expect(file.speakers.map(({ name, given }: { name: string; given: boolean }) => [name, given])).toEqual([
      ['Ann', true],
      ['Bob', true],
    ]);
  });
});

describe('crux on bad input says what, where and what next, with exit code 2, and writes nothing', () => {
  const NUL = new Uint8Array(4000).fill(0);
  it.each([
    ['an empty file', () => put('empty.txt', ''), 'empty.txt'],
    ['a binary file', () => put('binary.bin', NUL), 'binary.bin'],
    ['a folder', () => '.', '.: is a directory'],
    ['a missing file', () => 'nowhere.txt', 'nowhere.txt: no such file'],
    ['broken JSON', () => put('broken.json', '[{"kind": "Listing", "data": {"children": [tru'), 'broken.json:1:'],
    [
      'a graph file that breaks its contract',
      () => put('bad.crux.json', '{"schema": "cruxgraph/1"}'),
      'bad.crux.json: not a graph file at thread',
    ],
  ])('%s', (_what, make, place) => {
    const name = make();
    const { code, out, err } = crux(['export', name, '-o', 'never']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(place);
    expect(err.split('\n').length).toBeLessThanOrEqual(4);
    expect(err).not.toMatch(/\bat .*:\d+:\d+\)?$/m);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  it('a mistyped command, which is no file either', () => {
    const { code, err } = crux(['shwo']);
    expect(code).toBe(2);
    expect(err).toBe('crux: shwo: neither a file nor a command\n      crux --help lists the commands.\n');
  });

  it('an unknown format, listing the known ones', () => {
    const { code, err } = crux(['show', 'ferry.txt', '--format', 'usenet']);
    expect(code).toBe(2);
    expect(err).toContain('unknown format usenet');
    expect(err).toContain('transcript');
  });

  it.runIf(process.getuid?.() !== 0)('a file that may not be read', () => {
    const name = put('secret.txt', FERRY);
    chmodSync(join(folder, name), 0);
    expect(crux(['show', name])).toMatchObject({
      code: 2,
      err: expect.stringContaining('secret.txt: permission denied'),
    });
  });

  it('with --json as one document of the same shape', () => {
    const { code, out } = crux(['show', 'nowhere.txt', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out).error).toMatchObject({ code: 'source', exitCode: 2, message: 'nowhere.txt: no such file' });
  });

  it('names the speakers of the thread when a pair does not fit', () => {
    const { code, err } = crux(['show', 'ferry.txt', '--pair', 'Ann,Zoe']);
    expect(code).toBe(2);
    expect(err).toContain('Ann, Bob');
  });
});

describe('crux on hostile input', () => {
  it('lets no escape sequence, control or bidi character of a thread reach the terminal', () => {
    const hostile = `Ann: The ferry \u001b[31mshould\u001b]0;title\u0007 run in winter \u202eon\u202c. Our crux is the clinic\u0000 itself, I think.\n\nBob: I agree that the ferry should run in winter\u009b2J.\n\nAnn: Good.\n`;
    put('hostile.txt', hostile.replace('\u0000', ''));
    for (const view of ['fork', 'source', 'matrix']) {
      const { code, out } = crux(['show', 'hostile.txt', '--view', view]);
      expect(code).toBe(0);
      expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('reads a thread of one post and a thread of many', () => {
    put('one.txt', 'I think the ferry should run in winter, whatever it costs.\n');
    expect(crux(['show', 'one.txt']).out).toContain('one voice');
    const many = Array.from(
      { length: 3000 },
      (_, at) => `${at % 2 ? 'Ann' : 'Bob'}: I think the ferry number ${at} should run in winter.`,
    );
    put('many.txt', many.join('\n\n'));
    expect(JSON.parse(crux(['show', 'many.txt', '--json']).out).posts).toHaveLength(3000);
  });

  it('refuses one line of more megabytes than it reads', () => {
    put('long.txt', `Ann: ${'word '.repeat(14_000_000)}`);
    const { code, err } = crux(['show', 'long.txt']);
    expect(code).toBe(2);
    expect(err).toContain('long.txt: 67 MB is more than the 64 MB');
  });

  it('stops quietly when the reader of its output has seen enough', () => {
    const shell = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" show many.txt --json | head -c 10`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(shell.stdout).toHaveLength(10);
    expect(shell.stderr).toBe('');
  });
});
