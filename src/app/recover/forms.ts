// From a posted form of the way back to values, or to errors by field. Nothing here trusts the browser.

import { CLEARANCES, type ClearanceKind, GOALS, type Goal } from '../../knowledge/index.ts';
import { NONE, NOT_SURE, type Posted } from '../../pages/index.ts';
import type { Runner, ScreenAnswer } from '../../recover/index.ts';
import { addDays, daysBetween, isLocalDate, type LocalDate } from '../../vocabulary/index.ts';
import type { SpokenOptions } from '../options.ts';
import type { Form } from '../read-body.ts';

export type Errors = Readonly<Record<string, string>>;

/** The texts of a form, by field. */
export function postedOf(form: Form): Posted {
  const posted: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') posted[name] = [...(posted[name] ?? []), value.trim().slice(0, 200)];
  }
  return posted;
}

const first = (posted: Posted, name: string): string => posted[name]?.[0] ?? '';

/** A whole number from a field; undefined when it was left empty, `wrong` when it is none or outside. */
function wholeNumber(posted: Posted, name: string, min: number, max: number): number | undefined | 'wrong' {
  const text = first(posted, name);
  if (text === '') return undefined;
  const value = Number(text);
  return /^\d+$/.test(text) && value >= min && value <= max ? value : 'wrong';
}

export interface ReadRunner {
  readonly runner: Runner | undefined;
  readonly errors: Errors;
}

/** Reads who the plan is for; `today` is where the runner is. */
export function readRunner(
  { knowledge: { recovery }, words: { forms } }: SpokenOptions,
  posted: Posted,
  today: LocalDate,
): ReadRunner {
  const errors: Record<string, string> = {};
  const need = (name: string, what: string, min: number, max: number): number => {
    const value = wholeNumber(posted, name, min, max);
    if (typeof value === 'number') return value;
    errors[name] = forms.wholeNumber(what, min, max);
    return min;
  };
  const age = need('age', forms.yourAge, 8, 110);
  const usualRunMinutes = need('usual', forms.yourUsualRun, 0, 600);
  const longestRunMinutes = need('longest', forms.yourLongestRun, 0, 1500);
  const daysAWeek = need('days', forms.daysAWeek, 1, 7);
  if (!errors.longest && !errors.usual && longestRunMinutes < usualRunMinutes) {
    errors.longest = forms.longestIsShorter;
  }
  const side = first(posted, 'side');
  if (side !== 'left' && side !== 'right' && side !== 'both') errors.side = forms.side;
  const goal = first(posted, 'goal');
  if (!(GOALS as readonly string[]).includes(goal)) errors.goal = forms.goal;
  const onset = first(posted, 'onset');
  if (onset !== '' && (!isLocalDate(onset) || onset > today || daysBetween(onset, today) > 7300)) {
    errors.onset = forms.onset;
  }
  const goalDate = first(posted, 'goalDate');
  if (goalDate !== '' && (!isLocalDate(goalDate) || goalDate < today)) {
    errors.goalDate = forms.goalDate;
  }
  const weeks = wholeNumber(posted, 'prediction', 0, 520);
  if (weeks === 'wrong') errors.prediction = forms.prediction;
  const kit = (posted.kit ?? []).filter((id) => recovery.kit.some((one) => one.id === id));
  const activities = [1, 2, 3]
    .map((nth) => first(posted, `activity${nth}`).slice(0, 60))
    .filter((one) => one !== '');
  if (Object.keys(errors).length > 0) return { runner: undefined, errors };
  const sinceOnset = onset === '' ? 0 : daysBetween(onset, today);
  return {
    errors,
    runner: {
      age,
      usualRunMinutes,
      longestRunMinutes,
      daysAWeek,
      side: side as Runner['side'],
      goal: { kind: goal as Goal, ...(goalDate === '' ? {} : { date: goalDate }) },
      ...(kit.length > 0 ? { kit } : {}),
      ...(activities.length > 0 ? { activities } : {}),
      ...(onset === '' ? {} : { onset }),
      // The forecast counts from the day it began.
      ...(typeof weeks === 'number' ? { ownPredictionDays: Math.max(1, sinceOnset + weeks * 7) } : {}),
    },
  };
}

/** `condition` or `condition/grade`, as the lists of diagnoses have it; undefined for none. */
export function readDiagnosis(
  posted: Posted,
): { readonly condition: string; readonly presentation?: string } | undefined {
  const [condition = '', presentation] = first(posted, 'diagnosis').split('/');
  if (condition === '') return undefined;
  return { condition, ...(presentation === undefined ? {} : { presentation }) };
}

/** What a clinician has allowed; undefined for none. */
export function readClearance(posted: Posted, name: string): ClearanceKind | undefined {
  return CLEARANCES.find((kind) => kind === first(posted, name));
}

export interface ReadSigns {
  readonly screen: Readonly<Record<string, ScreenAnswer>>;
  readonly error?: string;
  /** Ask each on its own: the runner was not sure. */
  readonly each: boolean;
}

/** Reads the danger signs, ticked in a list or answered one by one. */
export function readSigns(
  { knowledge: { recovery }, words: { forms } }: SpokenOptions,
  posted: Posted,
): ReadSigns {
  const ids = recovery.screen.map(({ finding }) => finding);
  if (first(posted, 'each') === '1') {
    const screen: Record<string, ScreenAnswer> = {};
    ids.forEach((id, index) => {
      const answer = first(posted, `sign-${index + 1}`);
      if (answer === 'yes' || answer === 'no' || answer === 'unsure') screen[id] = answer;
    });
    const missing = ids.length - Object.keys(screen).length;
    return missing === 0
      ? { screen, each: true }
      : {
          screen,
          each: true,
          error: forms.signsMissing(missing),
        };
  }
  const ticked = posted.found ?? [];
  const yes = ids.filter((id) => ticked.includes(id));
  const said = Object.fromEntries(yes.map((id) => [id, 'yes' as const]));
  if (ticked.some((one) => one !== NONE && one !== NOT_SURE && !ids.includes(one))) {
    return { screen: said, each: false, error: forms.signsOnlyLines };
  }
  if (ticked.includes(NONE) && (yes.length > 0 || ticked.includes(NOT_SURE))) {
    return {
      screen: said,
      each: false,
      error: forms.signsNotBoth,
    };
  }
  if (ticked.includes(NOT_SURE)) {
    return {
      screen: said,
      each: true,
      error: forms.signsEach,
    };
  }
  if (ticked.length === 0) {
    return { screen: {}, each: false, error: forms.signsTick };
  }
  const no = Object.fromEntries(ids.filter((id) => !yes.includes(id)).map((id) => [id, 'no' as const]));
  return { screen: { ...no, ...said }, each: false };
}

export interface ReadValues {
  readonly values: Readonly<Record<string, number>>;
  readonly errors: Errors;
}

/** Reads the measures; what was left empty is not there. */
export function readValues(
  { knowledge: { recovery }, words: { forms } }: SpokenOptions,
  posted: Posted,
): ReadValues {
  const values: Record<string, number> = {};
  const errors: Record<string, string> = {};
  for (const { id, kind, min, max, label } of recovery.measures) {
    if (kind === 'derived') continue;
    const value = wholeNumber(posted, `m-${id}`, min, max);
    if (value === 'wrong') errors[`m-${id}`] = forms.wholeNumberOrEmpty(label, min, max);
    else if (value !== undefined) values[id] = value;
  }
  return { values, errors };
}

/** How far back a day can be told of. */
export const DAYS_BACK = 14;

/** The dates that can be told of now, the latest first. */
export function datesToTell(start: LocalDate, today: LocalDate): readonly LocalDate[] {
  return Array.from({ length: DAYS_BACK + 1 }, (_, back) => addDays(today, -back)).filter(
    (date) => date >= start,
  );
}
