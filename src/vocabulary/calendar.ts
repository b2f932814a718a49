// Days as a runner lives them: plain local dates, `YYYY-MM-DD`. A day is a day wherever the clock stands, so arithmetic
// here counts days and never hours: daylight saving and time zones cannot shift it. The count is that of the proleptic
// Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"), days since 1970-01-01.
// Not Temporal: two dozen lines do what is needed, and Temporal is not everywhere yet.

/** A local calendar date, `YYYY-MM-DD`, years 1900 to 2199. */
export type LocalDate = string;

const SHAPE = /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Tells whether a text is a date that exists. */
export function isLocalDate(text: unknown): text is LocalDate {
  return typeof text === 'string' && SHAPE.test(text) && dateOfDay(dayOf(text)) === text;
}

/** Days since 1970-01-01. */
export function dayOf(date: LocalDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  // Years begin in March, so that the leap day comes last.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear =
    Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(date.slice(8)) - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

/** The date of a count of days since 1970-01-01. */
export function dateOfDay(day: number): LocalDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** The date this many days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayOf(date) + days);
}

/** Days from the one to the other; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayOf(to) - dayOf(from);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return ((((dayOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** Whether this is an hour on a clock: `07:30`, 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The dates from the one to the other, both included. */
export function datesFrom(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const first = dayOf(from);
  return Array.from({ length: Math.max(0, dayOf(to) - first + 1) }, (_, index) => dateOfDay(first + index));
}

/** One for each zone: making it takes longer than using it a hundred times. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();
/** A zone comes from outside and can be spelt in many ways. */
const MOST_FORMATS = 100;

/**
 * The local date at a moment.
 * @param moment milliseconds since 1970-01-01T00:00Z
 * @param zone IANA name, e.g. `Europe/Berlin`
 * @throws RangeError for a zone that nobody knows
 */
export function dateInZone(moment: number, zone: string): LocalDate {
  const parts = formatOf(zone).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  if (FORMATS.size >= MOST_FORMATS) FORMATS.clear();
  FORMATS.set(timeZone, format);
  return format;
}
