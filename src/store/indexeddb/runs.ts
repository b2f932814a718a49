// The runs on the device: one record a run, under its id, and one record with what lies beside them. A change reads and writes in
// one transaction, so that an import in a worker and an edit in a page cannot undo each other; only what differs is written.
//
// To bring hundreds of records over takes longer than to draw a year of them, so a book that was read is kept in memory. Every change
// leaves a stamp of its own in the record beside the runs; while the stamp is the one that was read, nothing has changed. A change by
// older code leaves none, and then all is read again.

import { CannotKeep, type RunKeeper } from '../../app/index.ts';
import {
  EMPTY_BOOK,
  notesFromJson,
  type Run,
  type RunBook,
  runFromJson,
  withRuns,
} from '../../train/index.ts';
import type { LocalDate } from '../../vocabulary/index.ts';
import type { Change, Device } from './device.ts';

const NOTES = 'beside-runs';

/** A `RunKeeper` of the application. */
export function deviceRunKeeper(device: Device): RunKeeper {
  let last: { readonly stamp: string; readonly book: RunBook } | undefined;
  return {
    place: 'device',
    read: (_, since) =>
      device.look('runs', async (database) => {
        const transaction = database.transaction(['runs', 'notes']);
        const notes: unknown = await transaction.objectStore('notes').get(NOTES);
        const stamp = stampOf(notes);
        if (last && last.stamp === stamp) return since === undefined ? last.book : from(since, last.book);
        const runs = transaction.objectStore('runs');
        if (since !== undefined) {
          return bookFrom(await runs.index('day').getAll(IDBKeyRange.lowerBound(since)), notes);
        }
        const book = bookFrom(await runs.getAll(), notes);
        last = stamp === undefined ? undefined : { stamp, book };
        return book;
      }),
    change: async (_, act) => {
      await changeRuns(device, act);
      return new Headers();
    },
    forget: async () => {
      await device.change(['runs', 'notes'], async (change) => {
        await change.clear('runs');
        await change.delete('notes', NOTES);
      });
      return new Headers();
    },
  };
}

/** Changes what is kept; on disk when it resolves. @throws CannotKeep when there is no room; then nothing has changed */
export async function changeRuns(device: Device, act: (book: RunBook) => RunBook): Promise<void> {
  await device.change(['runs', 'notes'], (change) => changeBook(change, act));
}

/** The same within a change of more than the runs. */
export async function changeBook(change: Change, act: (book: RunBook) => RunBook): Promise<void> {
  const before = bookFrom(await change.getAll('runs'), await change.get('notes', NOTES));
  const after = act(before);
  if (after === before) return;
  const known = new Map(before.runs.map((run) => [run.id, run]));
  for (const run of after.runs) {
    const old = known.get(run.id);
    known.delete(run.id);
    if (old === undefined || !isSame(old, run)) await change.put('runs', run.id, run);
  }
  for (const id of known.keys()) await change.delete('runs', id);
  const { runs: _, ...notes } = after;
  await change.put('notes', NOTES, { ...notes, stamp: crypto.randomUUID() });
}

function stampOf(notes: unknown): string | undefined {
  const { stamp } = (notes ?? {}) as { readonly stamp?: unknown };
  return typeof stamp === 'string' ? stamp : undefined;
}

function from(since: LocalDate, book: RunBook): RunBook {
  return { ...book, runs: book.runs.filter(({ day }) => day >= since) };
}

function bookFrom(kept: readonly unknown[], notes: unknown): RunBook {
  const runs = kept.map((value): Run => {
    const read = runFromJson(value);
    if (read.ok) return read.value;
    throw new CannotKeep('damaged');
  });
  return withRuns({ ...EMPTY_BOOK, ...notesFromJson(notes) }, runs);
}

function isSame(a: Run, b: Run): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
