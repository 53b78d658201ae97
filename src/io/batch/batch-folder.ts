import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WriteIndex, Written } from '../../batch/index.ts';
import { ConfigError } from '../../errors/index.ts';
import { writeWhole } from '../write-file.ts';
import { hashFile } from './hash-file.ts';

/** Folder of unfinished files inside the folder of results: the same disk, hidden, and easy to be rid of. */
const DRAFTS = '.crux-batch.drafts';

/** The folder that a batch writes into. */
export interface BatchFolder {
  /** Makes the folder if it is not there; throws a ConfigError where it cannot be. */
  make(): Promise<void>;
  readonly writeIndex: WriteIndex;
  /** Whether the file is there, with the bytes that were written. */
  isIntact(output: Written): boolean;
  /** Removes what an earlier run, killed in its midst, left unfinished; also to be called at the end. */
  removeDrafts(): Promise<void>;
}

/** The folder at `path`; nothing is made or read before it is asked. */
export function batchFolder(path: string): BatchFolder {
  return {
    make: async () => {
      await mkdir(path, { recursive: true }).catch((cause: Error) => {
        throw new ConfigError(`${path}: cannot be made: ${cause.message}`, 'Choose another folder with -o.', cause);
      });
    },
    writeIndex: (name, pieces) => writeBelow(path, name, pieces),
    isIntact: ({ path: below, sha256 }) => {
      try {
        return hashFile(join(path, below)).sha256 === sha256;
      } catch {
        return false;
      }
    },
    removeDrafts: () => rm(join(path, DRAFTS), { recursive: true, force: true }),
  };
}

/** Writes a file below the batch's folder, whole or not at all. */
export function writeBelow(folder: string, name: string, content: string | Iterable<string>): Promise<void> {
  return writeWhole(join(folder, name), content, join(folder, DRAFTS));
}
