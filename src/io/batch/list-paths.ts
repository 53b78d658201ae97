import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { UsageError } from '../../errors/index.ts';
import { statOf } from './look-at.ts';

/** A path that was listed: where it is, its name below the folder `under` that it was found in (null: the user named it). */
export interface Listed {
  readonly path: string;
  readonly file: string;
  readonly under: string | null;
}

/**
 * Files by name, folders with all below them, globs; hidden files, links and pipes in folders are left out. Named files
 * are called by their way from the folder that all of them share. Throws a UsageError for a folder that is `out` itself.
 */
export async function listPaths(paths: readonly string[], out: string): Promise<readonly Listed[]> {
  const kinds = [...new Set(paths)].map((path) => ({ path, is: kindOf(path) }));
  const alone = kinds.filter(({ is }) => is === 'file').map(({ path }) => path);
  const root = commonFolder(alone);
  const listed: Listed[] = alone.map((path) => ({ path, file: belowRoot(root, path), under: null }));
  for (const { path, is } of kinds) {
    if (is === 'folder') listed.push(...(await listFolder(path, out)));
    if (is === 'glob') listed.push(...(await listGlob(path)));
  }
  return listed.sort((a, b) => compare(a.file, b.file) || compare(a.path, b.path));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A path that exists is what it is, however much it looks like a pattern. */
function kindOf(path: string): 'file' | 'folder' | 'glob' {
  const there = statOf(path);
  if (there) return there.isDirectory() ? 'folder' : 'file';
  return isDynamicPattern(path) ? 'glob' : 'file';
}

function listFolder(path: string, out: string): Promise<Listed[]> {
  if (realpathSync(path) === out)
    throw new UsageError(
      `${path} is read and written to at once: its results would be read the next time`,
      'Name another folder with -o; it may be inside this one.',
    );
  return list('**/*', path);
}

function listGlob(pattern: string): Promise<Listed[]> {
  const parts = pattern.split('/');
  // Braces may hold slashes: what opens one belongs to the pattern.
  const fixed = parts.findIndex((part) => isDynamicPattern(part) || part.includes('{'));
  const base = parts.slice(0, fixed).join('/');
  return list(parts.slice(fixed).join('/'), base === '' ? (fixed > 0 ? '/' : '.') : base);
}

async function list(pattern: string, folder: string): Promise<Listed[]> {
  const options = { cwd: folder, dot: false, onlyFiles: true, followSymbolicLinks: false, expandDirectories: false };
  const names = await glob(pattern, options);
  return names.map((name) => ({ path: join(folder, name), file: name.split(sep).join('/'), under: folder }));
}

function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => dirname(resolve(path)).split(sep));
  const first = folders[0] ?? [];
  const parted = first.findIndex((part, at) => folders.some((other) => other[at] !== part));
  return (parted < 0 ? first : first.slice(0, parted)).join(sep) || sep;
}

const belowRoot = (root: string, path: string) => relative(root, resolve(path)).split(sep).join('/') || basename(path);
