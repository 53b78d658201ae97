import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openAnswerCache } from '../../src/store/index.ts';
import { answerOf } from './cache-filler.ts';

/** How four processes that filled one cache together ended, and what was found in it afterwards. */
export interface FilledTogether {
  readonly exits: readonly (number | NodeJS.Signals | null)[];
  /** Answers that a process had been told were kept. */
  readonly promised: number;
  /** Those of them that are not there or not as they were. */
  readonly lost: number;
  readonly integrity: string;
}

const WRITERS = ['a', 'b', 'c', 'd'];
const ENDLESS = 1_000_000_000;

/** Lets three processes put `count` answers each into the cache at once, and a fourth go on until it is killed with SIGKILL after `killAt` of its own. */
export async function fillTogether(path: string, count: number, killAt: number): Promise<FilledTogether> {
  const runs = await Promise.all(
    WRITERS.map((writer, index) => run(path, writer, index === 0 ? ENDLESS : count, index === 0 ? killAt : null)),
  );
  const cache = openAnswerCache(path);
  const promised = runs.flatMap(({ safe }, index) =>
    Array.from({ length: safe }, (_, number) => answerOf(WRITERS[index]!, number)),
  );
  const lost = promised.filter(({ key, reply }) => cache.get(key)?.reply !== reply).length;
  cache.close();
  const database = new DatabaseSync(path, { readOnly: true });
  const integrity = String(database.prepare('PRAGMA integrity_check').get()?.['integrity_check']);
  database.close();
  return { exits: runs.map(({ exit }) => exit), promised: promised.length, lost, integrity };
}

function run(path: string, writer: string, count: number, killAt: number | null) {
  const file = join(import.meta.dirname, 'cache-filler.ts');
  const child = spawn(process.execPath, [file, path, writer, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let safe = 0;
  child.stdout.on('data', (bytes: Buffer) => {
    for (const byte of bytes) if (byte === 10) safe += 1;
    if (killAt !== null && safe >= killAt) child.kill('SIGKILL');
  });
  return new Promise<{ exit: number | NodeJS.Signals | null; safe: number }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ exit: signal ?? code, safe }));
  });
}
