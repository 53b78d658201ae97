import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceError } from '../errors/index.ts';

/** Files below a folder whose names end so, or the file itself; in the order of their names. */
export async function listFiles(path: string, ending: string): Promise<readonly string[]> {
  try {
    if ((await stat(path)).isFile()) return [path];
    const names = await readdir(path, { recursive: true });
    return names
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => join(path, name));
  } catch (cause) {
    throw new SourceError(`${path}: cannot be listed: ${(cause as Error).message}`, 'Name a file or a folder.', cause);
  }
}
