// The runs on the device: one record a run, under its id, and one record with what lies beside them. A change reads and writes in
// one transaction, so that an import in a worker and an edit in a page cannot undo each other; only what differs is written.

import { CannotKeep, type RunKeeper } from '../../app/index.ts';
import {
  EMPTY_BOOK,
  notesFromJson,
  type Run,
  type RunBook,
  runFromJson,
  withRuns,
} from '../../train/index.ts';
import type { Change, Device } from './device.ts';

const NOTES = 'beside-runs';

/** A `RunKeeper` of the application. */
export function deviceRunKeeper(device: Device): RunKeeper {
  return {
    place: 'device',
    read: async (_, since) => {
      const kept = await device.look('runs', (database) =>
        since === undefined
          ? database.getAll('runs')
          : database.getAllFromIndex('runs', 'day', IDBKeyRange.lowerBound(since)),
      );
      const notes = await device.look('notes', (database) => database.get('notes', NOTES));
      return bookFrom(kept, notes);
    },
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
  await change.put('notes', NOTES, notes);
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
