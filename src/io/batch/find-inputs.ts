import { existsSync, type Stats } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type BatchInput, LEDGER_NAME } from '../../batch/index.ts';
import { UsageError } from '../../errors/index.ts';
import { hasTextName } from '../../sources/index.ts';
import { LARGEST_INPUT } from '../read-input.ts';
import { hashFile } from './hash-file.ts';
import type { Listed } from './list-paths.ts';
import { realPath, statOf } from './look-at.ts';

/** How many files are looked at before others (Ctrl-C) have their turn. */
const STRETCH = 64;

/**
 * Files that the paths lead to: files by name, folders with all below them, globs. Hidden files, links
 * inside folders, and the folder of results where it is among the inputs are left out. Throws a UsageError where nothing is found.
 */
export async function findInputs(paths: readonly string[], outFolder: string): Promise<readonly BatchInput[]> {
  const { listPaths } = await import('./list-paths.ts');
  const out = realPath(outFolder);
  const inputs: BatchInput[] = [];
  const seen = new Map<string, string>();
  for (const [index, listed] of (await listPaths(paths, out)).entries()) {
    if (index % STRETCH === STRETCH - 1) await setImmediate();
    const real = realPath(listed.path);
    if (listed.under !== null && (isResult(real, out, listed.under) || isOwnIndex(listed.path))) continue;
    const input = examine(listed, seen.get(real) ?? null);
    if (input.refused === null && input.sameAs === null) seen.set(real, listed.file);
    inputs.push(input);
  }
  if (inputs.length === 0)
    throw new UsageError(`${paths.join(', ')}: no files found`, 'Name files, folders, or globs in quotes.');
  return inputs;
}

/** Whether a file is in the folder of results, where that is one of those that are searched. */
const isResult = (real: string, out: string, under: string) =>
  real.startsWith(out + sep) && out.startsWith(realPath(under) + sep);

/** Another batch's index beside its ledger is no discussion. */
function isOwnIndex(path: string): boolean {
  return /^index\.(?:csv|crux\.json)$/.test(basename(path)) && existsSync(join(dirname(path), LEDGER_NAME));
}

function examine({ path, file, under }: Listed, sameAs: string | null): BatchInput {
  const named = under === null;
  const is = statOf(path);
  if (!is) return { path, file, named, sha256: null, bytes: 0, refused: null, sameAs };
  const refused = refuse(is, file, named);
  const blank = { path, file, named, sha256: null, bytes: is.size, refused, sameAs };
  if (refused !== null || sameAs !== null || is.size > LARGEST_INPUT) return blank;
  try {
    return { ...blank, ...hashFile(path) };
  } catch {
    return blank;
  }
}

function refuse(is: Stats, file: string, named: boolean): string | null {
  if (!is.isFile()) return 'no file of data but a device or a pipe';
  return is.size > LARGEST_INPUT && !named && !hasTextName(file) ? 'too large, and not called like a text' : null;
}
