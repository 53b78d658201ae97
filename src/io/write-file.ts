import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigError } from '../errors/index.ts';

/** Writes a file so that it appears whole or not at all: under a name of its own first, then renamed. Folders are made as needed. */
export async function writeWhole(path: string, content: string): Promise<void> {
  const draft = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw new ConfigError(
      `${path}: cannot be written: ${(cause as Error).message}`,
      'Choose another folder with -o.',
      cause,
    );
  }
}

/** A file name inside `folder` made of a thread's source name: no part of the name can lead out of the folder. */
export function fileIn(folder: string, source: string, ending: string): string {
  const stem = source.replace(/\.[^.]*$/, '') || source;
  const safe = stem.replace(/[^\p{L}\p{N}._ -]+/gu, '_').replace(/^\.+/, '_');
  return join(folder, `${safe || 'thread'}${ending}`);
}
