// Dates and clocks as a language writes them. A date of ours has no time, so it is read and shown in world time.

import type { Language, LocalDate } from '../../vocabulary/index.ts';

export interface DateWords {
  /** `Tuesday 24 November`. */
  readonly long: (date: LocalDate) => string;
  /** `24 November 2026`. */
  readonly full: (date: LocalDate) => string;
  /** `2 Mar`. */
  readonly short: (date: LocalDate) => string;
  /** `Mar`. */
  readonly month: (date: LocalDate) => string;
  /** `2 Mar 2026`. */
  readonly withYear: (date: LocalDate) => string;
  /** `Tuesday`. */
  readonly weekday: (date: LocalDate) => string;
  /** The hour, and the day of the week, at a moment in a zone. */
  readonly clock: (now: number, zone: string) => { readonly time: string; readonly day: string };
}

export function dateWords(tongue: Language): DateWords {
  const inWorldTime = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tongue, { ...options, timeZone: 'UTC' });
    return (date: LocalDate) => firstOfMonth(tongue, format.format(Date.parse(`${date}T00:00:00Z`)));
  };
  return {
    long: inWorldTime({ weekday: 'long', day: 'numeric', month: 'long' }),
    full: inWorldTime({ day: 'numeric', month: 'long', year: 'numeric' }),
    short: inWorldTime({ day: 'numeric', month: 'short' }),
    month: inWorldTime({ month: 'short' }),
    withYear: inWorldTime({ day: 'numeric', month: 'short', year: 'numeric' }),
    weekday: inWorldTime({ weekday: 'long' }),
    clock: (now, timeZone) => ({
      time: new Intl.DateTimeFormat(tongue, { timeZone, hour: '2-digit', minute: '2-digit' }).format(now),
      day: new Intl.DateTimeFormat(tongue, { timeZone, weekday: 'long' }).format(now),
    }),
  };
}

/** French says the first with a letter, which Intl does not write. */
function firstOfMonth(tongue: Language, text: string): string {
  return tongue === 'fr-CA' ? text.replace(/(^|\s)1(?=\s)/, '$11er') : text;
}
