// PostgreSQL through pg: for a service that has outgrown one machine. Several servers may share one database; what must happen
// once is held by unique keys, versions and locks in the database, never by the memory of a process.

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Sql } from './sql.ts';
import type { Tables } from './tables.ts';
import { troubleOf } from './trouble.ts';

const MOST_CONNECTIONS = 10;
const CONNECT_MS = 5000;
const STATEMENT_MS = 10_000;
const TRIES = 5;
const INT8 = 20;

/** @param url as `postgresql://user:password@host:5432/database` */
export function openPostgres(url: string): Sql {
  const { host, pathname } = new URL(url);
  const place = `PostgreSQL database ${host}${pathname}`;
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
    application_name: 'backstride',
    types: {
      // Times and counts fit into a number; pg gives them as text, as not every int8 does.
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that breaks while nobody uses it. The next query opens another one and says what is wrong.
  pool.on('error', () => {});
  // One that breaks between two statements of a transaction has nobody to tell either; without a listener it would end the process.
  // The statement that follows fails, and says what is wrong.
  pool.on('connect', (client) => client.on('error', () => {}));
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    dialect: 'postgres',
    place,
    read,
    write: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await read.transaction().execute(work);
        } catch (error) {
          if (isConflict(error) && attempt < TRIES) continue;
          throw troubleOf(error, place);
        }
      }
    },
    close: () => read.destroy(),
  };
}

/** Two transactions in each other's way: the database has undone one of them and asks for another try. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}
