// What was noticed and mended on reading, as `kind` or `kind:figure:figure`: short enough to store, and a page can say it in any language.

import { ok, type Result, refuse } from '../../vocabulary/index.ts';

export const NOTE_KINDS = [
  /** How often the clock jumped, and by how many seconds together; what was recorded before is moved. */
  'clock-jump',
  /** Points that stand out of the order of time and were left out. */
  'points-out-of-order',
  /** Positions that nobody can have run to and were left out. */
  'gps-spikes',
  /** Stretches that a device counted faster than anybody runs; they count for the total only. */
  'distance-jumps',
  /** The laps do not cover the run; the points were taken. */
  'laps-missing',
  /** Segments that repeat another and were left out. */
  'repeated-segments',
  /** The total that was taken, and another in the file that differs. */
  'distance-disagrees',
  'elapsed-disagrees',
  'moving-disagrees',
  'climb-disagrees',
  /** The file does not say which sport it was. */
  'sport-unstated',
  /** Times without a zone, taken as UTC. */
  'zone-unstated',
  /** The device did not know the date; it counted from 1989. */
  'clock-unset',
  /** The device did not sum the run up: it was not closed as it should, and may miss its end. */
  'no-session',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export interface Note {
  readonly kind: NoteKind;
  readonly figures: readonly number[];
}

/** `clock-jump:3600` */
export function formatNote(kind: NoteKind, ...figures: readonly number[]): string {
  return [kind, ...figures.map((one) => String(Math.round(one)))].join(':');
}

export function parseNote(text: string): Result<Note, string> {
  const [kind = '', ...figures] = text.split(':');
  const known = NOTE_KINDS.find((one) => one === kind);
  if (!known) return refuse(`Expected one of ${NOTE_KINDS.join(', ')}.`);
  return ok({ kind: known, figures: figures.map(Number) });
}
