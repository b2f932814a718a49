// Load and warnings: a window and nothing else; the published bands at their edges; silence where there is too little.

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { realKnowledge } from '../../test/in-process.ts';
import { anyRun, anyRuns, atHeartRate, atSpeed, FIRST, runOn } from '../../test/train-arbitrary.ts';
import type { TrainingKnowledge } from '../knowledge/index.ts';
import { addDays, datesFrom, type LocalDate } from '../vocabulary/index.ts';
import {
  bandOf,
  baselineOf,
  bestSpeedOf,
  changeBefore,
  curvesOf,
  fastMetres,
  highestHeartRateOf,
  loadOf,
  longestRatio,
  manualRun,
  monotonyOf,
  type Run,
  ratiosIn,
  runsIn,
  shareOf,
  trimpOf,
  type Warning,
  type Window,
  warningsOfDay,
  warningsOfRun,
} from './index.ts';

let training: TrainingKnowledge;
beforeAll(async () => {
  const found = (await realKnowledge()).training;
  if (!found) throw new Error('The wing has no training.yaml.');
  training = found;
});

const day = (at: number): LocalDate => addDays(FIRST, at);
const anyWindow = (days = 120): fc.Arbitrary<Window> =>
  fc
    .tuple(fc.nat(days - 1), fc.nat(days - 1))
    .map(([a, b]) => ({ from: day(Math.min(a, b)), to: day(Math.max(a, b)) }));
/** Every second day, five kilometres. */
const usual = (from: number, to: number, kilometres = 5): readonly Run[] =>
  datesFrom(day(from), day(to))
    .filter((_, index) => index % 2 === 0)
    .map((date) => runOn(date, kilometres));
const rules = (warnings: readonly Warning[]) => warnings.map(({ rule }) => rule);

describe('the load of a window', () => {
  test('never depends on runs outside it', () => {
    const own = { bestSpeed: 6, restingHeartRate: 50, highestHeartRate: 190 };
    fc.assert(
      fc.property(anyRuns(), anyWindow(), (runs, window) => {
        const inside = runs.filter((run) => run.day >= window.from && run.day <= window.to);
        expect(loadOf(training, runs, window, own)).toEqual(loadOf(training, inside, window, own));
        expect(monotonyOf(training, runs, window.to)).toEqual(
          monotonyOf(training, runsIn(runs, { from: addDays(window.to, -6), to: window.to }), window.to),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order of import, nor does anything that stands out', () => {
    const own = { bestSpeed: 6 };
    fc.assert(
      fc.property(anyRuns(60), anyRun(60), anyWindow(60), (runs, run, window) => {
        const other = [...runs].reverse();
        expect(loadOf(training, other, window)).toEqual(loadOf(training, runs, window));
        expect(rules(warningsOfRun(training, other, run, own))).toEqual(
          rules(warningsOfRun(training, runs, run, own)),
        );
        expect(changeBefore(training, other, window.to)).toEqual(changeBefore(training, runs, window.to));
      }),
      { numRuns: 60 },
    );
  });

  test('compares each run of a window as it compares it alone, also where days and starts are in another order', () => {
    const anywhere = fc
      .tuple(anyRun(60), fc.integer({ min: -12, max: 14 }))
      // The day is that of the place; the start is in world time.
      .map(([run, hours]) => {
        const start = new Date(Date.parse(run.start) + hours * 3_600_000).toISOString();
        return { ...run, start };
      });
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 30, maxLength: 60 }), anyWindow(60), (runs, window) => {
        const alone = runsIn(runs, window).flatMap((run) => {
          const found = longestRatio(training, runs, run);
          if (found.kind === 'silent') return [];
          return [{ run, ratio: found.ratio, longer: bandOf(training, found.ratio) !== undefined }];
        });
        expect(ratiosIn(training, runs, window)).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  test('of two windows side by side adds up to that of both', () => {
    fc.assert(
      fc.property(anyRuns(), fc.nat(118), (runs, cut) => {
        const whole = loadOf(training, runs, { from: FIRST, to: day(119) });
        const parts = [
          loadOf(training, runs, { from: FIRST, to: day(cut) }),
          loadOf(training, runs, { from: day(cut + 1), to: day(119) }),
        ];
        expect(parts.reduce((sum, one) => sum + one.runs, 0)).toBe(whole.runs);
        expect(parts.reduce((sum, one) => sum + one.distanceMetres.value, 0)).toBe(
          whole.distanceMetres.value,
        );
        expect(parts.reduce((sum, one) => sum + one.seconds.of, 0)).toBe(whole.seconds.of);
      }),
      { numRuns: 40 },
    );
  });

  test('leaves walks and other sports out, and says how many runs tell each number', () => {
    const runs = [
      runOn(day(0), 5),
      runOn(day(1), 10, { distanceMetres: null }),
      runOn(day(2), 8, { kind: 'walk' }),
    ];
    const load = loadOf(training, runs, { from: day(0), to: day(2) });
    expect(load.runs).toBe(2);
    expect(load.distanceMetres).toEqual({ value: 5000, of: 1 });
    expect(load.seconds).toEqual({ value: 5400, of: 2 });
  });

  test('counts fast metres from whole bins above a share of the own best, never more than were run', () => {
    const run = runOn(day(0), 1, { metresBySpeed: [...atSpeed(4.8, 200).slice(0, -1), 200, 300, 500] });
    // 4.75–5, 5–5.25 and 5.25–5.5 m/s; of a best of 6.5 the threshold is 5.2.
    expect(fastMetres(run, 0.8, { bestSpeed: 6.5 })).toBe(500);
    expect(fastMetres(run, 0.8, { bestSpeed: 6.25 })).toBe(800);
    expect(fastMetres(run, 0.8, {})).toBeNull();
    fc.assert(
      fc.property(anyRun(), fc.double({ min: 1, max: 9, noNaN: true }), (one, bestSpeed) => {
        const at80 = fastMetres(one, 0.8, { bestSpeed });
        const at90 = fastMetres(one, 0.9, { bestSpeed });
        const all = one.metresBySpeed?.reduce((sum, metres) => sum + metres, 0) ?? 0;
        if (at80 !== null && at90 !== null) {
          expect(at90).toBeLessThanOrEqual(at80);
          expect(at80).toBeLessThanOrEqual(all);
        }
      }),
    );
  });

  test('TRIMP is that of the worked example: 30 minutes at 130, from 40 to 200, are 32', () => {
    // The example of GoldenCheetah's formula in the load dossier. The bin of 130 reaches from 130 to 135.
    const run = runOn(day(0), 5, { secondsByHeartRate: atHeartRate(130, 1800) });
    const trimp = trimpOf(training, run, { restingHeartRate: 40, highestHeartRate: 200 }) ?? 0;
    expect(trimp).toBeGreaterThan(31.8);
    expect(trimp).toBeLessThan(34);
    const exact = 30 * 0.5625 * 0.64 * Math.exp(1.92 * 0.5625);
    expect(exact).toBeCloseTo(32, 0);
    expect(trimpOf(training, run, { restingHeartRate: 40 })).toBeNull();
    expect(highestHeartRateOf([run])).toBe(135);
    expect(bestSpeedOf([run])).toBeUndefined();
  });
});

describe('a run against the longest of the 30 days before', () => {
  test.each([
    [5.5, undefined],
    [5.6, 1.64],
    [6.5, 1.64],
    [6.6, 1.52],
    [10, 1.52],
    [10.1, 2.28],
    [40, 2.28],
  ])('of 5 km: %f km falls into the band with ratio %s', (kilometres, hazardRatio) => {
    const runs = usual(0, 28);
    const run = runOn(day(30), kilometres);
    const found = longestRatio(training, [...runs, run], run);
    expect(found.kind).toBe('known');
    const ratio = found.kind === 'known' ? found.ratio : 0;
    expect(bandOf(training, ratio)?.hazardRatio).toBe(hazardRatio);
    expect(rules(warningsOfRun(training, [...runs, run], run))).toEqual(
      hazardRatio === undefined ? [] : ['longer-run'],
    );
  });

  test('looks at 30 days and no further, and not at the day itself', () => {
    const old = runOn(day(0), 20);
    const runs = [...usual(2, 28), old];
    const ratio = (at: number, more: readonly Run[] = []) => {
      const found = longestRatio(training, [...runs, ...more], runOn(day(at), 6));
      return found.kind === 'known' ? found.ratio : undefined;
    };
    expect(ratio(30)).toBeCloseTo(0.3);
    expect(ratio(31)).toBeCloseTo(1.2);
    expect(ratio(31, [runOn(day(31), 30)])).toBeCloseTo(1.2);
  });

  test('says nothing with fewer than four runs, or without a distance', () => {
    const three = usual(24, 28);
    expect(three).toHaveLength(3);
    const run = runOn(day(30), 50);
    expect(longestRatio(training, three, run)).toMatchObject({
      kind: 'silent',
      because: 'few-runs',
      runs: 3,
    });
    expect(rules(warningsOfRun(training, three, run))).toEqual(['few-runs']);
    const unknown = runOn(day(30), 5, { distanceMetres: null });
    expect(longestRatio(training, usual(0, 28), unknown)).toMatchObject({ because: 'no-distance' });
    expect(warningsOfRun(training, usual(0, 28), unknown)).toEqual([]);
  });

  test('a longer run never falls out of every band', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.1001, max: 50, noNaN: true }), (ratio) => {
        expect(bandOf(training, ratio)).toBeDefined();
      }),
    );
    expect(bandOf(training, 1.1)).toBeUndefined();
  });
});

describe('what else stands out', () => {
  test('new fast metres, from more than 1.3 times the most of the month', () => {
    const own = { bestSpeed: 6 };
    const fast = (at: number, metres: number, slow = 4000) => {
      const spread = [...atSpeed(5.5, metres)];
      spread[10] = slow;
      return runOn(day(at), 5, { metresBySpeed: spread });
    };
    const before = [0, 2, 4, 6].map((at) => fast(at, 200));
    expect(rules(warningsOfRun(training, before, fast(8, 260), own))).toEqual([]);
    expect(rules(warningsOfRun(training, before, fast(8, 261), own))).toEqual(['new-fast-metres']);
    expect(rules(warningsOfRun(training, before.slice(1), fast(8, 900), own))).not.toContain(
      'new-fast-metres',
    );
    expect(rules(warningsOfRun(training, before, fast(8, 900, 800), own))).toEqual([]);
    const never = [0, 2, 4, 6].map((at) => fast(at, 0));
    expect(rules(warningsOfRun(training, never, fast(8, 99), own))).toEqual([]);
    expect(rules(warningsOfRun(training, never, fast(8, 100), own))).toEqual(['new-fast-metres']);
  });

  test('a run after more than a week off that is longer than half of what was usual', () => {
    const before = usual(0, 20, 10);
    const afterBreak = (at: number, kilometres: number) =>
      rules(warningsOfRun(training, before, runOn(day(at), kilometres)));
    expect(afterBreak(28, 10)).toEqual([]);
    expect(afterBreak(29, 5)).toEqual([]);
    expect(afterBreak(29, 6)).toEqual(['after-gap']);
  });

  test('a week without an easy day, and bad nights with sore legs', () => {
    const same = datesFrom(day(0), day(6)).map((date) => runOn(date, 5));
    expect(monotonyOf(training, same, day(6))?.monotony).toBe(10);
    expect(rules(warningsOfDay(training, same, [], day(6)))).toEqual(['monotony']);
    // 30, 0, 30, 0, 30, 0, 30 minutes: mean 17.143, population standard deviation 14.846.
    expect(monotonyOf(training, usual(0, 6), day(6))?.monotony).toBeCloseTo(1.1547, 4);
    expect(warningsOfDay(training, usual(0, 6), [], day(6))).toEqual([]);
    const night = (at: number, sore = true) => ({ day: day(at), sleptBadly: true, sore });
    expect(warningsOfDay(training, [], [night(0), night(7)], day(7))).toEqual([]);
    expect(rules(warningsOfDay(training, [], [night(1), night(7)], day(7)))).toEqual(['sleep-and-soreness']);
    expect(warningsOfDay(training, [], [night(1), night(7, false)], day(7))).toEqual([]);
  });

  test('nothing is ever said of a walk, and nobody is told to be at risk', () => {
    fc.assert(
      fc.property(anyRuns(), anyRun(), (runs, run) => {
        expect(warningsOfRun(training, runs, { ...run, kind: 'walk' })).toEqual([]);
      }),
    );
    const said = JSON.stringify(training.rules).toLowerCase();
    expect(said).not.toMatch(/danger|high risk|at risk/);
  });
});

describe('before it began', () => {
  test('the baseline is of the four weeks before, never more than was run', () => {
    fc.assert(
      fc.property(anyRuns(), fc.nat(119), (runs, at) => {
        const onset = day(at);
        const baseline = baselineOf(training, runs, onset);
        const here = runsIn(runs, { from: addDays(onset, -28), to: addDays(onset, -1) });
        expect(baseline === undefined).toBe(here.length === 0);
        if (!baseline) return;
        const minutes = here.map((run) => (run.movingSeconds ?? run.elapsedSeconds) / 60);
        expect(baseline.longestRunMinutes).toBeLessThanOrEqual(Math.max(...minutes));
        expect(baseline.usualRunMinutes).toBeLessThanOrEqual(baseline.longestRunMinutes);
      }),
    );
    expect(baselineOf(training, usual(0, 27), day(28))).toMatchObject({
      runs: 14,
      usualRunMinutes: 30,
      longestRunMinutes: 30,
      daysAWeek: 3,
    });
  });

  test('what changed is the four weeks before against the four before those, with what stood out', () => {
    const runs = [...usual(0, 54), runOn(day(55), 12)];
    const { before, earlier, standOut } = changeBefore(training, runs, day(56));
    expect(before.distanceMetres.value - earlier.distanceMetres.value).toBe(12_000);
    expect(standOut.map(({ run }) => run.day)).toEqual([day(55)]);
  });
});

describe('the curves', () => {
  test('move by 1 - e^(-1/days) of the way, and come to a steady load', () => {
    // GoldenCheetah: 0.02353 and 0.13312.
    expect(shareOf(42)).toBeCloseTo(0.02353, 5);
    expect(shareOf(7)).toBeCloseTo(0.13312, 5);
    const daily = datesFrom(day(0), day(399)).map((date) => runOn(date, 10));
    const { days } = curvesOf(training, daily, { from: day(0), to: day(399) }, 'minutes');
    expect(days.at(-1)?.fitness).toBeCloseTo(60, 1);
    expect(days.at(-1)?.form).toBeCloseTo(0, 1);
    expect(days[0]?.fitness).toBeCloseTo(60 * 0.02353, 3);
  });
});

test('a typed run has what was typed and says that it was typed', () => {
  const run = manualRun({
    id: 'typed-0001',
    kind: 'treadmill',
    day: day(3),
    minutes: 42,
    distanceMetres: null,
    climbMetres: null,
    effort: 4,
  });
  expect(run.from.format).toBe('manual');
  expect(loadOf(training, [run], { from: day(3), to: day(3) }).effortMinutes).toEqual({ value: 168, of: 1 });
});
