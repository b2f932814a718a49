// From a posted form about runs to values, or to errors by field. Nothing here trusts the browser.

import type { Posted } from '../../pages/index.ts';
import type { AboutRunner, RunEdit, RunKind, TypedRun } from '../../train/index.ts';
import { addDays, isLocalDate, type LocalDate } from '../../vocabulary/index.ts';
import type { SpokenOptions } from '../options.ts';

type Errors = Readonly<Record<string, string>>;
type Words = SpokenOptions['words'];
type FigureWords = Words['figures'];

const KINDS: readonly RunKind[] = ['run', 'treadmill', 'trail', 'walk', 'other'];
const YEARS_BACK = 10;
const MOST_METRES = 500_000;
/** Metres up. */
const MOST_CLIMB = 20_000;

const first = (posted: Posted, name: string): string => posted[name]?.[0] ?? '';

/** A number as people write it, with a point or a comma; undefined when empty, `wrong` when it is none or outside. */
function numberFrom(posted: Posted, name: string, min: number, max: number): number | undefined | 'wrong' {
  const text = first(posted, name).replace(',', '.');
  if (text === '') return undefined;
  const value = Number(text);
  return /^\d{1,6}(\.\d{1,3})?$/.test(text) && value >= min && value <= max ? value : 'wrong';
}

export interface ReadRun {
  readonly run: TypedRun | undefined;
  readonly errors: Errors;
}

/** Reads a run that was typed in. */
export function readTypedRun(
  { addRun: { errors: says }, figures }: Words,
  posted: Posted,
  id: string,
  today: LocalDate,
): ReadRun {
  const errors: Record<string, string> = {};
  const day = first(posted, 'day');
  if (!isLocalDate(day) || day > today || day < addDays(today, -YEARS_BACK * 366)) errors.day = says.day;
  const minutes = numberFrom(posted, 'minutes', 1, 3000);
  if (typeof minutes !== 'number') errors.minutes = says.minutes;
  const distance = distanceFrom(figures, posted);
  if (distance === 'wrong') errors.distance = says.distance(figures.unitName, mostDistance(figures));
  const mostClimb = Math.floor(MOST_CLIMB / figures.climbTyped(1_000)) * 1_000;
  const climb = numberFrom(posted, 'climb', 0, mostClimb);
  if (climb === 'wrong') errors.climb = says.climb(figures.climbName, figures.number(mostClimb));
  const kind = kindFrom(posted);
  if (!kind) errors.kind = says.kind;
  const effort = numberFrom(posted, 'effort', 0, 10);
  if (effort === 'wrong') errors.effort = says.effort;
  if (Object.keys(errors).length > 0) return { run: undefined, errors };
  return {
    errors,
    run: {
      id: `typed-${id}`,
      kind: kind ?? 'run',
      day,
      minutes: minutes as number,
      distanceMetres: typeof distance === 'number' ? figures.metresTyped(distance) : null,
      climbMetres: typeof climb === 'number' ? figures.climbTyped(climb) : null,
      effort: typeof effort === 'number' ? effort : null,
    },
  };
}

/** Reads what the runner changes of a run; what is as it was read is no change. */
export function readEdit(
  { addRun: { errors: says }, figures }: Words,
  posted: Posted,
  read: {
    readonly id: string;
    readonly kind: RunKind;
    readonly distanceMetres: number | null;
    readonly effort: number | null;
  },
): { readonly edit: RunEdit; readonly errors: Errors } {
  const errors: Record<string, string> = {};
  const kind = kindFrom(posted);
  if (!kind) errors.kind = says.kind;
  const distance = distanceFrom(figures, posted);
  if (distance === 'wrong') errors.distance = says.distance(figures.unitName, mostDistance(figures));
  const effort = numberFrom(posted, 'effort', 0, 10);
  if (effort === 'wrong') errors.effort = says.effort;
  // The field shows a hundredth of a unit at the finest: what it shows alike was not changed.
  const metres = typeof distance === 'number' ? figures.metresTyped(distance) : null;
  const isMoved =
    metres !== null &&
    (read.distanceMetres === null || figures.typed(metres) !== figures.typed(read.distanceMetres));
  return {
    errors,
    edit: {
      id: read.id,
      ...(kind && kind !== read.kind ? { kind } : {}),
      ...(isMoved ? { distanceMetres: metres } : {}),
      ...(typeof effort === 'number' && effort !== read.effort ? { effort } : {}),
    },
  };
}

/** Reads the day it began, or heart rates; an empty field takes it back. */
export function readAbout(
  { addRun: { errors: says } }: Words,
  posted: Posted,
  about: AboutRunner,
  today: LocalDate,
): { readonly about: AboutRunner; readonly errors: Errors } {
  if (first(posted, 'only') === 'onset') {
    const onset = first(posted, 'onset');
    const { onset: _, ...rest } = about;
    if (onset === '') return { about: rest, errors: {} };
    return isLocalDate(onset) && onset <= today
      ? { about: { ...rest, onset }, errors: {} }
      : { about, errors: { onset: says.onset } };
  }
  const errors: Record<string, string> = {};
  const resting = numberFrom(posted, 'resting', 25, 120);
  if (resting === 'wrong') errors.resting = says.resting;
  const highest = numberFrom(posted, 'highest', 100, 240);
  if (highest === 'wrong') errors.highest = says.highest;
  if (typeof resting === 'number' && typeof highest === 'number' && highest <= resting)
    errors.highest = says.order;
  const { restingHeartRate: _, highestHeartRate: __, ...rest } = about;
  return {
    errors,
    about: {
      ...rest,
      ...(typeof resting === 'number' ? { restingHeartRate: Math.round(resting) } : {}),
      ...(typeof highest === 'number' ? { highestHeartRate: Math.round(highest) } : {}),
    },
  };
}

function kindFrom(posted: Posted): RunKind | undefined {
  return KINDS.find((kind) => kind === first(posted, 'kind'));
}

function distanceFrom(figures: FigureWords, posted: Posted): number | undefined | 'wrong' {
  return numberFrom(posted, 'distance', 0, Math.floor(figures.inUnit(MOST_METRES)));
}

function mostDistance(figures: FigureWords): string {
  return figures.number(Math.floor(figures.inUnit(MOST_METRES)));
}
