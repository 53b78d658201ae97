import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Compiles `src` as `npm run build` does, but into a folder of the tests' own; gives its path. */
export function buildInto(name: string): string {
  const out = join(ROOT, '.tmp', name);
  // Types are checked elsewhere: a test of behaviour wants the code as it is.
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.build.json'), '--outDir', out, '--noCheck'], {
    stdio: 'pipe',
  });
  return out;
}
