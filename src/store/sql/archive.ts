// Backups. A backup is one SQLite file with the same tables, whatever database it was made from: it can be looked into by any tool
// and brought back into either, which is also the way from a file to PostgreSQL. It is made while the server runs, holds one
// moment, is checked, and only then gets its name. Bringing back is one transaction: everything or nothing.

import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync, backup as sqliteBackup } from 'node:sqlite';
import { type Kysely, sql } from 'kysely';
import { StoreTrouble } from '../../learn/index.ts';
import { note, verifyChain } from './audit.ts';
import { build, FORMAT, formatOf, lockFormat, migrate, newerThanThis, raze } from './migrations.ts';
import type { Sql } from './sql.ts';
import { openSqlite } from './sqlite.ts';
import { TABLES, type Tables } from './tables.ts';
import { troubleOf } from './trouble.ts';

const ROWS_AT_ONCE = 200;

export interface Archived {
  readonly format: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Lines of the audit log, and the first that does not fit. */
  readonly audit: { readonly lines: number; readonly broken: number | undefined };
}

/**
 * Writes a backup.
 * @throws StoreTrouble when the file is there already, cannot be written or does not pass its check; then there is no file
 */
export async function backup(store: Sql, file: string): Promise<Archived> {
  const path = resolve(file);
  if (existsSync(path)) throw new StoreTrouble('read-only', `${file} is there already. Choose another name.`);
  const place = `Backup ${file}`;
  try {
    const folder = mkdtempSync(join(dirname(path), '.backstride-backup-'));
    try {
      const unfinished = join(folder, 'backup.sqlite');
      if (store.file === undefined) await copyRows(store, unfinished);
      else await copyPages(store.file, unfinished);
      const archived = await check(unfinished);
      flush(unfinished);
      renameSync(unfinished, path);
      flush(dirname(path));
      return archived;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch (error) {
    throw troubleOf(error, place);
  }
}

/** SQLite's own online backup: pages of one moment, while others go on writing. */
async function copyPages(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    await sqliteBackup(source, to);
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(to);
  // One file, without a journal beside it.
  copy.exec('pragma journal_mode = delete');
  copy.close();
}

/** Row by row, in a transaction that sees one moment. */
async function copyRows(store: Sql, to: string): Promise<void> {
  const target = openSqlite(to);
  try {
    await migrate(target);
    await store.read
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (from) => {
        if ((await formatOf(from)) !== FORMAT) {
          throw new StoreTrouble(
            'newer',
            'The tables are not of this version: run backstride migrate first.',
          );
        }
        await target.write((into) => copyTables(from, into));
      });
  } finally {
    await target.close();
  }
  const copy = new DatabaseSync(to);
  copy.exec('pragma journal_mode = delete');
  copy.close();
}

async function copyTables(from: Kysely<Tables>, into: Kysely<Tables>): Promise<void> {
  for (const table of TABLES) {
    const key = keyOf(table);
    let last: string | number | undefined;
    for (;;) {
      const rows: Record<string, unknown>[] = await page(from, table, key, last);
      if (rows.length === 0) break;
      await into
        .insertInto(table)
        .values(rows as never)
        .execute();
      last = rows.at(-1)?.[key] as string | number;
      if (rows.length < ROWS_AT_ONCE) break;
    }
  }
  // Replies were put in before what they answer was sure to be there.
  await putParents(from, into);
}

async function page(
  from: Kysely<Tables>,
  table: (typeof TABLES)[number],
  key: string,
  after: string | number | undefined,
): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} ${
    after === undefined ? sql`` : sql`where ${sql.ref(key)} > ${after}`
  } order by ${sql.ref(key)} limit ${ROWS_AT_ONCE}`.execute(from);
  return table === 'comments' ? rows.map((row) => ({ ...row, parent: null })) : rows;
}

async function putParents(from: Kysely<Tables>, into: Kysely<Tables>): Promise<void> {
  let after = '';
  for (;;) {
    const replies = await from
      .selectFrom('comments')
      .select(['id', 'parent'])
      .where('parent', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const { id, parent } of replies) {
      await into.updateTable('comments').set({ parent }).where('id', '=', id).execute();
    }
    after = replies.at(-1)?.id ?? '';
    if (replies.length < ROWS_AT_ONCE) return;
  }
}

function keyOf(table: (typeof TABLES)[number]): string {
  switch (table) {
    case 'keys':
      return 'name';
    case 'sessions':
      return 'secret';
    case 'throttles':
      return 'key';
    case 'audit':
      return 'seq';
    default:
      return 'id';
  }
}

/** Looks through a backup from end to end. @throws StoreTrouble when it is not one, or not whole */
async function check(file: string): Promise<Archived> {
  const archive = openArchive(file);
  try {
    const format = await formatOf(archive.read);
    if (format === 0) throw new StoreTrouble('damaged', 'It holds no tables of Backstride.');
    if (format > FORMAT) throw newerThanThis(format);
    const rows: Record<string, number> = {};
    for (const table of TABLES) rows[table] = await countOf(archive.read, table);
    return { format, rows, audit: await verifyChain(archive.read) };
  } finally {
    await archive.close();
  }
}

/** Opens a backup for reading only, and looks whether it is sound. */
function openArchive(file: string): { readonly read: Kysely<Tables>; readonly close: () => Promise<void> } {
  const database = new DatabaseSync(file, { readOnly: true });
  const { integrity_check: integrity } = database.prepare('pragma integrity_check').get() as {
    integrity_check: string;
  };
  const orphans = database.prepare('pragma foreign_key_check').all();
  database.close();
  if (integrity !== 'ok' || orphans.length > 0)
    throw new StoreTrouble('damaged', `It does not pass SQLite's check: ${integrity}.`);
  const opened = openSqlite(file);
  return { read: opened.read, close: opened.close };
}

export interface Restored extends Archived {
  /** Rows that were there before. */
  readonly replaced: number;
}

/**
 * Brings a backup back in place of everything that is there.
 * @param replace without it, a store that holds something is left alone
 * @throws StoreTrouble when the backup is not sound or newer than this version, or the store holds something; then nothing has changed
 */
export async function restore(store: Sql, file: string, replace: boolean, at: number): Promise<Restored> {
  const place = `Backup ${file}`;
  if (!existsSync(file)) throw new StoreTrouble('read-only', `${place} is not there.`);
  try {
    // On a copy: an older format is brought up to date first, and the backup stays as it is.
    const folder = mkdtempSync(join(dirname(resolve(file)), '.backstride-restore-'));
    try {
      const copy = join(folder, 'backup.sqlite');
      copyFileSync(file, copy);
      const archived = await check(copy);
      const archive = openSqlite(copy);
      try {
        await migrate(archive);
        const replaced = await putBack(store, archive.read, replace, at);
        return { ...archived, replaced };
      } finally {
        await archive.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch (error) {
    throw troubleOf(error, place);
  }
}

async function putBack(store: Sql, from: Kysely<Tables>, replace: boolean, at: number): Promise<number> {
  return store.write(async (into) => {
    await lockFormat(store, into);
    await sql`create table if not exists format (one bigint primary key check (one = 1), version bigint not null)`.execute(
      into,
    );
    const before = await formatOf(into);
    if (before > FORMAT) throw newerThanThis(before);
    const held =
      before === 0
        ? 0
        : (await countOf(into, 'comments')) +
          (await countOf(into, 'editors')) +
          (await countOf(into, 'reports'));
    if (held > 0 && !replace) {
      throw new StoreTrouble(
        'read-only',
        `${store.place} holds ${held} comments, reports and editors, which would be gone. Make a backup of it, then add --replace.`,
      );
    }
    await raze(store, into, [...TABLES].reverse());
    await build(store, into, 0);
    await copyTables(from, into);
    // Whoever was signed in when the backup was made is not any more.
    await into.deleteFrom('sessions').execute();
    await note(store, into, {
      by: 'terminal',
      action: 'store.restore',
      subject: 'store',
      detail: `format ${FORMAT}`,
      at,
    });
    return held;
  });
}

async function countOf(tables: Kysely<Tables>, table: (typeof TABLES)[number]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tables);
  return rows[0]?.n ?? 0;
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
