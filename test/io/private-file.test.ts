import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolderFor, readKeyFile, readOwnFile, removeDatabase, writePrivate } from '../../src/io/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crux-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a private file', () => {
  it('may be read by its owner only, in a folder that only its owner may enter', async () => {
    const path = join(folder, 'cruxgraph', 'api-key');
    await writePrivate(path, 'sk-1\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'cruxgraph')).mode & 0o777).toBe(0o700);
    expect(await readKeyFile(path, true)).toEqual({ key: 'sk-1', exposed: false });
  });

  it('becomes private when it takes the place of one that was not', async () => {
    const path = join(folder, 'api-key');
    writeFileSync(path, 'old', { mode: 0o644 });
    await writePrivate(path, 'new');
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['new', 0o600]);
  });
});

describe('a key file', () => {
  it('gives its first line and says when others may read it', async () => {
    const path = join(folder, 'key');
    writeFileSync(path, '  sk-2  \nsecond line\n');
    chmodSync(path, 0o644);
    expect(await readKeyFile(path, true)).toEqual({ key: 'sk-2', exposed: true });
  });

  it('may be missing only where none is required', async () => {
    const path = join(folder, 'none');
    expect(await readKeyFile(path, false)).toBeNull();
    await expect(readKeyFile(path, true)).rejects.toThrow(`${path}: no key can be read: no such file`);
  });

  it('must hold something', async () => {
    const path = join(folder, 'empty');
    writeFileSync(path, '\nsk-3');
    await expect(readKeyFile(path, true)).rejects.toThrow('its first line is empty');
  });

  it('is not shown where somebody gave the key itself for its path', async () => {
    await expect(readKeyFile('sk-0123456789abcdef0123', true)).rejects.toThrow(/^the key file: no key can be read/);
  });
});

describe('own files', () => {
  it('are null where there are none', async () => {
    expect(await readOwnFile(join(folder, 'settings.json'))).toBeNull();
    await expect(readOwnFile(folder)).rejects.toThrow(folder);
  });

  it('of a database go with what stands beside them', async () => {
    const path = join(folder, 'a', 'answers.sqlite');
    await makeFolderFor(path);
    for (const ending of ['', '-wal', '-shm']) writeFileSync(`${path}${ending}`, '');
    await removeDatabase(path);
    expect(['', '-wal', '-shm'].some((ending) => existsSync(`${path}${ending}`))).toBe(false);
    await removeDatabase(path);
  });
});
