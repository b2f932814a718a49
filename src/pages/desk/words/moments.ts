// Days and times as a language writes them, in world time: a server does not know where its readers are.

import type { Language } from '../../../vocabulary/index.ts';

export interface MomentWords {
  /** `28 November 2026`. */
  readonly day: (ms: number) => string;
  /** `28 November 2026 at 14:05 UTC`. */
  readonly minute: (ms: number) => string;
}

export function momentWords(tongue: Language): MomentWords {
  const day = new Intl.DateTimeFormat(tongue, { dateStyle: 'long', timeZone: 'UTC' });
  const minute = new Intl.DateTimeFormat(tongue, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const firstOfMonth = (text: string) => (tongue === 'fr-CA' ? text.replace(/^1(?=\s)/, '1er') : text);
  return {
    day: (ms) => firstOfMonth(day.format(ms)),
    minute: (ms) => `${firstOfMonth(minute.format(ms))} UTC`,
  };
}
