// What a runner has reported, as the rules of the day see it: one merged entry a date. Where it comes from, and how late
// or corrected entries are put in order, is the business of the episode.

import type { CheckInMeasure, ClearanceKind, MeasureId, RecoveryKnowledge } from '../knowledge/index.ts';
import { addDays, type FindingId, type LocalDate, type TriageLevel } from '../vocabulary/index.ts';

export type ScreenAnswer = 'yes' | 'no' | 'unsure';

/** One date, all its entries merged: of two values the worse counts, of two screen answers the more worrying. */
export interface Day {
  readonly checkedIn: boolean;
  /** By measure, in the range of the measure; what was not asked is not there. Yes is 1, no is 0. */
  readonly values: Readonly<Record<MeasureId, number>>;
  readonly screen: Readonly<Record<FindingId, ScreenAnswer>>;
  readonly exercised: boolean;
  readonly ran: boolean;
  /** When the latest danger sign of this date was recorded: an instant, ISO 8601 in UTC. */
  readonly flaggedAt?: string;
}

export const EMPTY_DAY: Day = { checkedIn: false, values: {}, screen: {}, exercised: false, ran: false };

/** A clinician's word, as the runner reports it. */
export interface Clearance {
  readonly date: LocalDate;
  readonly recordedAt: string;
  readonly covers: ClearanceKind;
}

/** A result that asked for care at once. */
export interface UrgentResult {
  readonly date: LocalDate;
  readonly recordedAt: string;
  readonly level: TriageLevel;
  /** In plain words, why. */
  readonly because: string;
}

export interface Log {
  readonly start: LocalDate;
  readonly days: Readonly<Record<LocalDate, Day>>;
  readonly clearances: readonly Clearance[];
  readonly urgent: readonly UrgentResult[];
}

const WORRY: Readonly<Record<ScreenAnswer, number>> = { no: 0, unsure: 1, yes: 2 };

/** Merges two entries about the same date; the order of the two does not matter. */
export function mergeDays(measures: readonly CheckInMeasure[], a: Day, b: Day): Day {
  const values: Record<MeasureId, number> = { ...a.values };
  for (const [id, value] of Object.entries(b.values)) {
    const known = values[id];
    const higherIsWorse = measures.find((one) => one.id === id)?.worse !== 'lower';
    values[id] =
      known === undefined ? value : higherIsWorse ? Math.max(known, value) : Math.min(known, value);
  }
  const screen: Record<FindingId, ScreenAnswer> = { ...a.screen };
  for (const [id, answer] of Object.entries(b.screen)) {
    const known = screen[id];
    if (known === undefined || WORRY[answer] > WORRY[known]) screen[id] = answer;
  }
  const flags = [a.flaggedAt, b.flaggedAt].filter((one) => one !== undefined).sort();
  const flaggedAt = flags.at(-1);
  return {
    checkedIn: a.checkedIn || b.checkedIn,
    values,
    screen,
    exercised: a.exercised || b.exercised,
    ran: a.ran || b.ran,
    ...(flaggedAt === undefined ? {} : { flaggedAt }),
  };
}

export function dayAt(log: Log, date: LocalDate): Day {
  return log.days[date] ?? EMPTY_DAY;
}

/**
 * The latest value of a measure that still counts on this date; undefined when there is none.
 * @param after only what was measured after this date counts
 */
export function latestValue(
  { measures }: RecoveryKnowledge,
  log: Log,
  id: MeasureId,
  date: LocalDate,
  after?: LocalDate,
): number | undefined {
  const measure = measures.find((one) => one.id === id);
  if (measure?.kind === 'derived') return derivedValue(log, id, date);
  for (let back = 0; back <= (measure?.keepsDays ?? 0); back++) {
    const at = addDays(date, -back);
    if (after !== undefined && at <= after) return undefined;
    const value = dayAt(log, at).values[id];
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Value of a measure as reported about this very date, or derived for it. */
export function valueOn(
  { measures, figures }: RecoveryKnowledge,
  log: Log,
  id: MeasureId,
  date: LocalDate,
): number | undefined {
  if (id === 'morningRise') return morningRise(log, date, figures.usualDays?.value ?? 7);
  const derived = measures.find((one) => one.id === id)?.kind === 'derived';
  return derived ? derivedValue(log, id, date) : dayAt(log, date).values[id];
}

/** What the derived measures are worked out from. */
export const DERIVED_FROM: Readonly<Record<MeasureId, readonly MeasureId[]>> = {
  morningRise: ['painMorning'],
  weekRise: ['painMorning'],
  newLimp: ['limp'],
  newSwelling: ['swelling'],
  painFreeDays: ['painMorning', 'painRest', 'painWorst', 'painkillers'],
};

function derivedValue(log: Log, id: MeasureId, date: LocalDate): number | undefined {
  switch (id) {
    case 'weekRise':
      return weekRise(log, date);
    case 'newLimp':
      return isNew(log, 'limp', date);
    case 'newSwelling':
      return isNew(log, 'swelling', date);
    case 'painFreeDays':
      return painFreeDays(log, date);
    default:
      return undefined;
  }
}

/**
 * How far the morning after `date` lies above the usual: the median of the mornings of the days up to `date`.
 * Undefined when one of the two is not known.
 */
export function morningRise(log: Log, date: LocalDate, usualDays: number): number | undefined {
  const next = dayAt(log, addDays(date, 1)).values.painMorning;
  const usual = median(mornings(log, date, usualDays));
  return next === undefined || usual === undefined ? undefined : next - usual;
}

/** Median of the last seven mornings over that of the seven before; undefined with fewer than four in one of them. */
export function weekRise(log: Log, date: LocalDate): number | undefined {
  const last = mornings(log, date, 7);
  const before = mornings(log, addDays(date, -7), 7);
  if (last.length < 4 || before.length < 4) return undefined;
  return (median(last) ?? 0) - (median(before) ?? 0);
}

function mornings(log: Log, date: LocalDate, days: number): readonly number[] {
  return Array.from(
    { length: days },
    (_, back) => dayAt(log, addDays(date, -back)).values.painMorning,
  ).filter((value) => value !== undefined);
}

/** 1 when it is there and was not when last reported in the two weeks before. */
function isNew(log: Log, id: MeasureId, date: LocalDate): number | undefined {
  const now = dayAt(log, date).values[id];
  if (now === undefined || now === 0) return now;
  for (let back = 1; back <= 14; back++) {
    const before = dayAt(log, addDays(date, -back)).values[id];
    if (before !== undefined) return before === 0 ? 1 : 0;
  }
  return 0;
}

/** Days in a row up to this one with a check-in in which every pain that was reported is 0. */
function painFreeDays(log: Log, date: LocalDate): number {
  let days = 0;
  for (let at = date; ; at = addDays(at, -1)) {
    const { values } = dayAt(log, at);
    const pains = Object.entries(values).filter(([id]) => id.startsWith('pain') && id !== 'painkillers');
    if (values.painMorning === undefined || values.painkillers !== 0 || pains.some(([, pain]) => pain > 0)) {
      return days;
    }
    days += 1;
  }
}

export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
