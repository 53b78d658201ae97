import { realpathSync, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** What is at a path; a name too long or a link in a circle leads nowhere. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Where a path leads, links followed; the path itself, made absolute, where nothing is there. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
