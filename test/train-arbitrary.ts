// Runs for tests: made by hand, and any at all.

import fc from 'fast-check';
import { HEART_RATE_BIN, type Run, SPEED_BIN } from '../src/train/index.ts';
import { addDays, type LocalDate } from '../src/vocabulary/index.ts';

export const FIRST: LocalDate = '2025-01-01';

/** A run of this many kilometres on a day, ten kilometres an hour unless told otherwise. */
export function runOn(day: LocalDate, kilometres: number, more: Partial<Run> = {}): Run {
  const seconds = Math.round(kilometres * 360);
  return {
    id: `run-${day}-${kilometres}`,
    kind: 'run',
    start: `${day}T07:00:00.000Z`,
    day,
    elapsedSeconds: seconds,
    movingSeconds: seconds,
    distanceMetres: kilometres * 1000,
    climbMetres: null,
    descentMetres: null,
    bestSpeed: null,
    metresBySpeed: null,
    surges: null,
    secondsByHeartRate: null,
    effort: null,
    from: { format: 'fit', device: null, fields: {}, notes: [] },
    ...more,
  };
}

/** Metres at one speed. */
export function atSpeed(metresPerSecond: number, metres: number): readonly number[] {
  const bin = Math.floor(metresPerSecond / SPEED_BIN);
  return Array.from({ length: bin + 1 }, (_, index) => (index === bin ? metres : 0));
}

/** Seconds at one heart rate. */
export function atHeartRate(rate: number, seconds: number): readonly number[] {
  const bin = Math.floor(rate / HEART_RATE_BIN);
  return Array.from({ length: bin + 1 }, (_, index) => (index === bin ? seconds : 0));
}

const maybe = (max: number) => fc.option(fc.nat(max), { nil: null });
const spread = (bins: number, most: number) =>
  fc.option(fc.array(fc.nat(most), { minLength: 1, maxLength: bins }), { nil: null });

/** A run on one of the first `days` days. */
export function anyRun(days = 120): fc.Arbitrary<Run> {
  return fc
    .record({
      id: fc.uuid(),
      kind: fc.constantFrom('run', 'run', 'run', 'trail', 'treadmill', 'walk', 'other'),
      at: fc.nat(days - 1),
      minute: fc.nat(1439),
      elapsedSeconds: fc.integer({ min: 0, max: 20_000 }),
      movingSeconds: maybe(20_000),
      distanceMetres: maybe(50_000),
      climbMetres: maybe(2000),
      bestSpeed: fc.option(fc.double({ min: 1, max: 9, noNaN: true }), { nil: null }),
      metresBySpeed: spread(36, 3000),
      surges: maybe(40),
      secondsByHeartRate: spread(42, 1200),
      effort: maybe(10),
    })
    .map(({ at, minute, ...rest }): Run => {
      const day = addDays(FIRST, at);
      const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      return {
        ...rest,
        kind: rest.kind as Run['kind'],
        day,
        start: `${day}T${clock}:00.000Z`,
        descentMetres: null,
        from: { format: 'fit', device: null, fields: {}, notes: [] },
      };
    });
}

export const anyRuns = (days = 120) =>
  fc.uniqueArray(anyRun(days), { maxLength: 60, selector: ({ id }) => id });
