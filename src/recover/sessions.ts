// Which session falls on which date. The week has a pattern, worked out once from the stage and the runner's days, so that a
// date keeps its session however often the calendar is written. Days to come are those of today's step: nobody is promised
// progress that they have not made.

import type { Dose, Exercise, LadderStep, RecoveryKnowledge, SourcedText } from '../knowledge/index.ts';
import { type LocalDate, weekdayOf } from '../vocabulary/index.ts';
import type { RouteStage } from './route.ts';
import type { Runner } from './runner.ts';
import { type RecoverWords, recoverEnglish } from './words/en.ts';

export interface SessionItem {
  readonly exercise: Exercise;
  readonly dose: Dose;
  readonly side: 'left' | 'right' | 'each' | 'both';
  /** What to take where the kit is not at hand. */
  readonly instead: readonly { readonly kit: string; readonly use: string }[];
}

export interface Session {
  /** The same for the same date and kind in every export of this plan. */
  readonly id: string;
  readonly date: LocalDate;
  readonly kind: 'exercises' | 'run' | 'rest';
  readonly title: string;
  readonly items: readonly SessionItem[];
  readonly run?: {
    /** Step of the ladder, from 1, and how many there are; undefined for usual running. */
    readonly step?: number;
    readonly of?: number;
    readonly text: string;
    /** At most this many minutes of running. */
    readonly minutes: number;
    /** Meant to be fast: strides and sprints. */
    readonly isFast?: boolean;
    readonly rules: readonly string[];
    /** Runs with walks in between, in minutes, where the step has them. */
    readonly intervals?: LadderStep['intervals'];
  };
}

/** What may be done at one level, already without what is withheld. */
export interface Offer {
  readonly items: readonly SessionItem[];
  /** Cross-training that nothing forbids. */
  readonly cross: readonly SourcedText[];
  /** Undefined where there is no running, or it is withheld. */
  readonly run?: { readonly stage: RouteStage; readonly step?: LadderStep; readonly number?: number };
}

/** Weekdays by days a week, spread as evenly as a week allows. 1 is Monday. */
const SPREAD: Readonly<Record<number, readonly number[]>> = {
  1: [2],
  2: [2, 5],
  3: [1, 3, 5],
  4: [1, 3, 5, 7],
  5: [1, 2, 4, 5, 7],
  6: [1, 2, 3, 5, 6, 7],
  7: [1, 2, 3, 4, 5, 6, 7],
};

export function weekdaysOf({ daysAWeek, weekdays }: Runner): readonly number[] {
  return weekdays ? [...new Set(weekdays)].sort() : (SPREAD[daysAWeek] ?? SPREAD[3] ?? []);
}

/** Weekdays for running: as many as wanted, with enough days between, also over the weekend. */
export function runDays(weekdays: readonly number[], perWeek: number, everyDays: number): readonly number[] {
  const chosen: number[] = [];
  for (const day of weekdays) {
    const [first] = chosen;
    const last = chosen.at(-1);
    const fits =
      first === undefined || last === undefined || (day - last >= everyDays && first + 7 - day >= everyDays);
    if (chosen.length < perWeek && fits) chosen.push(day);
  }
  return chosen;
}

/** Weekdays for an exercise that is not daily: days without a run first. */
export function exerciseDays(
  weekdays: readonly number[],
  running: readonly number[],
  perWeek: number,
): readonly number[] {
  const free = weekdays.filter((day) => !running.includes(day));
  return [...free, ...running].slice(0, perWeek);
}

export interface DayPlan {
  readonly prefix: string;
  readonly runner: Runner;
  readonly offer: Offer;
  /** Rest: only what is gentle and daily. Paused: no running and no hopping. */
  readonly mode: 'normal' | 'rest' | 'paused';
  /** English without it. */
  readonly words?: RecoverWords;
}

/** The sessions of one date. */
export function sessionsOn(
  { prefix, runner, offer, mode, words = recoverEnglish }: DayPlan,
  date: LocalDate,
): readonly Session[] {
  const titles = words.sessions;
  const weekday = weekdayOf(date);
  const weekdays = weekdaysOf(runner);
  const ladder = offer.run?.stage.ladder;
  const running = offer.run
    ? ladder
      ? runDays(weekdays, ladder.perWeek.value, ladder.everyDays.value)
      : weekdays
    : [];
  const items = offer.items.filter(({ exercise, dose }) => {
    if (dose.perWeek === undefined) return false;
    if (mode === 'rest') return exercise.gentle && dose.perWeek === 7;
    if (mode === 'paused' && exercise.actions.some((action) => action === 'run' || action === 'hop'))
      return false;
    return dose.perWeek === 7 || exerciseDays(weekdays, running, dose.perWeek).includes(weekday);
  });
  const sessions: Session[] = [];
  if (offer.run && mode === 'normal' && running.includes(weekday)) {
    sessions.push({ ...runSession(offer.run, runner, titles), id: `${prefix}-${date}-run`, date, items: [] });
  }
  if (items.length > 0) {
    sessions.push({
      id: `${prefix}-${date}-exercises`,
      date,
      kind: 'exercises',
      title: titles.exercises,
      items,
    });
  }
  if (sessions.length > 0) return sessions;
  return [{ id: `${prefix}-${date}-rest`, date, kind: 'rest', title: titles.rest, items: [] }];
}

function runSession(
  { stage, step, number }: NonNullable<Offer['run']>,
  runner: Runner,
  titles: RecoverWords['sessions'],
): Pick<Session, 'kind' | 'title' | 'run'> {
  if (!step) {
    return {
      kind: 'run',
      title: titles.usual,
      run: { text: stage.stage.running.text, minutes: runner.usualRunMinutes, rules: [] },
    };
  }
  return {
    kind: 'run',
    title: stage.ladder?.name ?? titles.run,
    run: {
      text: step.text,
      minutes: step.runMinutes,
      ...(stage.ladder?.kind === 'speed' ? { isFast: true } : {}),
      ...(step.intervals ? { intervals: step.intervals } : {}),
      rules: stage.ladder?.rules ?? [],
      ...(number === undefined ? {} : { step: number, of: stage.steps.length }),
    },
  };
}

/** An exercise as this runner does it; undefined when it needs kit that is not there and nothing in the house replaces. */
export function itemFor(
  { kit }: RecoveryKnowledge,
  exercise: Exercise,
  dose: Dose,
  runner: Runner,
): SessionItem | undefined {
  const missing = runner.kit ? exercise.kit.filter((id) => !runner.kit?.includes(id)) : [];
  const instead = missing.map((id) => ({ kit: id, use: kit.find((one) => one.id === id)?.substitute }));
  if (instead.some(({ use }) => use === undefined)) return undefined;
  return {
    exercise,
    dose,
    side: exercise.sides === 'affected' ? (runner.side === 'both' ? 'each' : runner.side) : sideOf(exercise),
    instead: instead.map(({ kit: id, use }) => ({ kit: id, use: use ?? '' })),
  };
}

function sideOf({ sides }: Exercise): 'each' | 'both' {
  return sides === 'each' ? 'each' : 'both';
}
