// One way to read and one way to write, whatever database is behind. `read` sees what is committed; `write` is one transaction,
// and when it resolves, its outcome is on disk.

import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface Sql {
  readonly dialect: 'sqlite' | 'postgres';
  /** Where it is, for messages; without a password. */
  readonly place: string;
  /** The file of an SQLite database. */
  readonly file?: string;
  readonly read: Kysely<Tables>;
  /**
   * Runs work as one transaction. The work must do nothing but ask the tables given: it may run again after a conflict, and
   * on SQLite others wait for it.
   * @throws StoreTrouble when the database cannot do it; what the work throws comes through
   */
  readonly write: <T>(work: (tables: Kysely<Tables>) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}
