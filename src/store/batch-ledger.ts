import { DatabaseSync } from 'node:sqlite';
import type { Ledger, LedgerEntry, ThreadState, ThreadSummary, Written } from '../batch/index.ts';
import { ConfigError } from '../errors/index.ts';

const LAYOUT = 1;

const TABLE = `CREATE TABLE IF NOT EXISTS threads (
  target TEXT PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT, settings TEXT NOT NULL, state TEXT NOT NULL, why TEXT,
  milliseconds INTEGER NOT NULL, ended TEXT NOT NULL, outputs TEXT NOT NULL, summary TEXT
) STRICT`;

const COLUMNS = 'target, file, sha256, settings, state, why, milliseconds, outputs';

/**
 * Opens the ledger in the file, whose folder must exist, and makes it if it is not there. Only one process at a time may hold
 * it: throws a ConfigError where another has it, and for a file that is no ledger. `today` gives the time to note.
 */
export function openBatchLedger(path: string, today: () => Date): Ledger {
  const db = openDatabase(path);
  const select = db.prepare(`SELECT ${COLUMNS} FROM threads WHERE target = ?`);
  const insert = db.prepare('INSERT OR REPLACE INTO threads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const result = db.prepare('SELECT sha256, summary FROM threads WHERE target = ? AND summary IS NOT NULL');
  return {
    entry: (target) => {
      const row = select.get(target) as unknown as Row | undefined;
      return row ? toEntry(row) : null;
    },
    keep: ({ target, file, sha256, settings, state, why, milliseconds, outputs }, summary) => {
      const told = summary && JSON.stringify(summary);
      const written = JSON.stringify(outputs);
      insert.run(target, file, sha256, settings, state, why, milliseconds, today().toISOString(), written, told);
    },
    resultOf: (target) => {
      const row = result.get(target) as { readonly sha256: string | null; readonly summary: string } | undefined;
      return row ? { sha256: row.sha256, summary: JSON.parse(row.summary) as ThreadSummary } : null;
    },
    close: () => db.close(),
  };
}

interface Row extends Omit<LedgerEntry, 'outputs' | 'state'> {
  readonly state: string;
  readonly outputs: string;
}

const toEntry = (row: Row): LedgerEntry => ({
  ...row,
  state: row.state as ThreadState,
  outputs: JSON.parse(row.outputs) as readonly Written[],
});

function openDatabase(path: string): DatabaseSync {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path);
    // The lock is held until the process ends, however it ends: two batches in one folder would undo each other's work.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    db.exec('BEGIN IMMEDIATE');
    const { user_version: layout } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (layout > LAYOUT)
      throw new ConfigError(`${path}: was written by a newer cruxgraph`, 'Update cruxgraph, or name another folder.');
    db.exec(`${TABLE}; PRAGMA user_version = ${LAYOUT}; COMMIT`);
    return db;
  } catch (cause) {
    db?.close();
    if (cause instanceof ConfigError) throw cause;
    if (/locked|busy/i.test((cause as Error).message))
      throw new ConfigError(
        `${path}: another crux batch is at work there`,
        'Wait for it, or name another folder.',
        cause,
      );
    throw new ConfigError(
      `${path}: cannot be used as the ledger: ${(cause as Error).message}`,
      'Name another folder with -o, or remove the file: then all threads are read anew.',
      cause,
    );
  }
}
