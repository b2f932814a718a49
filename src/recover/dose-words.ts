// A dose in words: the same for a page, a terminal and a calendar.

import type { Dose, Span } from '../knowledge/index.ts';
import { recoverEnglish } from './words/en.ts';

/** For example `3 × 8–12, lower in 3 seconds, 3 days a week`. */
export function doseInWords(dose: Dose, { dose: words } = recoverEnglish): string {
  const { sets, reps, holdSeconds, minutes, metres, effortPercent, load, tempo, perDay, perWeek } = dose;
  const amounts = [
    reps && range(reps),
    holdSeconds && words.seconds(range(holdSeconds)),
    minutes && words.minutes(range(minutes), isOne(minutes)),
    metres && words.metres(range(metres)),
  ].filter((part) => part !== undefined);
  const amount = amounts.length > 0 ? amounts.join(words.of) : sets && isOne(sets) ? words.once : words.times;
  const counted =
    sets && !isOne(sets) ? `${range(sets)} ${amounts.length > 0 ? `× ${amount}` : amount}` : amount;
  return [
    counted,
    ...(effortPercent ? [words.effort(range(effortPercent))] : []),
    ...(load ? [load] : []),
    ...(tempo ? [tempo] : []),
    ...(perDay && !isOne(perDay) ? [words.aDay(range(perDay))] : []),
    perWeek === undefined ? words.whenNeeded : perWeek === 7 ? words.everyDay : words.aWeek(perWeek),
  ].join(', ');
}

function range({ from, to }: Span): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function isOne({ from, to }: Span): boolean {
  return from === 1 && to === 1;
}
