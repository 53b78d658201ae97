import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigError } from '../errors/index.ts';
import { safeFileName } from '../text/index.ts';

/**
 * Writes a file so that it appears whole or not at all: under a hidden name of its own first, then renamed, when its bytes are
 * on the disk. Folders are made as needed; `drafts` is a folder for unfinished files, on the same disk, the file's own if left out.
 */
export async function writeWhole(
  path: string,
  content: string | Iterable<string>,
  drafts: string = dirname(path),
): Promise<void> {
  const draft = join(drafts, `.${randomUUID()}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await mkdir(drafts, { recursive: true });
    const file = await open(draft, 'wx');
    try {
      await writePieces(file, typeof content === 'string' ? [content] : content);
      await file.sync();
    } finally {
      await file.close();
    }
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

async function writePieces(file: FileHandle, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) await file.writeFile(piece);
}

/** A file name inside `folder` made of a thread's source name: no part of the name can lead out of the folder. */
export function fileIn(folder: string, source: string, ending: string): string {
  const stem = source.replace(/\.[^.]*$/, '') || source;
  return join(folder, `${safeFileName(stem)}${ending}`);
}
