// Rates that hold across processes: the generic cell rate algorithm (ITU-T I.371), one row and one statement for each count. A
// row holds the time until which what was counted is "used up"; a count moves it by one share of the period, and is refused
// when that would lie more than a period ahead.

import { type Kysely, sql } from 'kysely';
import type { Limit, ThrottleStore } from '../../learn/index.ts';
import type { Sql } from './sql.ts';
import type { Tables } from './tables.ts';

/** Thrown to undo the counts of the limits before the one that was too many. */
class TooMany extends Error {
  readonly waitMs: number;
  constructor(waitMs: number) {
    super('too many');
    this.waitMs = waitMs;
  }
}

/** Counts within a transaction. @throws TooMany, which undoes the transaction */
export async function count(tables: Kysely<Tables>, limits: readonly Limit[], now: number): Promise<void> {
  for (const { key, rate } of limits) {
    const share = Math.ceil(rate.perMs / rate.most);
    const begin = sql<number>`(case when throttles.until > ${now} then throttles.until else ${now} end)`;
    const counted = await tables
      .insertInto('throttles')
      .values({ key, until: now + share })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ until: sql<number>`${begin} + ${share}` })
          .where(sql<boolean>`${begin} + ${share} <= ${now + share * rate.most}`),
      )
      .returning('until')
      .executeTakeFirst();
    if (counted) continue;
    const row = await tables
      .selectFrom('throttles')
      .select('until')
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    throw new TooMany(Math.max(1, row.until + share - share * rate.most - now));
  }
}

/** Runs a counted piece of work; what it takes when it was too many. */
export async function counted<T, W>(work: () => Promise<T>, tooMany: (waitMs: number) => W): Promise<T | W> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TooMany) return tooMany(error.waitMs);
    throw error;
  }
}

export function throttleStore(store: Sql): ThrottleStore {
  return {
    take: (limits, now) =>
      counted(
        () => store.write((tables) => count(tables, limits, now).then(() => 0)),
        (waitMs) => waitMs,
      ),
    forget: async (key) => {
      await store.write((tables) => tables.deleteFrom('throttles').where('key', '=', key).execute());
    },
    spend: (key, until, now) =>
      store.write(async (tables) => {
        await tables.deleteFrom('throttles').where('key', '=', key).where('until', '<=', now).execute();
        const spent = await tables
          .insertInto('throttles')
          .values({ key, until })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .executeTakeFirst();
        return spent.numInsertedOrUpdatedRows === 1n;
      }),
  };
}
