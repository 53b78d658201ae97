import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 64 * 1024;
// One buffer for all files: thousands of fresh ones would pile up before they are collected.
const buffer = Buffer.allocUnsafe(PIECE);

/**
 * Hash (SHA-256, hex) and size of a file's bytes, in little memory whatever its size; throws what the file system throws.
 * It does not wait: for the small files of a batch that is several times as fast.
 */
export function hashFile(path: string): { readonly sha256: string; readonly bytes: number } {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for (;;) {
      const read = readSync(file, buffer, 0, PIECE, null);
      if (read === 0) return { sha256: hash.digest('hex'), bytes };
      hash.update(buffer.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(file);
  }
}
