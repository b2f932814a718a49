// How the tables came to be, step by step. A step that has been released never changes; a new one is added below it. SQL that
// both databases understand, save for triggers. All missing steps are one transaction: a format is whole or it is the old one.

import { type Kysely, sql } from 'kysely';
import { StoreTrouble } from '../../learn/index.ts';
import type { Sql } from './sql.ts';
import type { Tables } from './tables.ts';
import { troubleOf } from './trouble.ts';

interface Step {
  readonly both: readonly string[];
  readonly sqlite: readonly string[];
  readonly postgres: readonly string[];
}

const STEPS: readonly Step[] = [
  {
    both: [
      `create table keys (name text primary key, value text not null)`,
      `create table editors (
        id text primary key,
        login text not null unique,
        name text not null,
        roles text not null,
        password text not null,
        disabled_at bigint,
        created_at bigint not null
      )`,
      `create table comments (
        id text primary key,
        page text not null,
        parent text references comments (id),
        name text not null,
        email text not null,
        text text not null,
        state text not null check (state in ('waiting', 'published', 'rejected', 'deleted')),
        reason text,
        edited_by text,
        edited_at bigint,
        suspicions text not null,
        mail text not null check (mail in ('none', 'asked', 'confirmed')),
        secret text not null,
        essence text not null,
        version bigint not null,
        created_at bigint not null,
        changed_at bigint not null,
        check (state <> 'deleted' or (name = '' and email = '' and text = '')),
        check ((edited_by is null) = (edited_at is null))
      )`,
      `create index comments_on_page on comments (page, id) where state in ('published', 'deleted')`,
      `create index comments_waiting on comments (id) where state = 'waiting'`,
      `create table reports (
        id text primary key,
        kind text not null check (kind in ('claim', 'letter')),
        claim text,
        name text not null,
        email text not null,
        text text not null,
        state text not null check (state in ('received', 'looking', 'corrected', 'stands', 'answered', 'closed')),
        answer text not null,
        secret text not null,
        version bigint not null,
        created_at bigint not null,
        changed_at bigint not null,
        check ((kind = 'claim') = (claim is not null))
      )`,
      `create index reports_open on reports (id) where state in ('received', 'looking')`,
      `create index reports_of_claim on reports (claim, id) where claim is not null`,
      `create table sign_offs (
        id text primary key,
        claim text not null,
        edition text not null,
        verdict text not null,
        note text not null,
        editor text not null references editors (id),
        by_name text not null,
        second text references editors (id),
        second_name text,
        state text not null check (state in ('proposed', 'signed', 'withdrawn')),
        version bigint not null,
        created_at bigint not null,
        decided_at bigint,
        check (second is null or second <> editor)
      )`,
      `create index sign_offs_of_claim on sign_offs (claim, id)`,
      `create table recovery_codes (
        id text primary key,
        editor text not null references editors (id),
        code text not null,
        used_at bigint
      )`,
      `create index recovery_codes_of_editor on recovery_codes (editor)`,
      `create table passkeys (
        id text primary key,
        editor text not null references editors (id),
        name text not null,
        public_key text not null,
        counter bigint not null,
        created_at bigint not null,
        used_at bigint
      )`,
      `create index passkeys_of_editor on passkeys (editor)`,
      `create table sessions (
        secret text primary key,
        editor text not null references editors (id),
        created_at bigint not null,
        seen_at bigint not null
      )`,
      `create index sessions_of_editor on sessions (editor)`,
      `create table throttles (key text primary key, until bigint not null)`,
      `create index throttles_until on throttles (until)`,
      `create table letters (
        id text primary key,
        recipient text not null,
        subject text not null,
        text text not null,
        tries bigint not null,
        due_at bigint
      )`,
      `create index letters_due on letters (due_at) where due_at is not null`,
      `create table audit (
        seq bigint primary key,
        at bigint not null,
        by_name text not null,
        action text not null,
        subject text not null,
        detail text not null,
        before text not null unique,
        hash text not null unique
      )`,
    ],
    sqlite: [
      `create trigger audit_no_update before update on audit
        begin select raise(abort, 'the audit log is append-only'); end`,
      `create trigger audit_no_delete before delete on audit
        begin select raise(abort, 'the audit log is append-only'); end`,
    ],
    postgres: [
      `create function audit_refuse() returns trigger language plpgsql as
        $$ begin raise exception 'the audit log is append-only'; end $$`,
      `create trigger audit_no_change before update or delete on audit
        for each row execute function audit_refuse()`,
      `create trigger audit_no_truncate before truncate on audit
        for each statement execute function audit_refuse()`,
    ],
  },
  {
    both: ['create index comments_essence on comments (essence)'],
    sqlite: [],
    postgres: [],
  },
];

/** The format that this version writes. */
export const FORMAT = STEPS.length;

/**
 * Brings the tables to the newest format. Several processes may do so at once: one does, the others find it done.
 * @returns the format found and the one it is now
 * @throws StoreTrouble when a newer version has written here
 */
export async function migrate(store: Sql): Promise<{ readonly from: number; readonly to: number }> {
  const found = await formatOf(store.read).catch((error) => {
    throw troubleOf(error, store.place);
  });
  if (found === FORMAT) return { from: FORMAT, to: FORMAT };
  return store.write(async (tables) => {
    await lockFormat(store, tables);
    await sql`create table if not exists format (one bigint primary key check (one = 1), version bigint not null)`.execute(
      tables,
    );
    const from = await formatOf(tables);
    await build(store, tables, from);
    return { from, to: FORMAT };
  });
}

/** Makes the steps after a format, within a transaction. */
export async function build(store: Sql, tables: Kysely<Tables>, from: number): Promise<void> {
  if (from > FORMAT) throw newerThanThis(from);
  for (const step of STEPS.slice(from)) {
    for (const statement of [...step.both, ...step[store.dialect]]) await sql.raw(statement).execute(tables);
  }
  await tables
    .insertInto('format')
    .values({ one: 1, version: FORMAT })
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ version: FORMAT }))
    .execute();
}

/** Takes the audit log and all other tables away, within a transaction that puts others in their place. */
export async function raze(store: Sql, tables: Kysely<Tables>, names: readonly string[]): Promise<void> {
  for (const name of names) await sql`drop table if exists ${sql.table(name)}`.execute(tables);
  if (store.dialect === 'postgres') await sql`drop function if exists audit_refuse()`.execute(tables);
  await tables.deleteFrom('format').execute();
}

/** One process at a time changes the format. SQLite has one writer anyway. */
export async function lockFormat(store: Sql, tables: Kysely<Tables>): Promise<void> {
  if (store.dialect === 'postgres') await sql`select pg_advisory_xact_lock(7220260, 1)`.execute(tables);
}

/** The format of what is there; 0 for an empty database. */
export async function formatOf(tables: Kysely<Tables>): Promise<number> {
  try {
    const row = await tables.selectFrom('format').select('version').executeTakeFirst();
    return row?.version ?? 0;
  } catch (error) {
    if (isMissingTable(error)) return 0;
    throw error;
  }
}

function isMissingTable(error: unknown): boolean {
  return (
    error instanceof Error &&
    (/no such table: format/.test(error.message) || ('code' in error && error.code === '42P01'))
  );
}

export function newerThanThis(found: number): StoreTrouble {
  return new StoreTrouble(
    'newer',
    `The store was written by a newer version of Backstride (format ${found}; this one reads up to ${FORMAT}). Update Backstride; nothing was changed.`,
  );
}
