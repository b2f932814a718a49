// Which runs are one and the same: the file exported twice, the watch and the phone, FIT and GPX of one afternoon. One person runs one run at a
// time, so runs whose times overlap are one. That needs no guess about distances, which differ between devices, and it makes the merged list
// the same in whatever order files come: the overlap is taken with all the time that a run has stood for since (`from.stoodFor`).
//
// A run that was typed in has no hour, so it is the same as itself and nothing else.
//
// Limits: a watch whose clock is hours off records a second run beside the phone's; a run that somebody else's device recorded while one ran
// oneself is lost. A watch that was never stopped takes in what followed.

import type { Run } from './run.ts';

/** Overlaps up to here are two runs: the end of one and the start of the next, on two clocks. */
const TOLERANCE_SECONDS = 60;

/** Whether two recordings are of one and the same run. */
export function sameRun(a: Run, b: Run): boolean {
  if (a.id === b.id) return true;
  if (isTyped(a) || isTyped(b)) return false;
  const [first, second] = [coreOf(a), coreOf(b)];
  return first.from <= second.to && second.from <= first.to;
}

/**
 * The known and the incoming runs with one of each, in the order of time. Merging again changes nothing, and the order of merging does not
 * matter. How hard a run felt survives in whichever is kept; `from.stoodFor` names those that are not.
 */
export function mergeRuns(known: readonly Run[], incoming: readonly Run[]): readonly Run[] {
  const all = [...known, ...incoming];
  const groups = [...groupsById(all.filter(isTyped)), ...groupsByTime(all.filter((run) => !isTyped(run)))];
  return groups.map(oneOf).sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || compare(a.id, b.id));
}

function isTyped({ from }: Run): boolean {
  return from.format === 'manual';
}

function groupsById(runs: readonly Run[]): readonly (readonly Run[])[] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) groups.set(run.id, [...(groups.get(run.id) ?? []), run]);
  return [...groups.values()];
}

function groupsByTime(runs: readonly Run[]): readonly (readonly Run[])[] {
  const sorted = runs.map((run) => ({ run, core: coreOf(run) })).sort((a, b) => a.core.from - b.core.from);
  const groups: Run[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { run, core } of sorted) {
    if (core.from > end) groups.push([run]);
    else groups.at(-1)?.push(run);
    end = Math.max(end, core.to);
  }
  return groups;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** All the time that a run stands for, milliseconds since 1970. */
function spanOf({ start, elapsedSeconds, from }: Run): Span {
  const begin = Date.parse(start);
  const end = begin + elapsedSeconds * 1000;
  if (!from.stoodFor) return { from: begin, to: end };
  return {
    from: Math.min(begin, Date.parse(from.stoodFor.start)),
    to: Math.max(end, Date.parse(from.stoodFor.end)),
  };
}

/** The span less the tolerance, half of it at each end. */
function coreOf(run: Run): Span {
  const { from, to } = spanOf(run);
  const less = Math.min(TOLERANCE_SECONDS * 500, (to - from) / 2);
  return { from: from + less, to: to - less };
}

function oneOf(group: readonly Run[]): Run {
  const [best] = group.toSorted(better) as [Run, ...Run[]];
  const efforts = group.map(({ effort }) => effort).filter((one) => one !== null);
  const effort = efforts.length > 0 ? Math.max(...efforts) : null;
  const ids = new Set(group.flatMap(({ id, from }) => [id, ...(from.stoodFor?.ids ?? [])]));
  ids.delete(best.id);
  const { stoodFor: _, ...from } = best.from;
  if (ids.size === 0) return { ...best, effort, from };
  const spans = group.map(spanOf);
  const stoodFor = {
    ids: [...ids].sort(),
    start: new Date(Math.min(...spans.map((one) => one.from))).toISOString(),
    end: new Date(Math.max(...spans.map((one) => one.to))).toISOString(),
  };
  return { ...best, effort, from: { ...from, stoodFor } };
}

const NUMBERS = [
  'movingSeconds',
  'distanceMetres',
  'climbMetres',
  'bestSpeed',
  'metresBySpeed',
  'surges',
  'secondsByHeartRate',
] as const;
const FORMATS = ['fit', 'tcx', 'gpx', 'manual'] as const;

/** What knows most, then the format nearest to the device; the rest only makes it certain. */
function better(a: Run, b: Run): number {
  return (
    knownOf(b) - knownOf(a) ||
    FORMATS.indexOf(a.from.format) - FORMATS.indexOf(b.from.format) ||
    b.elapsedSeconds - a.elapsedSeconds ||
    (b.distanceMetres ?? 0) - (a.distanceMetres ?? 0) ||
    compare(a.id, b.id) ||
    compare(textOf(a), textOf(b))
  );
}

function knownOf(run: Run): number {
  return NUMBERS.filter((key) => run[key] !== null).length;
}

/** Without what merging itself writes. */
function textOf({ effort: _, from: { stoodFor: __, ...from }, ...run }: Run): string {
  return JSON.stringify({ ...run, from });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
