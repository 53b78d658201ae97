import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors/index.ts';
import { batchFolder, writeWhole } from '../../src/io/index.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crux-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function* failing(): Iterable<string> {
  yield 'half';
  throw new Error('no more');
}

describe('a file that is written', () => {
  it('appears whole, in folders made for it, and leaves nothing beside it', async () => {
    await writeWhole(join(folder, 'new/deep/a.txt'), ['one ', 'two']);
    expect(readFileSync(join(folder, 'new/deep/a.txt'), 'utf8')).toBe('one two');
    expect(readdirSync(join(folder, 'new/deep'))).toEqual(['a.txt']);
  });

  it('stays as it was where writing breaks off', async () => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, 'before');
    await expect(writeWhole(path, failing())).rejects.toThrow(ConfigError);
    expect(readdirSync(folder)).toEqual(['a.txt']);
    expect(readFileSync(path, 'utf8')).toBe('before');
  });

  it('is written by many at once without mixing them', async () => {
    const path = join(folder, 'a.txt');
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(100_000));
    await Promise.all(texts.map((text) => writeWhole(path, text)));
    expect(texts).toContain(readFileSync(path, 'utf8'));
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});

describe('the folder of a batch', () => {
  it('is rid of what a killed run left unfinished, and of nothing else', async () => {
    const batch = batchFolder(folder);
    await batch.writeIndex('index.csv', ['a']);
    mkdirSync(join(folder, '.crux-batch.drafts'), { recursive: true });
    writeFileSync(join(folder, '.crux-batch.drafts/.left.part'), 'half');
    await batch.removeDrafts();
    expect(existsSync(join(folder, '.crux-batch.drafts'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['index.csv']);
  });
});
