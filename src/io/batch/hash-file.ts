import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const PIECE = 64 * 1024;
// One buffer for all files: thousands of fresh ones would pile up before they are collected.
const buffer = Buffer.allocUnsafe(PIECE);
let turn: Promise<unknown> = Promise.resolve();

/** Hash (SHA-256, hex) and size of a file's bytes, in little memory whatever its size. One file at a time, in the order asked. */
export function hashFile(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const mine = turn.then(() => hashNow(path));
  turn = mine.catch(() => undefined);
  return mine;
}

async function hashNow(path: string) {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, PIECE, null);
      if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes };
      hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}
