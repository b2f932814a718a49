// The device's own store: one IndexedDB database with what a runner has said and what has happened since. Whatever is
// written here is on disk when the promise resolves (durability "strict"): a phone that dies at the next moment loses nothing.
//
// The schema has a number. An older database is migrated forward, one step after another; a newer one is refused, for
// only the code that wrote it knows what it means.

import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from 'idb';
import { CannotKeep } from '../../app/index.ts';

/** The answers of the one interview, as they are kept. What is read is checked again: a disk can hold anything. */
export interface KeptSheet {
  /** The sheet as `formatSheet` writes it. */
  readonly text: string;
  /** Milliseconds since 1970, as in the sheet: known without reading it. */
  readonly startedAt: number;
  /** Which edition of the knowledge the interview was begun with. */
  readonly edition: string;
  /** It came from the server's cookie, and nothing has been said since. */
  readonly fromCookie: boolean;
}

/** How far the hand-over of the server's cookies has come: never, once copied, over, and the cookies deleted. */
export type HandOverState = 'not-yet' | 'copied' | 'over' | 'cleared';

export interface DeviceSchema extends DBSchema {
  /** One record, key `sheet`. */
  answers: { key: string; value: unknown };
  /** One record an event, key its id. */
  events: { key: string; value: unknown };
  /** Records `hand-over`, `language` and `beside-runs`. */
  notes: { key: string; value: unknown };
  /** One record a run, key its id. */
  runs: { key: string; value: unknown; indexes: { day: string } };
}

export type Store = StoreNames<DeviceSchema>;
export type DeviceDatabase = IDBPDatabase<DeviceSchema>;
type Migration = (database: DeviceDatabase) => void;

/** Step n leads from schema n to schema n + 1. A step that was released is never changed. */
const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore('answers');
    database.createObjectStore('events');
    database.createObjectStore('notes');
  },
  (database) => {
    database.createObjectStore('runs').createIndex('day', 'day');
  },
];

export interface Device {
  /** Runs over a snapshot. @throws CannotKeep */
  readonly look: <T>(store: Store, read: (database: DeviceDatabase) => Promise<T>) => Promise<T>;
  /**
   * Changes the stores all together or not at all; resolves when the change is on disk.
   * @throws CannotKeep when there is no room, or the store cannot be opened; then nothing has changed
   */
  readonly change: <T>(stores: readonly Store[], act: (change: Change) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export interface Change {
  readonly get: (store: Store, key: string) => Promise<unknown>;
  readonly getAll: (store: Store) => Promise<readonly unknown[]>;
  readonly put: (store: Store, key: string, value: unknown) => Promise<unknown>;
  readonly delete: (store: Store, key: string) => Promise<void>;
  readonly clear: (store: Store) => Promise<void>;
}

/** Opens the store when it is first needed, and again after the browser has closed it. */
export function openDevice(name = 'backstride'): Device {
  let opened: Promise<DeviceDatabase> | undefined;
  const forget = () => {
    opened = undefined;
  };
  const open = () => {
    opened ??= openDB<DeviceSchema>(name, MIGRATIONS.length, {
      upgrade: (database, from) => {
        for (const migrate of MIGRATIONS.slice(from)) migrate(database);
      },
      // A newer version of us wants to migrate: stand aside, or it waits for ever.
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
  const inWords = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw refusalOf(error);
    }
  };
  return {
    look: (_, read) => inWords(async () => read(await open())),
    change: (stores, act) =>
      inWords(async () => {
        const database = await open();
        const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
        const change: Change = {
          get: (store, key) => transaction.objectStore(store).get(key),
          getAll: (store) => transaction.objectStore(store).getAll(),
          put: (store, key, value) => transaction.objectStore(store).put(value, key),
          delete: (store, key) => transaction.objectStore(store).delete(key),
          clear: (store) => transaction.objectStore(store).clear(),
        };
        // `done` rejects as well when a request fails: both are waited for, so that no rejection goes unheard.
        const [acted] = await Promise.all([
          act(change).catch((error: unknown) => {
            try {
              transaction.abort();
            } catch {
              // It has come to its end by itself.
            }
            throw error;
          }),
          transaction.done,
        ]);
        return acted;
      }),
    close: async () => (await opened)?.close(),
  };
}

/** What the browser says about its store, as a reason that the application has words for. */
function refusalOf(error: unknown): Error {
  if (error instanceof CannotKeep) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return new CannotKeep('no-room-on-device', { cause: error });
    case 'VersionError':
      return new CannotKeep('newer-version', { cause: error });
    default:
      return new CannotKeep('cannot-open', { cause: error });
  }
}
