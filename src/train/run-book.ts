// Everything about training that is kept of one runner: the runs as they were read, what the runner changed of them, mornings,
// and a few numbers of the runner's own. What was read stays as it is and a change lies beside it, so that the same file read
// again changes nothing, and a change can be taken back.

import { isLocalDate, type LocalDate, ok, type Result, refuse } from '../vocabulary/index.ts';
import { bestSpeedOf, highestHeartRateOf, type Own } from './load.ts';
import { mergeRuns } from './merge-runs.ts';
import type { Run, RunKind } from './run.ts';
import { type RunMistake, runFromJson } from './run-from-json.ts';
import type { Night } from './warnings.ts';
import { byStart } from './window.ts';

/** What the runner changed of a run; a key that is missing was left as it was read. */
export interface RunEdit {
  readonly id: string;
  readonly kind?: RunKind;
  readonly distanceMetres?: number;
  readonly effort?: number;
}

export interface AboutRunner {
  /** The day it began, where there is no plan that knows it. */
  readonly onset?: LocalDate;
  readonly restingHeartRate?: number;
  readonly highestHeartRate?: number;
}

export interface RunBook {
  /** As they were read, in the order of their start. */
  readonly runs: readonly Run[];
  readonly edits: readonly RunEdit[];
  readonly nights: readonly Night[];
  readonly about: AboutRunner;
}

export const EMPTY_BOOK: RunBook = { runs: [], edits: [], nights: [], about: {} };

/** Nothing is kept at all. */
export function isEmptyBook({ runs, edits, nights, about }: RunBook): boolean {
  return runs.length + edits.length + nights.length + Object.keys(about).length === 0;
}

/** The runs as the runner sees them: with what they changed. */
export function runsOf({ runs, edits }: RunBook): readonly Run[] {
  if (edits.length === 0) return runs;
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  return runs.map((run) => {
    const edit = byId.get(run.id);
    if (!edit) return run;
    const { id: _, ...changed } = edit;
    return { ...run, ...changed };
  });
}

/** What belongs to the runner: the best of all runs, and heart rates typed in, else the highest seen. */
export function ownOf(book: RunBook): Own {
  const { restingHeartRate, highestHeartRate } = book.about;
  const bestSpeed = bestSpeedOf(book.runs);
  const highest = highestHeartRate ?? highestHeartRateOf(book.runs);
  return {
    ...(bestSpeed === undefined ? {} : { bestSpeed }),
    ...(restingHeartRate === undefined ? {} : { restingHeartRate }),
    ...(highest === undefined ? {} : { highestHeartRate: highest }),
  };
}

/** The book with a change; an edit without anything in it takes earlier changes back. */
export function withEdit(book: RunBook, edit: RunEdit): RunBook {
  const others = book.edits.filter(({ id }) => id !== edit.id);
  const isEmpty = Object.keys(edit).length === 1;
  return { ...book, edits: isEmpty ? others : [...others, edit].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** The book without a run and what was changed of it. */
export function withoutRun(book: RunBook, id: string): RunBook {
  const others = <One extends { readonly id: string }>(all: readonly One[]) =>
    all.filter((one) => one.id !== id);
  return { ...book, runs: others(book.runs), edits: others(book.edits) };
}

/** The book with what was said of a morning; the last word about a day counts. */
export function withNight(book: RunBook, night: Night): RunBook {
  const others = book.nights.filter(({ day }) => day !== night.day);
  return { ...book, nights: [...others, night].sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

/** The book with runs put in as they are, each id once, what is known first. */
export function withRuns(book: RunBook, runs: readonly Run[]): RunBook {
  const byId = new Map(book.runs.map((run) => [run.id, run]));
  for (const run of runs) if (!byId.has(run.id)) byId.set(run.id, run);
  return byId.size === book.runs.length ? book : { ...book, runs: [...byId.values()].sort(byStart) };
}

/**
 * The book with runs from files: of one run that was recorded twice one recording stays, whatever the order of import, and what
 * the runner changed of the other goes over to it.
 */
export function withImported(book: RunBook, incoming: readonly Run[]): RunBook {
  const after = withRuns({ ...book, runs: [] }, mergeRuns(book.runs, incoming));
  const isSame = JSON.stringify(after.runs) === JSON.stringify(book.runs);
  return isSame ? book : { ...after, edits: editsOver(book.edits, after.runs) };
}

/** What was changed of a recording that gave way to another, under the name of that one. */
function editsOver(edits: readonly RunEdit[], after: readonly Run[]): readonly RunEdit[] {
  const ids = new Set(after.map(({ id }) => id));
  const taken = new Set(edits.filter(({ id }) => ids.has(id)).map(({ id }) => id));
  const moved = edits.map((edit) => {
    if (ids.has(edit.id)) return edit;
    const now = after.find(({ id, from }) => !taken.has(id) && from.stoodFor?.ids.includes(edit.id));
    if (!now) return edit;
    taken.add(now.id);
    return { ...edit, id: now.id };
  });
  return moved.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Two books in one; where both say something of the same thing, the first one counts. */
export function withBook(book: RunBook, other: RunBook): RunBook {
  const both = withImported(book, other.runs);
  const first = <One>(known: readonly One[], more: readonly One[], keyOf: (one: One) => string) => {
    const keys = new Set(known.map(keyOf));
    const all = [...known, ...more.filter((one) => !keys.has(keyOf(one)))];
    return all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  };
  return {
    runs: both.runs,
    edits: first(both.edits, editsOver(other.edits, both.runs), ({ id }) => id),
    nights: first(book.nights, other.nights, ({ day }) => day),
    about: { ...other.about, ...book.about },
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads a book that a disk or a file holds; a book is read whole or not at all. */
export function bookFromJson(value: unknown): Result<RunBook, RunMistake & { readonly at: number }> {
  const { runs = [], ...rest } = isRecord(value) ? value : { runs: undefined };
  if (!Array.isArray(runs)) return refuse({ at: 0, expected: 'a list of runs', found: typeof runs });
  const read: Run[] = [];
  for (const [index, one] of runs.entries()) {
    const run = runFromJson(one);
    if (!run.ok) return refuse({ at: index + 1, ...run.refusal });
    read.push(run.value);
  }
  return ok(withRuns({ ...notesFromJson(rest), runs: [] }, read));
}

/** What lies beside the runs; an entry that cannot be read is left out: no run hangs on it. */
export function notesFromJson(value: unknown): Omit<RunBook, 'runs'> {
  const { edits, nights, about } = isRecord(value) ? value : ({} as Fields);
  return {
    edits: listOf(edits).flatMap(editFrom),
    nights: listOf(nights).flatMap(nightFrom),
    about: aboutFrom(about),
  };
}

function editFrom(value: Fields): readonly RunEdit[] {
  const { id, kind, distanceMetres, effort } = value;
  if (typeof id !== 'string') return [];
  const isKind = ['run', 'treadmill', 'trail', 'walk', 'other'].includes(String(kind));
  return [
    {
      id,
      ...(isKind ? { kind: kind as RunKind } : {}),
      ...(isBetween(distanceMetres, 0, 2_000_000) ? { distanceMetres } : {}),
      ...(isBetween(effort, 0, 10) ? { effort } : {}),
    },
  ];
}

function nightFrom({ day, sleptBadly, sore }: Fields): readonly Night[] {
  return isLocalDate(day) ? [{ day, sleptBadly: sleptBadly === true, sore: sore === true }] : [];
}

function aboutFrom(value: unknown): AboutRunner {
  const { onset, restingHeartRate, highestHeartRate } = isRecord(value) ? value : ({} as Fields);
  return {
    ...(isLocalDate(onset) ? { onset } : {}),
    ...(isBetween(restingHeartRate, 25, 120) ? { restingHeartRate } : {}),
    ...(isBetween(highestHeartRate, 100, 240) ? { highestHeartRate } : {}),
  };
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isBetween(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
