// Letters that wait to go out. A letter is written in the transaction of what it tells of, so that neither is there without the
// other; once it is gone, nothing of it is kept. It may go out twice when a server dies just after sending it, never not at all.

import type { Kysely } from 'kysely';
import type { Letter, LetterStore } from '../../learn/index.ts';
import type { Sql } from './sql.ts';
import type { Tables } from './tables.ts';
import { uuid7 } from './uuid7.ts';

/** For so long a letter that was taken belongs to who took it. */
const LEASE_MS = 2 * 60 * 1000;

export async function post(tables: Kysely<Tables>, { to, subject, text }: Letter, at: number): Promise<void> {
  await tables
    .insertInto('letters')
    .values({ id: uuid7(at), recipient: to, subject, text, tries: 0, due_at: at })
    .execute();
}

export function letterStore(store: Sql): LetterStore {
  return {
    take: (most, now) =>
      store.write(async (tables) => {
        const due = tables
          .selectFrom('letters')
          .select('id')
          .where('due_at', '<=', now)
          .orderBy('due_at')
          .limit(most);
        const rows = await tables
          .updateTable('letters')
          .set(({ eb }) => ({ due_at: now + LEASE_MS, tries: eb('tries', '+', 1) }))
          .where('id', 'in', store.dialect === 'postgres' ? due.forUpdate().skipLocked() : due)
          .returning(['id', 'recipient', 'subject', 'text', 'tries'])
          .execute();
        return rows.map(({ id, recipient, subject, text, tries }) => ({
          id,
          to: recipient,
          subject,
          text,
          tries,
        }));
      }),
    sent: async (id) => {
      await store.write((tables) => tables.deleteFrom('letters').where('id', '=', id).execute());
    },
    failed: async (id, again) => {
      await store.write(async (tables) => {
        if (again === undefined) await tables.deleteFrom('letters').where('id', '=', id).execute();
        else await tables.updateTable('letters').set({ due_at: again }).where('id', '=', id).execute();
      });
    },
  };
}
