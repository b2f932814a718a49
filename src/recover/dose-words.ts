// A dose in words: the same for a page, a terminal and a calendar.

import type { Dose, Span } from '../knowledge/index.ts';

/** For example `3 × 8–12, lower in 3 seconds, 3 days a week`. */
export function doseInWords(dose: Dose): string {
  const { sets, reps, holdSeconds, minutes, metres, effortPercent, load, tempo, perDay, perWeek } = dose;
  const amounts = [
    reps && range(reps),
    holdSeconds && `${range(holdSeconds)} seconds`,
    minutes && `${range(minutes)} ${isOne(minutes) ? 'minute' : 'minutes'}`,
    metres && `${range(metres)} metres`,
  ].filter((part) => part !== undefined);
  const amount = amounts.length > 0 ? amounts.join(' of ') : sets && isOne(sets) ? 'once' : 'times';
  const counted =
    sets && !isOne(sets) ? `${range(sets)} ${amounts.length > 0 ? `× ${amount}` : amount}` : amount;
  return [
    counted,
    ...(effortPercent ? [`at ${range(effortPercent)} % effort`] : []),
    ...(load ? [load] : []),
    ...(tempo ? [tempo] : []),
    ...(perDay && !isOne(perDay) ? [`${range(perDay)} times a day`] : []),
    perWeek === undefined
      ? 'when needed'
      : perWeek === 7
        ? 'every day'
        : `${perWeek} ${perWeek === 1 ? 'day' : 'days'} a week`,
  ].join(', ');
}

function range({ from, to }: Span): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function isOne({ from, to }: Span): boolean {
  return from === 1 && to === 1;
}
