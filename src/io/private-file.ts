import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname } from 'node:path';
import { ConfigError } from '../errors/index.ts';

/** A key as read, and whether others on the machine may read its file too. */
export interface FileKey {
  readonly key: string;
  readonly exposed: boolean;
}

/** Writes a file that only its owner may read (mode 600, in a folder of mode 700 where it has to be made), whole or not at all. */
export async function writePrivate(path: string, content: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rm(draft, { force: true });
    await writeFile(draft, content, { mode: 0o600, flag: 'wx' });
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw new ConfigError(`${path}: cannot be written: ${(cause as Error).message}`, 'Check the folder.', cause);
  }
}

/** The text of a small file of ours; null where there is none. */
export async function readOwnFile(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ConfigError(`${path}: cannot be read: ${(cause as Error).message}`, 'Check the file.', cause);
  }
}

/** The key on the first line of a file; null where there is no file and none is required. The error never shows the path if it looks like a key itself. */
export async function readKeyFile(path: string, required: boolean): Promise<FileKey | null> {
  const shown = /^[a-z]{2,5}[-_][\w-]{16,}$/i.test(path) ? 'the key file' : path;
  try {
    const file = await open(path, 'r');
    try {
      const { mode } = await file.stat();
      const key = (await file.readFile('utf8')).split('\n', 1)[0]!.trim();
      if (key === '') throw new Error('its first line is empty');
      return { key, exposed: platform() !== 'win32' && (mode & 0o077) !== 0 };
    } finally {
      await file.close();
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !required) return null;
    const reason = code === 'ENOENT' ? 'no such file' : (code ?? message);
    throw new ConfigError(`${shown}: no key can be read: ${reason}`, 'Name a file whose first line is the key.');
  }
}

/** Makes the folder that a file of ours goes into. */
export async function makeFolderFor(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new ConfigError(`${dirname(path)}: cannot be made: ${(cause as Error).message}`, 'Check the folder.', cause);
  }
}

/** Removes a small file of ours; one that is not there is removed already. */
export async function removeOwnFile(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (cause) {
    throw new ConfigError(`${path}: cannot be removed: ${(cause as Error).message}`, 'Check the file.', cause);
  }
}

/** Removes a database with the files that SQLite keeps beside it. */
export async function removeDatabase(path: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await rm(`${path}${ending}`, { force: true });
}
