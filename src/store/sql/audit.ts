// The audit log: lines in a chain of hashes. The database refuses to change or delete one; its unique keys refuse a second line
// after the same one.

import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import {
  type AuditAction,
  type AuditEntry,
  type AuditLine,
  type AuditStore,
  FIRST_HASH,
  hashedText,
} from '../../learn/index.ts';
import type { Sql } from './sql.ts';
import type { Tables } from './tables.ts';

const AT_ONCE = 1000;

/** Writes the next line within the transaction that does what the line says. */
export async function note(store: Sql, tables: Kysely<Tables>, entry: AuditEntry): Promise<void> {
  // One after the other, so that each finds the line before it. SQLite has one writer anyway.
  if (store.dialect === 'postgres') await sql`select pg_advisory_xact_lock(7220260, 2)`.execute(tables);
  const last = await tables
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  const before = last?.hash ?? FIRST_HASH;
  const { by, action, subject, detail, at } = entry;
  const hash = sha256(hashedText(before, { ...entry, seq }));
  await tables
    .insertInto('audit')
    .values({ seq, at, by_name: by, action, subject, detail, before, hash })
    .execute();
}

export function auditStore(store: Sql): AuditStore {
  return {
    read: async (most, before) => {
      const newest = store.read.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(most);
      const rows = await (before === undefined ? newest : newest.where('seq', '<', before)).execute();
      return rows.map(lineOf);
    },
    verify: () => verifyChain(store.read),
  };
}

/** Works out the chain again: the number of lines and the first that does not fit. */
export async function verifyChain(
  tables: Kysely<Tables>,
): Promise<{ readonly lines: number; readonly broken: number | undefined }> {
  let before = FIRST_HASH;
  let lines = 0;
  for (;;) {
    const rows = await tables
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', lines)
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute();
    if (rows.length === 0) return { lines, broken: undefined };
    for (const row of rows) {
      const line = lineOf(row);
      const fits =
        line.seq === lines + 1 && row.before === before && line.hash === sha256(hashedText(before, line));
      if (!fits) return { lines, broken: lines + 1 };
      before = line.hash;
      lines = line.seq;
    }
  }
}

function lineOf({ seq, at, by_name, action, subject, detail, hash }: Tables['audit']): AuditLine {
  return { seq, at, by: by_name, action: action as AuditAction, subject, detail, hash };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
