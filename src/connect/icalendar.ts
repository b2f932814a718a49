// The sessions of a plan as an iCalendar file (RFC 5545), for the calendar that a runner has anyway. Written here instead of
// by a library: docs/decisions/0025.
// - A session has no time of day, so it is an all-day event; a runner who names an hour gets it as floating time, the hour on
//   the clock wherever they are. Neither needs a time zone, and no clock change can move it.
// - An identifier says date and kind of session, and the calendar it belongs to. Session ids are not used: they begin with the
//   name of the cause, and a calendar is often shared. So a changed plan also updates the days of the one before it.
// - SEQUENCE counts seconds, so a later file always wins over an earlier one without anything being remembered.
// - A session that is in an earlier file and not in this one is withdrawn only when the caller says what was there (`earlier`):
//   a file cannot take back what it does not name. Days gone by are left alone.
// Limits: what a calendar does with STATUS:CANCELLED differs; most hide or strike it. A run's minutes are those of running only,
// so no event has a length.

import { exerciseById, type KnowledgeBase } from '../knowledge/index.ts';
import {
  doseInWords,
  type OpenPlan,
  type PlanView,
  type RecoverWords,
  recoverEnglish,
  type Session,
  type SessionItem,
} from '../recover/index.ts';
import { addDays, type LocalDate } from '../vocabulary/index.ts';
import { contentLine, escapeText } from './content-line.ts';

/** A day's session as a calendar knows it. */
export type Slot = Pick<Session, 'date' | 'kind'>;

export interface CalendarOptions {
  /** Names this runner's calendar, the same in every export: 8 to 64 letters, digits and hyphens that say nothing about them. */
  readonly calendar: string;
  /** The instant of writing: ISO 8601 in UTC, `2026-03-01T07:30:00Z`, 2020 to 2087. */
  readonly now: string;
  /** Nothing that tells of an injury: no exercises, no reasons. */
  readonly discreet?: boolean;
  /** Rest days as events, too. */
  readonly restDays?: boolean;
  /** The hour of every session, on the runner's own clock: `07:30`. Without it a session takes the day. */
  readonly at?: string;
  /** English without them. */
  readonly words?: RecoverWords;
  /** What earlier exports held; what is no longer planned of it, from today on, is withdrawn. */
  readonly earlier?: readonly Slot[];
  /** The runner’s date, where the plan does not tell it; without it that of `now` in UTC. */
  readonly today?: LocalDate;
}

const BEGIN_OF_COUNT = Date.UTC(2020, 0, 1);
const END_OF_COUNT = Date.UTC(2088, 0, 1);

/**
 * Writes a calendar of sessions. While a plan is not open it holds none, whatever is passed, and only withdraws.
 * @throws RangeError for options out of their range
 */
export function icalendarFrom(
  knowledge: Pick<KnowledgeBase, 'recovery'>,
  plan: PlanView,
  sessions: readonly Session[],
  options: CalendarOptions,
): string {
  const moment = checked(options);
  const { words = recoverEnglish } = options;
  const says = words.calendar;
  const wanted =
    plan.kind === 'open' ? sessions.filter(({ kind }) => kind !== 'rest' || options.restDays) : [];
  const ids = new Set(wanted.map((session) => uidOf(session, options)));
  const today = plan.kind === 'none' ? (options.today ?? options.now.slice(0, 10)) : plan.today;
  const withdrawn = (options.earlier ?? []).filter(
    (slot) => slot.date >= today && !ids.has(uidOf(slot, options)),
  );
  const stamp = {
    DTSTAMP: basic(options.now),
    SEQUENCE: String(Math.floor((moment - BEGIN_OF_COUNT) / 1000)),
  };
  const name = options.discreet ? says.training : says.plan;
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Backstride//Backstride//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    contentLine('NAME', name),
    contentLine('X-WR-CALNAME', name),
    ...wanted.map((session) =>
      event(session, options, {
        ...stamp,
        STATUS: 'CONFIRMED',
        SUMMARY: escapeText(summaryOf(session, options)),
        ...(options.discreet || plan.kind !== 'open'
          ? {}
          : { DESCRIPTION: escapeText(descriptionOf(knowledge, plan, session, words)) }),
      }),
    ),
    ...withdrawn.map((slot) =>
      event(slot, options, { ...stamp, STATUS: 'CANCELLED', SUMMARY: escapeText(says.noLonger) }),
    ),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

function event(slot: Slot, options: CalendarOptions, more: Readonly<Record<string, string>>): string {
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', uidOf(slot, options)),
    ...Object.entries({ ...more, ...when(slot.date, options.at) }).map(([name, value]) =>
      contentLine(name, value),
    ),
    // A shared calendar shows others at most that there is something, and it keeps nobody from meeting the runner.
    contentLine('CLASS', 'PRIVATE'),
    contentLine('TRANSP', 'TRANSPARENT'),
    contentLine('END', 'VEVENT'),
  ].join('');
}

/** The end of an all-day event is the first day after it. */
function when(date: LocalDate, at: string | undefined): Readonly<Record<string, string>> {
  return at === undefined
    ? { 'DTSTART;VALUE=DATE': compact(date), 'DTEND;VALUE=DATE': compact(addDays(date, 1)) }
    : { DTSTART: `${compact(date)}T${at.replace(':', '')}00` };
}

function uidOf({ date, kind }: Slot, { calendar }: CalendarOptions): string {
  return `${date}-${kind}.${calendar}@backstride`;
}

function summaryOf(
  { kind, title, items, run }: Session,
  { discreet, words = recoverEnglish }: CalendarOptions,
): string {
  const says = words.calendar;
  if (kind === 'rest') return says.rest;
  if (discreet) return says.training;
  if (run?.step !== undefined) return says.step(title, run.step, run.of ?? run.step);
  return kind === 'run' ? title : `${title} (${items.length})`;
}

function descriptionOf(
  { recovery }: Pick<KnowledgeBase, 'recovery'>,
  { today, offer }: OpenPlan,
  { items, run, date }: Session,
  words: RecoverWords,
): string {
  const says = words.calendar;
  const running = run && exerciseById(recovery, offer.run?.stage.ladder?.exercise ?? 'run-walk');
  const stops = new Set([...(running?.stop ?? []), ...items.flatMap(({ exercise }) => exercise.stop)]);
  const rules = recovery.stopRules.filter(({ id }) => stops.has(id)).map(({ text }) => text);
  return [
    ...(run ? [run.text, ...run.rules] : []),
    ...items.map((item) => itemInWords(item, words)),
    ...(rules.length > 0 ? ['', says.whenToStop, ...rules.map((text) => `- ${text}`)] : []),
    '',
    ...(date > today ? [says.asPlanned(today)] : []),
    says.notReviewed,
  ].join('\n');
}

function itemInWords({ exercise, dose, side, instead }: SessionItem, words: RecoverWords): string {
  const says = words.calendar;
  const where = side === 'both' ? '' : `, ${says.side(side)}`;
  const use = instead.map((one) => ` ${says.instead(one.use)}`).join('');
  return `- ${exercise.name}${says.colon}${doseInWords(dose, words)}${where}.${use}`;
}

/** The moment of writing in milliseconds, once every option is in its range. */
function checked({ calendar, now, at }: CalendarOptions): number {
  if (!/^[A-Za-z0-9-]{8,64}$/.test(calendar)) {
    throw new RangeError(
      `A calendar is named by 8 to 64 letters, digits and hyphens, not by “${calendar}”. Make a random name once and keep it.`,
    );
  }
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(now) ? Date.parse(now) : Number.NaN;
  if (!(moment >= BEGIN_OF_COUNT && moment < END_OF_COUNT)) {
    throw new RangeError(`The instant of writing is ${now}. Give it as 2026-03-01T07:30:00Z, 2020 to 2087.`);
  }
  if (at !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) {
    throw new RangeError(`The hour of the sessions is ${at}. Give it as 07:30, 00:00 to 23:59.`);
  }
  return moment;
}

function compact(date: LocalDate): string {
  return date.replaceAll('-', '');
}

/** `2026-03-01T07:30:00.250Z` as `20260301T073000Z`. */
function basic(now: string): string {
  return `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
}
