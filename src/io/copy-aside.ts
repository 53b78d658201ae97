import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A database copied where looking into it changes nothing, and how to be rid of the copy. */
export interface Copy {
  readonly path: string;
  remove(): Promise<void>;
}

/** Copies a database with what SQLite keeps beside it to a temporary folder; null where there is none. */
export async function copyAside(path: string): Promise<Copy | null> {
  const folder = await mkdtemp(join(tmpdir(), 'crux-'));
  const copy = { path: join(folder, basename(path)), remove: () => rm(folder, { recursive: true, force: true }) };
  try {
    await copyFile(path, copy.path);
    // There is a log beside the database only while it is open or after a process was killed.
    await copyFile(`${path}-wal`, `${copy.path}-wal`).catch(() => undefined);
    return copy;
  } catch {
    await copy.remove();
    return null;
  }
}
