import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateInZone, dateOfDay, dayOf, daysBetween, isLocalDate, weekdayOf } from './index.ts';

const day = fc.integer({ min: dayOf('1900-01-01'), max: dayOf('2199-12-31') });

describe('a local date', () => {
  test('agrees with the calendar of the machine, in Greenwich, over three centuries', () => {
    fc.assert(
      fc.property(day, (count) => {
        const outside = new Date(count * 86_400_000);
        expect(dateOfDay(count)).toBe(outside.toISOString().slice(0, 10));
        expect(dayOf(dateOfDay(count))).toBe(count);
        expect(weekdayOf(dateOfDay(count))).toBe(outside.getUTCDay() || 7);
      }),
    );
  });

  test('is the same number of days on whichever side of a clock change', () => {
    // Clocks moved in Berlin on 2026-03-29 and 2026-10-25: those days had 23 and 25 hours.
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  });

  test.each([
    { moment: '2026-03-28T23:30:00Z', zone: 'Europe/Berlin', date: '2026-03-29' },
    { moment: '2026-03-29T21:59:00Z', zone: 'Europe/Berlin', date: '2026-03-29' },
    { moment: '2026-10-25T22:59:00Z', zone: 'Europe/Berlin', date: '2026-10-25' },
    { moment: '2026-06-30T11:00:00Z', zone: 'Pacific/Kiritimati', date: '2026-07-01' },
    { moment: '2026-06-30T11:00:00Z', zone: 'America/Vancouver', date: '2026-06-30' },
  ])('at $moment in $zone it is $date', ({ moment, zone, date }) => {
    expect(dateInZone(Date.parse(moment), zone)).toBe(date);
  });

  test('is the same however often a zone is asked for, and whichever was asked for before', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const anew = (moment: number, timeZone: string) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 4e12 }), (zone, moment) => {
        expect(dateInZone(moment, zone)).toBe(anew(moment, zone));
        expect(dateInZone(moment, zone)).toBe(anew(moment, zone));
      }),
      { numRuns: 300 },
    );
    expect(() => dateInZone(0, 'Nowhere/Nothing')).toThrow(RangeError);
  });

  test.each(['2026-02-29', '2026-13-01', '2026-04-31', '26-01-01', '2026-1-1', '', 20260101, null])(
    'refuses %s',
    (text) => expect(isLocalDate(text)).toBe(false),
  );

  test('takes the leap day', () => expect(isLocalDate('2028-02-29')).toBe(true));
});
