// Where a runner stands on the route, and how one judged day moves them. Kept apart from the wording of decisions so that
// it can be read, and proved, in one go.
//
// Good sessions climb, red ones step back, amber ones start the count again. With the count of good sessions the level is
// a single height, and every move keeps the order of heights: who stands lower and reports worse never ends up higher.

import type { ClearanceKind, DayRule, RecoveryKnowledge } from '../knowledge/index.ts';
import { CLEARANCES } from '../knowledge/index.ts';
import { addDays, daysBetween, type LocalDate, type TriageLevel } from '../vocabulary/index.ts';
import type { Verdict } from './judge.ts';
import type { Clearance, Log } from './log.ts';
import type { Level, Route } from './route.ts';

/** Why the plan is locked, since when, and until a clinician's clearance. */
export interface Lock {
  readonly rule: DayRule;
  readonly since: LocalDate;
  /** The instant it was recorded; a clearance counts only when it is later. */
  readonly at: string;
  readonly level: TriageLevel;
  readonly what: string;
  /** The id of the limit, where one was hit. */
  readonly limit?: string;
}

export interface Standing {
  readonly level: number;
  /** Good sessions in a row on this level. */
  readonly good: number;
  /** Amber sessions in a row on this level. */
  readonly holds: number;
  /** When each stage was first reached, by index; its length tells the highest stage so far. */
  readonly reached: readonly LocalDate[];
  /** From when the longest time of the highest stage counts: its first day, or a later clearance. */
  readonly clock: LocalDate;
  readonly lastCounted?: LocalDate;
  /** Pain during the last two good sessions, the older first. */
  readonly during: readonly number[];
  /** Dates with a red day since the last clearance. */
  readonly reds: readonly LocalDate[];
  /** Last days, included, of the rest after a red day and of a pause of running. */
  readonly restUntil?: LocalDate;
  readonly pauseUntil?: LocalDate;
  readonly lock?: Lock;
  /** The last lock that a clearance lifted: only what came after it clears a stage. */
  readonly lifted?: { readonly date: LocalDate; readonly at: string };
}

/** What a judged day did. */
export type Move =
  | 'counted'
  | 'too-soon'
  | 'resting'
  | 'held'
  | 'third-hold'
  | 'back'
  | 'paused'
  | 'three-reds'
  | 'refer'
  | 'reset'
  | 'nothing';

export function firstStanding(start: LocalDate): Standing {
  return { level: 0, good: 0, holds: 0, reached: [start], clock: start, during: [], reds: [] };
}

export function levelOf(route: Route, standing: Standing): Level {
  return route.levels[standing.level] ?? { stage: 0, need: Number.POSITIVE_INFINITY, everyDays: 1 };
}

/** Moves by the verdict on one date. */
export function moved(
  knowledge: RecoveryKnowledge,
  route: Route,
  standing: Standing,
  date: LocalDate,
  verdict: Verdict,
  painDuring: number | undefined,
): { readonly standing: Standing; readonly move: Move } {
  switch (verdict.colour) {
    case 'none':
      return { standing, move: 'nothing' };
    case 'green':
      return afterGood(route, standing, date, painDuring ?? 0);
    case 'masked':
    case 'unknown':
      return { standing: { ...standing, good: 0, during: [] }, move: 'reset' };
    case 'amber':
      return afterAmber(knowledge, standing, verdict);
    case 'red':
      // A morning that is still up on a day of rest belongs to the setback that the rest is for.
      return verdict.limit?.measure === 'morningRise' && !verdict.session && isResting(standing, date)
        ? { standing: { ...standing, good: 0, during: [] }, move: 'held' }
        : afterRed(knowledge, standing, date);
    case 'refer':
      return { standing: { ...stepBack(standing), reds: [...standing.reds, date] }, move: 'refer' };
  }
}

function afterGood(
  route: Route,
  standing: Standing,
  date: LocalDate,
  painDuring: number,
): { readonly standing: Standing; readonly move: Move } {
  if (isResting(standing, date)) return { standing, move: 'resting' };
  const { everyDays, need } = levelOf(route, standing);
  const { lastCounted } = standing;
  if (lastCounted !== undefined && daysBetween(lastCounted, date) < everyDays) {
    return { standing, move: 'too-soon' };
  }
  return {
    standing: {
      ...standing,
      good: Math.min(standing.good + 1, Number.isFinite(need) ? need : standing.good + 1),
      holds: 0,
      lastCounted: date,
      during: [...standing.during, painDuring].slice(-2),
    },
    move: 'counted',
  };
}

function afterAmber(
  { figures }: RecoveryKnowledge,
  standing: Standing,
  verdict: Verdict,
): { readonly standing: Standing; readonly move: Move } {
  const reset = { ...standing, good: 0, during: [] };
  if (!verdict.session) return { standing: reset, move: 'held' };
  const holds = standing.holds + 1;
  if (holds < (figures.holdsAtMost?.value ?? 3) || standing.level === 0) {
    return { standing: { ...reset, holds }, move: 'held' };
  }
  return { standing: stepBack(standing), move: 'third-hold' };
}

function afterRed(
  { figures }: RecoveryKnowledge,
  standing: Standing,
  date: LocalDate,
): { readonly standing: Standing; readonly move: Move } {
  const reds = [...standing.reds, date];
  const within = (days: number) => reds.filter((one) => daysBetween(one, date) < days).length;
  const back = {
    ...stepBack(standing),
    reds,
    restUntil: addDays(date, figures.restAfterRedDays?.value ?? 2),
  };
  if (within(figures.referWithinDays?.value ?? 14) >= (figures.referReds?.value ?? 3)) {
    return { standing: back, move: 'three-reds' };
  }
  if (within(figures.pauseWithinDays?.value ?? 7) >= (figures.pauseReds?.value ?? 2)) {
    return {
      standing: { ...back, pauseUntil: addDays(date, figures.pauseDays?.value ?? 5) },
      move: 'paused',
    };
  }
  return { standing: back, move: 'back' };
}

/** One level down, the count begun again. */
export function stepBack(standing: Standing): Standing {
  return { ...standing, level: Math.max(0, standing.level - 1), good: 0, holds: 0, during: [] };
}

/** One level up. */
export function stepUp(route: Route, standing: Standing, date: LocalDate): Standing {
  const level = standing.level + 1;
  const stage = route.levels[level]?.stage ?? 0;
  const isNew = stage >= standing.reached.length;
  return {
    ...standing,
    level,
    good: 0,
    holds: 0,
    during: [],
    reached: isNew ? [...standing.reached, date] : standing.reached,
    clock: isNew ? date : standing.clock,
  };
}

export function isResting({ restUntil, pauseUntil }: Standing, date: LocalDate): boolean {
  return [restUntil, pauseUntil].some((until) => until !== undefined && date <= until);
}

export function locked(standing: Standing, lock: Lock): Standing {
  return { ...standing, good: 0, holds: 0, during: [], lock };
}

/**
 * The most that clinicians have cleared by this date, counting only what came after `since`; undefined when nothing.
 */
export function clearedSince(
  log: Log,
  date: LocalDate,
  since: { readonly date: LocalDate; readonly at: string } | undefined,
): { readonly covers: ClearanceKind; readonly date: LocalDate } | undefined {
  const counts = (one: Clearance) =>
    one.date <= date &&
    (since === undefined || one.date > since.date || (one.date === since.date && one.recordedAt > since.at));
  const valid = log.clearances.filter(counts);
  const most = Math.max(...valid.map(({ covers }) => CLEARANCES.indexOf(covers)));
  const covers = CLEARANCES[most];
  const last = valid
    .map((one) => one.date)
    .sort()
    .at(-1);
  return covers === undefined || last === undefined ? undefined : { covers, date: last };
}

/** Whether a clearance goes as far as is needed. */
export function isEnough(covers: ClearanceKind | undefined, needed: ClearanceKind): boolean {
  return covers !== undefined && CLEARANCES.indexOf(covers) >= CLEARANCES.indexOf(needed);
}
