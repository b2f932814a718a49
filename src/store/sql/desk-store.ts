// The ports of src/learn over SQL, and where the store is by the words of an operator.

import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type DeskStore, SESSION } from '../../learn/index.ts';
import { auditStore } from './audit.ts';
import { commentStore } from './comments.ts';
import { editorStore } from './editors.ts';
import { letterStore } from './letters.ts';
import { openPostgres } from './postgres.ts';
import { reportStore } from './reports.ts';
import { sessionStore } from './sessions.ts';
import { signOffStore } from './sign-offs.ts';
import type { Sql } from './sql.ts';
import { openSqlite } from './sqlite.ts';
import { throttleStore } from './throttle.ts';
import { troubleOf } from './trouble.ts';

export interface StorePlace {
  /** DATABASE_URL: a PostgreSQL database. */
  readonly url?: string | undefined;
  /** BACKSTRIDE_DATA: the folder of the SQLite file; `data` in the working folder without it. */
  readonly folder?: string | undefined;
}

const FILE = 'backstride.sqlite';

/** The place that an environment names. */
export function placeFrom(env: Readonly<Record<string, string | undefined>>): StorePlace {
  return { url: env.DATABASE_URL || undefined, folder: env.BACKSTRIDE_DATA || undefined };
}

/** What is wrong with a place; undefined when nothing is. */
export function faultOfPlace({ url }: StorePlace): string | undefined {
  if (url === undefined) return undefined;
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)) return undefined;
  return 'DATABASE_URL must be the address of a PostgreSQL database, as postgresql://user:password@host:5432/database. Leave it out to keep everything in a file.';
}

/**
 * Opens the database; nothing is migrated yet.
 * @param isMoreComing whether others may be about to write: in a file, a commit waits a little for them
 */
export function openSql({ url, folder }: StorePlace, isMoreComing?: () => boolean): Sql {
  return url === undefined
    ? openSqlite(join(resolve(folder ?? 'data'), FILE), isMoreComing)
    : openPostgres(url);
}

/** The desk's store over an open database with the newest format. */
export function deskStore(store: Sql): DeskStore {
  const guarded = <Part extends object>(part: Part): Part => withTroubles(part, store.place);
  return {
    comments: guarded(commentStore(store)),
    reports: guarded(reportStore(store)),
    signOffs: guarded(signOffStore(store)),
    editors: guarded(editorStore(store)),
    sessions: guarded(sessionStore(store)),
    throttles: guarded(throttleStore(store)),
    letters: guarded(letterStore(store)),
    audit: guarded(auditStore(store)),
    ...guarded({
      sweep: (now: number) =>
        store.write(async (tables) => {
          await tables.deleteFrom('throttles').where('until', '<=', now).execute();
          await tables
            .deleteFrom('sessions')
            .where(({ eb, or }) =>
              or([
                eb('seen_at', '<=', now - SESSION.idleMs),
                eb('created_at', '<=', now - SESSION.longestMs),
              ]),
            )
            .execute();
        }),
      secret: async () => {
        const made = Buffer.from(randomBytes(32)).toString('hex');
        const value = await store.write(async (tables) => {
          await tables
            .insertInto('keys')
            .values({ name: 'secret', value: made })
            .onConflict((conflict) => conflict.column('name').doNothing())
            .execute();
          const row = await tables
            .selectFrom('keys')
            .select('value')
            .where('name', '=', 'secret')
            .executeTakeFirstOrThrow();
          return row.value;
        });
        return new Uint8Array(Buffer.from(value, 'hex'));
      },
    }),
  };
}

/** What a database throws while it is read comes out as the trouble that it is. */
function withTroubles<Part extends object>(part: Part, place: string): Part {
  const methods = Object.entries(part).map(
    ([name, method]: [string, (...given: unknown[]) => Promise<unknown>]) => [
      name,
      async (...given: unknown[]) => {
        try {
          return await method(...given);
        } catch (error) {
          throw troubleOf(error, place);
        }
      },
    ],
  );
  return Object.fromEntries(methods) as Part;
}
