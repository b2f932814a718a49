// Days as an iCalendar file (RFC 5545), for the calendar that a runner has anyway; what stands in them is the caller's. Written here
// instead of by a library: docs/decisions/0025.
// - What has no time of day is an all-day event; a runner who names an hour gets it as floating time, the hour on
//   the clock wherever they are. Neither needs a time zone, and no clock change can move it.
// - An identifier says date and kind of event, and the calendar it belongs to: a later file updates the days of an earlier one.
// - SEQUENCE counts seconds, so a later file always wins over an earlier one without anything being remembered.
// Limits: what a calendar does with STATUS:CANCELLED differs; most hide or strike it. No event has a length.

import { addDays, isTimeOfDay, type LocalDate } from '../vocabulary/index.ts';
import { contentLine, escapeText } from './content-line.ts';

/** An event as a calendar knows it: one of a kind a day. */
export interface Slot {
  readonly date: LocalDate;
  readonly kind: string;
}

export interface CalendarEvent extends Slot {
  readonly summary: string;
  readonly description?: string;
}

export interface CalendarFileOptions {
  /** Names this runner's calendar, the same in every export: 8 to 64 letters, digits and hyphens that say nothing about them. */
  readonly calendar: string;
  /** The instant of writing: ISO 8601 in UTC, `2026-03-01T07:30:00Z`, 2020 to 2087. */
  readonly now: string;
  /** The hour of every event, on the runner's own clock: `07:30`. Without it an event takes the day. */
  readonly at?: string;
}

const BEGIN_OF_COUNT = Date.UTC(2020, 0, 1);
const END_OF_COUNT = Date.UTC(2088, 0, 1);

/**
 * Writes a calendar under a name that is shown.
 * @param withdrawn events of earlier files that are no longer to be, with a word for what became of them
 * @throws RangeError for options out of their range
 */
export function calendarFile(
  name: string,
  events: readonly CalendarEvent[],
  options: CalendarFileOptions,
  withdrawn: readonly CalendarEvent[] = [],
): string {
  const moment = checked(options);
  const stamp = {
    DTSTAMP: basic(options.now),
    SEQUENCE: String(Math.floor((moment - BEGIN_OF_COUNT) / 1000)),
  };
  const written = (status: string) => (one: CalendarEvent) =>
    event(one, options, {
      ...stamp,
      STATUS: status,
      SUMMARY: escapeText(one.summary),
      ...(one.description === undefined ? {} : { DESCRIPTION: escapeText(one.description) }),
    });
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Backstride//Backstride//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    contentLine('NAME', name),
    contentLine('X-WR-CALNAME', name),
    ...events.map(written('CONFIRMED')),
    ...withdrawn.map(written('CANCELLED')),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

function event(slot: Slot, options: CalendarFileOptions, more: Readonly<Record<string, string>>): string {
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

/** Names an event, in every file alike. */
export function uidOf({ date, kind }: Slot, { calendar }: CalendarFileOptions): string {
  return `${date}-${kind}.${calendar}@backstride`;
}

/** The moment of writing in milliseconds, once every option is in its range. */
function checked({ calendar, now, at }: CalendarFileOptions): number {
  if (!/^[A-Za-z0-9-]{8,64}$/.test(calendar)) {
    throw new RangeError(
      `A calendar is named by 8 to 64 letters, digits and hyphens, not by “${calendar}”. Make a random name once and keep it.`,
    );
  }
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(now) ? Date.parse(now) : Number.NaN;
  if (!(moment >= BEGIN_OF_COUNT && moment < END_OF_COUNT)) {
    throw new RangeError(`The instant of writing is ${now}. Give it as 2026-03-01T07:30:00Z, 2020 to 2087.`);
  }
  if (at !== undefined && !isTimeOfDay(at)) {
    throw new RangeError(`The hour of the events is ${at}. Give it as 07:30, 00:00 to 23:59.`);
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
