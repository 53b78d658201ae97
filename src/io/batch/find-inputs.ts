import type { Stats } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { BatchInput } from '../../batch/index.ts';
import { UsageError } from '../../errors/index.ts';
import { LARGEST_INPUT } from '../read-input.ts';
import { hashFile } from './hash-file.ts';

interface Found {
  readonly path: string;
  readonly file: string;
  readonly named: boolean;
}

/**
 * Files that the paths lead to: files by name, folders with all below them, globs. Hidden files and everything in `outFolder`
 * are left out; links inside folders are told and not followed. Throws a UsageError where nothing is found.
 */
export async function findInputs(paths: readonly string[], outFolder: string): Promise<readonly BatchInput[]> {
  const { isDynamicPattern } = await import('tinyglobby');
  const out = await realpath(outFolder).catch(() => resolve(outFolder));
  const sorted = [...new Set(paths)].sort();
  const kinds = await Promise.all(sorted.map(async (path) => ({ path, is: await kindOf(path, isDynamicPattern) })));
  const alone = kinds.filter(({ is }) => is === 'file').map(({ path }) => path);
  const root = commonFolder(alone);
  const found: Found[] = alone.map((path) => ({ path, file: belowRoot(root, path), named: true }));
  for (const { path, is } of kinds) {
    if (is === 'folder') found.push(...(await listFolder(path, out)));
    if (is === 'glob') found.push(...(await listGlob(path)));
  }
  const inputs: BatchInput[] = [];
  const seen = new Map<string, string>();
  for (const each of found.sort((a, b) => compare(a.file, b.file) || compare(a.path, b.path))) {
    const real = await realpath(each.path).catch(() => resolve(each.path));
    if (!each.named && (real.startsWith(out + sep) || (await isOwnIndex(each.path)))) continue;
    const input = await examine(each, seen.get(real) ?? null);
    if (input.refused === null && input.sameAs === null) seen.set(real, each.file);
    inputs.push(input);
  }
  if (inputs.length === 0)
    throw new UsageError(`${sorted.join(', ')}: no files found`, 'Name files, folders, or globs in quotes.');
  return inputs;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A path that exists is what it is, however much it looks like a pattern. */
async function kindOf(path: string, isPattern: (path: string) => boolean): Promise<'file' | 'folder' | 'glob'> {
  const there = await stat(path).catch(() => null);
  if (there) return there.isDirectory() ? 'folder' : 'file';
  return isPattern(path) ? 'glob' : 'file';
}

async function listFolder(path: string, out: string): Promise<Found[]> {
  if ((await realpath(path)) === out)
    throw new UsageError(
      `${path} is read and written to at once: its results would be read the next time`,
      'Name another folder with -o; it may be inside this one.',
    );
  return list('**/*', path);
}

async function listGlob(pattern: string): Promise<Found[]> {
  const { isDynamicPattern } = await import('tinyglobby');
  const parts = pattern.split('/');
  const fixed = parts.findIndex((part) => isDynamicPattern(part));
  const base = parts.slice(0, fixed).join('/');
  return list(parts.slice(fixed).join('/'), base === '' ? (fixed > 0 ? '/' : '.') : base);
}

async function list(pattern: string, folder: string): Promise<Found[]> {
  const { glob } = await import('tinyglobby');
  const options = { cwd: folder, dot: false, onlyFiles: true, followSymbolicLinks: false, expandDirectories: false };
  const files = await glob(pattern, options);
  return files.map((file) => ({ path: join(folder, file), file: file.split(sep).join('/'), named: false }));
}

function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => dirname(resolve(path)).split(sep));
  const first = folders[0] ?? [];
  const parted = first.findIndex((part, at) => folders.some((other) => other[at] !== part));
  return (parted < 0 ? first : first.slice(0, parted)).join(sep) || sep;
}

const belowRoot = (root: string, path: string) => relative(root, resolve(path)).split(sep).join('/') || basename(path);

/** Another batch's index beside its ledger is no discussion. */
async function isOwnIndex(path: string): Promise<boolean> {
  if (!/^index\.(?:csv|crux\.json)$/.test(basename(path))) return false;
  return (await lstat(join(dirname(path), '.crux-batch.sqlite')).catch(() => null)) !== null;
}

async function examine({ path, file, named }: Found, sameAs: string | null): Promise<BatchInput> {
  const is = await (named ? stat(path) : lstat(path)).catch(() => null);
  const refused = is && refuse(is, named);
  const blank = { path, file, named, sha256: null, bytes: is?.size ?? 0, refused, sameAs };
  if (!is || refused !== null || sameAs !== null || is.size > LARGEST_INPUT) return blank;
  const hashed = await hashFile(path).catch(() => null);
  return hashed ? { ...blank, ...hashed } : blank;
}

function refuse(is: Stats, named: boolean): string | null {
  if (is.isFile()) return null;
  if (is.isSymbolicLink() && !named) return 'a link: links inside folders are not followed, name it to have it read';
  return 'not a file of data but a device or a pipe';
}
