import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError } from '../../errors/index.ts';
import { writeWhole } from '../write-file.ts';
import { parseTape, serializeTape, serializeTapeLine, type TapeLine } from './tape.ts';

/** A tape that is being recorded. */
export interface TapeFile {
  /** Writes the line down at once, so that a run that dies loses nothing. */
  readonly record: (line: TapeLine) => void;
  /** Waits for what is being written and puts the whole tape in order. */
  close(): Promise<void>;
}

/** Reads a tape from disk. */
export async function readTapeFile(path: string): Promise<readonly TapeLine[]> {
  try {
    return parseTape(await readFile(path, 'utf8'), path);
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    throw new ConfigError(`${path}: cannot be read as a tape: ${(cause as Error).message}`, 'Check the path.', cause);
  }
}

/** Opens a tape to record on; what it holds already stays, and a last line that a crash cut short is dropped. */
export async function openTapeFile(path: string): Promise<TapeFile> {
  await mkdir(dirname(path), { recursive: true });
  const before = await readFile(path, 'utf8').catch(() => '');
  const lines = [...parseTape(before.slice(0, before.lastIndexOf('\n') + 1), path)];
  let writing = writeWhole(path, serializeTape(lines));
  let trouble: unknown = null;
  return {
    record: (line) => {
      lines.push(line);
      writing = writing
        .then(() => appendFile(path, serializeTapeLine(line)))
        .catch((error: unknown) => {
          trouble ??= error;
        });
    },
    close: async () => {
      await writing;
      if (trouble !== null)
        throw new ConfigError(`${path}: cannot be written: ${(trouble as Error).message}`, null, trouble);
      await writeWhole(path, serializeTape(lines));
    },
  };
}
