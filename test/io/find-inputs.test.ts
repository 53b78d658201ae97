import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors/index.ts';
import { findInputs } from '../../src/io/index.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crux-find-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `Ann: ${name}\n`);
  }
}
const find = async (paths: readonly string[], out = 'out') => {
  const inputs = await findInputs(
    paths.map((path) => join(folder, path)),
    join(folder, out),
  );
  return inputs.map(({ file }) => file);
};

describe('the inputs of a batch', () => {
  it('are all files of a folder in the order of their names, without hidden ones', async () => {
    put('in/b.txt', 'in/a/z.md', 'in/a/y.txt', 'in/.hidden.txt', 'in/.git/config');
    expect(await find(['in'])).toEqual(['a/y.txt', 'a/z.md', 'b.txt']);
  });

  it('are what a glob matches, called from the folder before its first sign', async () => {
    put('in/b.txt', 'in/a/z.md', 'in/a/y.txt');
    expect(await find(['in/**/*.txt'])).toEqual(['a/y.txt', 'b.txt']);
    expect(await find(['in/{a,b}/*.md'])).toEqual(['a/z.md']);
  });

  it('are named files, called from the folder that they share', async () => {
    put('in/x/thread.txt', 'in/y/thread.txt', 'in/[odd].txt');
    expect(await find(['in/x/thread.txt', 'in/y/thread.txt'])).toEqual(['x/thread.txt', 'y/thread.txt']);
    expect(await find(['in/[odd].txt'])).toEqual(['[odd].txt']);
  });

  it('keep a named file that is not there, so that the run can tell', async () => {
    put('in/a.txt');
    const inputs = await findInputs([join(folder, 'in/a.txt'), join(folder, 'in/gone.txt')], join(folder, 'out'));
    expect(inputs.map(({ file, sha256 }) => [file, sha256 === null])).toEqual([
      ['a.txt', false],
      ['gone.txt', true],
    ]);
  });

  it('leave out the folder of the results, also where it is among the inputs', async () => {
    put('in/a.txt', 'in/results/a.crux.json', 'in/results-too/b.txt');
    expect(await find(['in'], 'in/results')).toEqual(['a.txt', 'results-too/b.txt']);
    await expect(find(['in'], 'in')).rejects.toThrow(UsageError);
  });

  it('leave out the index of another batch, and no other file of that name', async () => {
    put(
      'in/index.csv',
      'in/old/index.csv',
      'in/old/index.crux.json',
      'in/old/.crux-batch.sqlite',
      'in/old/a.crux.json',
    );
    expect(await find(['in'])).toEqual(['index.csv', 'old/a.crux.json']);
  });

  it('leave out links inside folders, wherever they lead', async () => {
    put('in/a.txt', 'secret/b.txt');
    symlinkSync(join(folder, 'in'), join(folder, 'in/circle'));
    symlinkSync(join(folder, 'secret'), join(folder, 'in/out-folder'));
    symlinkSync(join(folder, 'secret/b.txt'), join(folder, 'in/out-file.txt'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'in/broken.txt'));
    expect(await find(['in'])).toEqual(['a.txt']);
  });

  it('follow a link that is named', async () => {
    put('in/a.txt');
    symlinkSync(join(folder, 'in/a.txt'), join(folder, 'link.txt'));
    expect(await find(['link.txt'])).toEqual(['link.txt']);
  });

  it('hold one file once, however many ways lead to it', async () => {
    put('in/sub/a.txt');
    const inputs = await findInputs([join(folder, 'in'), join(folder, 'in/sub'), join(folder, 'in/sub/a.txt')], folder);
    expect(inputs.map(({ sameAs }) => sameAs)).toEqual([null, 'a.txt', 'a.txt']);
  });

  it('do not wait for a pipe', async () => {
    put('in/a.txt');
    execFileSync('mkfifo', [join(folder, 'in/pipe.txt')]);
    const inputs = await findInputs([join(folder, 'in'), join(folder, 'in/pipe.txt')], join(folder, 'out'));
    expect(inputs.map(({ file, refused }) => [file, refused])).toEqual([
      ['a.txt', null],
      ['pipe.txt', 'no file of data but a device or a pipe'],
    ]);
  });

  it('are a UsageError where there are none', async () => {
    mkdirSync(join(folder, 'empty'));
    await expect(find(['empty'])).rejects.toThrow(/no files found/);
    await expect(find(['*.nothing'])).rejects.toThrow(UsageError);
  });
});
