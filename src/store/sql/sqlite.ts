// SQLite through node:sqlite: one file, nothing to set up. Journal in write-ahead mode with synchronous FULL: a commit is on
// disk when it returns. A commit costs a flush of the disk, so transactions that are asked for in the same turn of the loop
// share one (group commit): each is a savepoint of its own, undone alone when it fails, and nobody is told "done" before the
// common commit has returned. Where it is known that others are about to write, it waits for them, some turns of the loop at most.
//
// Limits: the calls are synchronous; a slow disk holds up the process. Several processes may share the file (the server and the
// terminal); they wait for each other for up to two seconds. More servers than one want PostgreSQL.

import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { StoreTrouble } from '../../learn/index.ts';
import type { Sql } from './sql.ts';
import type { Tables } from './tables.ts';
import { troubleOf } from './trouble.ts';

const BUSY_MS = 2000;
/** Longer batches would keep the first of them waiting for nothing. */
const MOST_TOGETHER = 256;
/** The longest wait for others who are about to write: turns of the loop, which are short unless others are served in them. */
const MOST_TURNS = 16;

/**
 * Opens a file, and makes it when it is not there, readable for its owner only.
 * @param isMoreComing whether others may be about to write
 */
export function openSqlite(file: string, isMoreComing: () => boolean = () => false): Sql {
  const place = `SQLite file ${file}`;
  const [writer, reader] = opened(file, place);
  const kysely = kyselyOver(writer);
  const committed = kyselyOver(reader);
  const { write, settled } = groupCommit(writer, kysely, place, isMoreComing);
  return {
    dialect: 'sqlite',
    place,
    file,
    read: committed,
    write,
    close: async () => {
      await settled();
      // The last connection to close folds the journal into the file.
      reader.close();
      writer.close();
    },
  };
}

function opened(file: string, place: string): readonly [DatabaseSync, DatabaseSync] {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const isNew = !existsSync(file);
    const writer = new DatabaseSync(file, { timeout: BUSY_MS });
    if (isNew) chmodSync(file, 0o600);
    writer.exec(`
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma foreign_keys = on;
      pragma secure_delete = on;
      pragma trusted_schema = off;
    `);
    const { journal_mode: mode } = writer.prepare('pragma journal_mode').get() as { journal_mode: string };
    if (mode !== 'wal') throw new StoreTrouble('read-only', `${place} cannot keep a journal beside it.`);
    // Fails on a file or folder that cannot be written, now and not at the first comment.
    writer.exec('begin immediate; rollback');
    return [writer, new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS })];
  } catch (error) {
    throw troubleOf(error, place);
  }
}

function kyselyOver(database: DatabaseSync): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyWants(database) }) });
}

/** Kysely knows better-sqlite3; node:sqlite differs in how values are given. Statements are prepared once. */
function asKyselyWants(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    close: () => database.close(),
    prepare: (text) => {
      const known = prepared.get(text);
      if (known) return known;
      const statement = wrapped(database.prepare(text));
      prepared.set(text, statement);
      return statement;
    },
  };
}

function wrapped(statement: StatementSync): ReturnType<SqliteDatabase['prepare']> {
  const values = (given: readonly unknown[]) => given as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (given) => statement.all(...values(given)),
    run: (given) => statement.run(...values(given)),
    iterate: (given) => statement.iterate(...values(given)),
  };
}

interface Job {
  readonly run: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

function groupCommit(
  database: DatabaseSync,
  tables: Kysely<Tables>,
  place: string,
  isMoreComing: () => boolean,
) {
  const queue: Job[] = [];
  let isRunning = false;
  let onSettled: (() => void)[] = [];

  // After the requests that have arrived in this turn of the loop, and those of which is known that they are about to write.
  const soon = () => {
    let turns = 0;
    const look = () => {
      turns += 1;
      if (turns < MOST_TURNS && queue.length < MOST_TOGETHER && isMoreComing()) setImmediate(look);
      else void run();
    };
    setImmediate(look);
  };
  const run = async () => {
    const jobs = queue.splice(0, MOST_TOGETHER);
    await commitTogether(database, jobs, place);
    if (queue.length > 0) {
      soon();
      return;
    }
    isRunning = false;
    for (const told of onSettled) told();
    onSettled = [];
  };
  const write: Sql['write'] = (work) =>
    new Promise((resolve, reject) => {
      queue.push({ run: () => work(tables), resolve: resolve as (value: unknown) => void, reject });
      if (isRunning) return;
      isRunning = true;
      soon();
    });
  const settled = () =>
    new Promise<void>((resolve) => {
      if (isRunning) onSettled.push(resolve);
      else resolve();
    });
  return { write, settled };
}

/** Never throws: each job is told by its own promise. */
async function commitTogether(database: DatabaseSync, jobs: readonly Job[], place: string): Promise<void> {
  const done: { readonly job: Job; readonly value: unknown }[] = [];
  try {
    database.exec('begin immediate');
    for (const job of jobs) {
      database.exec('savepoint job');
      try {
        const value = await job.run();
        database.exec('release job');
        done.push({ job, value });
      } catch (error) {
        // A full disk undoes the whole transaction by itself; then nobody's work is there.
        if (!database.isTransaction) throw error;
        database.exec('rollback to job; release job');
        job.reject(isOfSqlite(error) ? troubleOf(error, place) : error);
      }
    }
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    const trouble = troubleOf(error, place);
    for (const job of jobs) job.reject(trouble);
    return;
  }
  for (const { job, value } of done) job.resolve(value);
}

function isOfSqlite(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}
