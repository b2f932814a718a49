// A window of days, and the runs in it. Every measure of load is of one window and of nothing else.

import { addDays, type LocalDate } from '../vocabulary/index.ts';
import type { Run } from './run.ts';

/** Both days included. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The window of this many days that ends on a day. */
export function lastDays(to: LocalDate, days: number): Window {
  return { from: addDays(to, 1 - days), to };
}

/** The window of this many days that ends on the day before. */
export function daysBefore(day: LocalDate, days: number): Window {
  return lastDays(addDays(day, -1), days);
}

/** What counts as running: walks and other sports load the thigh otherwise and are left out of every measure. */
export function isRunning({ kind }: Run): boolean {
  return kind === 'run' || kind === 'treadmill' || kind === 'trail';
}

/** The runs of a window, in the order of their start. */
export function runsIn(runs: readonly Run[], { from, to }: Window): readonly Run[] {
  return runs.filter((run) => run.day >= from && run.day <= to && isRunning(run)).sort(byStart);
}

/** By start, then by id: one order whatever the order of import. */
export function byStart(a: Run, b: Run): number {
  return a.start === b.start ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.start < b.start ? -1 : 1;
}
