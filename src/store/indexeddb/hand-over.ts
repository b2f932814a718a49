// What was said before the device took over is in the server's cookies. It is copied here once. Each step is one change
// of the store together with the note of how far the hand-over is, so a device that dies in between neither loses nor
// doubles anything.

import type { EpisodeEvent } from '../../episode/index.ts';
import { type RunBook, withBook } from '../../train/index.ts';
import type { DistanceUnit, Language } from '../../vocabulary/index.ts';
import { isKeptSheet } from './answers.ts';
import { LANGUAGE_KEY, UNIT_KEY } from './choices.ts';
import type { Device, HandOverState, KeptSheet } from './device.ts';
import { changeBook } from './runs.ts';

const KEY = 'hand-over';

/** What the cookies held. */
export interface HandedOver {
  readonly sheet: Omit<KeptSheet, 'fromCookie'> | undefined;
  readonly events: readonly EpisodeEvent[];
  readonly runs: RunBook;
  /** The language chosen, if any. */
  readonly language?: Language | undefined;
  /** The unit of distances chosen, if any. */
  readonly unit?: DistanceUnit | undefined;
}

export async function handOverState(device: Device): Promise<HandOverState> {
  const note = await device.look('notes', (database) => database.get('notes', KEY));
  return isState(note) ? note : 'not-yet';
}

/** Notes how far the hand-over is. */
export async function noteHandOver(device: Device, state: HandOverState): Promise<void> {
  await device.change(['notes'], (change) => change.put('notes', KEY, state));
}

/**
 * Takes in what the cookies held. Answers that were said on the device since stay; a sheet that came from the cookie before
 * gives way to a later copy of it. Events are taken by their ids.
 */
export async function takeOver(device: Device, handed: HandedOver, state: HandOverState): Promise<void> {
  await device.change(['answers', 'events', 'notes', 'runs'], async (change) => {
    const kept = await change.get('answers', 'sheet');
    if (handed.sheet && (!isKeptSheet(kept) || kept.fromCookie)) {
      const sheet: KeptSheet = { ...handed.sheet, fromCookie: true };
      await change.put('answers', 'sheet', sheet);
    }
    for (const event of handed.events) {
      if ((await change.get('events', event.id)) === undefined) await change.put('events', event.id, event);
    }
    if (handed.language && (await change.get('notes', LANGUAGE_KEY)) === undefined)
      await change.put('notes', LANGUAGE_KEY, handed.language);
    if (handed.unit && (await change.get('notes', UNIT_KEY)) === undefined)
      await change.put('notes', UNIT_KEY, handed.unit);
    await changeBook(change, (book) => withBook(book, handed.runs));
    await change.put('notes', KEY, state);
  });
}

function isState(value: unknown): value is HandOverState {
  return value === 'not-yet' || value === 'copied' || value === 'over' || value === 'cleared';
}
