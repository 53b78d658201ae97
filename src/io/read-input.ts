import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { SourceError } from '../errors/index.ts';

/** Bytes of an input and the base name that results carry; never a path. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Largest input in bytes; a longer one is an archive to be split, not a discussion to be shown. */
export const LARGEST_INPUT = 64 * 1024 * 1024;

const REASONS: Readonly<Record<string, readonly [string, string | null]>> = {
  ENOENT: ['no such file', 'Check the path; a name that begins with - needs ./ before it.'],
  EISDIR: ['is a directory', 'Name one file of it.'],
  EACCES: ['permission denied', 'The file must be readable for you.'],
  ENOTDIR: ['no such file: a part of the path is not a folder', 'Check the path.'],
  ENAMETOOLONG: ['the name is too long', 'Check the path.'],
};

/** Reads a file whole; throws a SourceError that says what and where for anything that is not a readable file of sensible size. */
export async function readFileInput(path: string): Promise<Input> {
  const name = basename(path);
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat().then((stat) => {
        if (stat.isDirectory()) throw Object.assign(new Error('directory'), { code: 'EISDIR' });
        return stat;
      });
      if (size > LARGEST_INPUT) throw tooLarge(path, size);
      return { bytes: await file.readFile(), name };
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const [reason, hint] = REASONS[(cause as NodeJS.ErrnoException).code ?? ''] ?? [(cause as Error).message, null];
    throw new SourceError(`${path}: ${reason}`, hint, cause);
  }
}

/** Reads a stream to its end, within the same limit. */
export async function readStreamInput(stream: AsyncIterable<Uint8Array | string>, name: string): Promise<Input> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    size += bytes.length;
    if (size > LARGEST_INPUT) throw tooLarge('standard input', size);
    chunks.push(bytes);
  }
  return { bytes: Buffer.concat(chunks), name };
}

function tooLarge(place: string, size: number): SourceError {
  const mb = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  return new SourceError(
    `${place}: ${mb(size)} MB is more than the ${mb(LARGEST_INPUT)} MB that one discussion may have`,
    'Split the archive into its threads first.',
  );
}
