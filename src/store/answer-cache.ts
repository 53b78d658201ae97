import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { ConfigError } from '../errors/index.ts';

/** An answer as it is kept: the raw reply as JSON text and the tokens that the endpoint counted for it (null: it did not say). */
export interface StoredAnswer {
  readonly key: string;
  readonly stage: string;
  readonly model: string;
  readonly reply: string;
  readonly inputTokens: number | null;
  readonly cachedTokens: number | null;
  readonly outputTokens: number | null;
}

/** What the cache holds of one stage and model; tokens are sums over the answers whose endpoint counted them. */
export interface CacheShare {
  readonly stage: string;
  readonly model: string;
  readonly answers: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
}

export interface CacheStats {
  readonly answers: number;
  /** Bytes of the replies, without the database's own overhead. */
  readonly replyBytes: number;
  readonly shares: readonly CacheShare[];
}

/** Answers by the hash of everything that could change them. Several processes may use one cache at once; what `put` returned from is not lost when the process dies. */
export interface AnswerCache {
  get(key: string): StoredAnswer | null;
  /** Whether an answer is there, without reading it. */
  has(key: string): boolean;
  /** Keeps the answers in one step, all or none; the first answer to a key stays, so that all readers see the same one. */
  put(answers: readonly StoredAnswer[]): void;
  /** The same for answers that the user gives: they take the place of earlier ones. */
  replace(answers: readonly StoredAnswer[]): void;
  stats(): CacheStats;
  /** A short note kept beside the answers, by name; a later one replaces it. */
  recall(name: string): string | null;
  remember(name: string, note: string): void;
  /** Removes all answers and notes, gives the space back and says how many there were. */
  clear(): number;
  close(): void;
}

const LAYOUT = 1;

const TABLES = `CREATE TABLE IF NOT EXISTS answers (
  key TEXT PRIMARY KEY, stage TEXT NOT NULL, model TEXT NOT NULL, reply TEXT NOT NULL,
  input_tokens INTEGER, cached_tokens INTEGER, output_tokens INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, note TEXT NOT NULL) STRICT`;

const COLUMNS = `key, stage, model, reply, input_tokens AS inputTokens, cached_tokens AS cachedTokens, output_tokens AS outputTokens`;

const SHARES = `SELECT stage, model, count(*) AS answers, coalesce(sum(input_tokens), 0) AS inputTokens,
  coalesce(sum(cached_tokens), 0) AS cachedTokens, coalesce(sum(output_tokens), 0) AS outputTokens
  FROM answers GROUP BY stage, model ORDER BY stage, model`;

/** Opens the cache in the file, whose folder must exist, and makes it if it is not there; throws a ConfigError for a file that is no such cache. */
export function openAnswerCache(path: string): AnswerCache {
  const db = openDatabase(path);
  const select = db.prepare(`SELECT ${COLUMNS} FROM answers WHERE key = ?`);
  const exists = db.prepare('SELECT 1 FROM answers WHERE key = ?');
  const insert = db.prepare('INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const overwrite = db.prepare('INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)');
  const count = db.prepare(
    'SELECT count(*) AS answers, coalesce(sum(octet_length(reply)), 0) AS replyBytes FROM answers',
  );
  const shares = db.prepare(SHARES);
  const note = db.prepare('SELECT note FROM notes WHERE name = ?');
  const keepNote = db.prepare('INSERT OR REPLACE INTO notes VALUES (?, ?)');
  const totals = () => count.get() as unknown as { readonly answers: number; readonly replyBytes: number };
  const write = (statement: StatementSync, answers: readonly StoredAnswer[]) =>
    inOneStep(db, () => {
      for (const { key, stage, model, reply, inputTokens, cachedTokens, outputTokens } of answers)
        statement.run(key, stage, model, reply, inputTokens, cachedTokens, outputTokens);
    });
  return {
    get: (key) => (select.get(key) as unknown as StoredAnswer | undefined) ?? null,
    has: (key) => exists.get(key) !== undefined,
    put: (answers) => write(insert, answers),
    replace: (answers) => write(overwrite, answers),
    stats: () => ({ ...totals(), shares: shares.all() as unknown as readonly CacheShare[] }),
    recall: (name) => (note.get(name)?.['note'] as string | undefined) ?? null,
    remember: (name, text) => void keepNote.run(name, text),
    clear: () => {
      const { answers } = totals();
      db.exec('DELETE FROM answers; DELETE FROM notes');
      db.exec('VACUUM');
      return answers;
    },
    close: () => db.close(),
  };
}

function openDatabase(path: string): DatabaseSync {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { timeout: 5000 });
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = NORMAL');
    prepareTable(db, path);
    return db;
  } catch (cause) {
    db?.close();
    if (cause instanceof ConfigError) throw cause;
    throw new ConfigError(
      `${path}: cannot be used as the answer cache: ${(cause as Error).message}`,
      'Run with --no-cache, or remove the file: only answers that can be asked for again are in it.',
      cause,
    );
  }
}

function prepareTable(db: DatabaseSync, path: string): void {
  inOneStep(db, () => {
    const { user_version: layout } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (layout > LAYOUT)
      throw new ConfigError(`${path}: was written by a newer cruxgraph`, 'Update cruxgraph, or run with --no-cache.');
    db.exec(TABLES);
    db.exec(`PRAGMA user_version = ${LAYOUT}`);
  });
}

function inOneStep(db: DatabaseSync, work: () => void): void {
  // Taking the write lock at once lets waiting writers queue up; a read lock that grows into one fails without waiting.
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
