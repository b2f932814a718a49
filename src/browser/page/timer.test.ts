import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../pages/index.ts';
import {
  clockFace,
  elapsedAt,
  goingOn,
  halted,
  type Intervals,
  intervalsFrom,
  type Moment,
  phaseInWords,
  type State,
  type Stopwatch,
  stateAt,
  totalSeconds,
} from './timer.ts';

const intervals: fc.Arbitrary<Intervals> = fc.record({
  workSeconds: fc.integer({ min: 1, max: 300 }),
  rounds: fc.integer({ min: 1, max: 12 }),
  restSeconds: fc.integer({ min: 0, max: 120 }),
  readySeconds: fc.integer({ min: 0, max: 10 }),
});

const HOLDS: Intervals = { workSeconds: 30, rounds: 3, restSeconds: 15, readySeconds: 5 };

describe('what a timer shows', () => {
  test.each([
    { at: 0, phase: 'ready', round: 1, secondsLeft: 5 },
    { at: 4999, phase: 'ready', round: 1, secondsLeft: 1 },
    { at: 5000, phase: 'work', round: 1, secondsLeft: 30 },
    { at: 34_999, phase: 'work', round: 1, secondsLeft: 1 },
    { at: 35_000, phase: 'rest', round: 2, secondsLeft: 15 },
    { at: 50_000, phase: 'work', round: 2, secondsLeft: 30 },
    { at: 124_999, phase: 'work', round: 3, secondsLeft: 1 },
    { at: 125_000, phase: 'done', round: 3, secondsLeft: 0 },
    { at: 9e9, phase: 'done', round: 3, secondsLeft: 0 },
    { at: -50, phase: 'ready', round: 1, secondsLeft: 5 },
  ])('three holds of 30 seconds, after $at ms: $phase', ({ at, ...state }) => {
    expect(stateAt(HOLDS, at)).toEqual(state);
  });

  test('gives each phase exactly its seconds, in order, without a rest after the last round', () => {
    fc.assert(
      fc.property(intervals, (given) => {
        const total = totalSeconds(given);
        const spent = { ready: 0, work: 0, rest: 0, done: 0 };
        for (let second = 0; second < total; second++) spent[stateAt(given, second * 1000 + 500).phase] += 1;
        expect(spent).toEqual({
          ready: given.readySeconds,
          work: given.rounds * given.workSeconds,
          rest: (given.rounds - 1) * given.restSeconds,
          done: 0,
        });
        expect(stateAt(given, total * 1000 - 1).phase).toBe('work');
        expect(stateAt(given, total * 1000).phase).toBe('done');
      }),
      { numRuns: 40 },
    );
  });

  test('counts down second by second within a phase and never goes back to an earlier one', () => {
    const placeOf = ({ phase, round }: State) =>
      ({ ready: 0, rest: 2 * round - 2, work: 2 * round - 1, done: Number.POSITIVE_INFINITY })[phase];
    fc.assert(
      fc.property(intervals, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const at = share * totalSeconds(given) * 1000;
        const [now, next] = [stateAt(given, at), stateAt(given, at + 1000)];
        expect(placeOf(next)).toBeGreaterThanOrEqual(placeOf(now));
        if (placeOf(next) === placeOf(now) && now.phase !== 'done')
          expect(next.secondsLeft).toBe(now.secondsLeft - 1);
        if (now.phase !== 'done') expect(now.secondsLeft).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a stopwatch', () => {
  const start: Moment = { wall: 1_000_000, steady: 500 };
  const after = (ms: number, from = start): Moment => ({ wall: from.wall + ms, steady: from.steady + ms });

  test('counts what it ran, whatever was paused in between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 9999 }), fc.boolean()), { maxLength: 20 }), (steps) => {
        let watch: Stopwatch = { heldMs: 0 };
        let now = start;
        let ran = 0;
        for (const [ms, runs] of steps) {
          watch = runs ? goingOn(watch, now) : halted(watch, now);
          now = after(ms, now);
          if (runs) ran += ms;
          expect(elapsedAt(watch, now)).toBe(ran);
        }
      }),
    );
  });

  test('is right after a sleep in which the steady clock stood still', () => {
    const watch = goingOn({ heldMs: 0 }, start);
    expect(elapsedAt(watch, { wall: start.wall + 90_000, steady: start.steady + 200 })).toBe(90_000);
  });

  test('goes on when somebody sets the wall clock back', () => {
    const watch = goingOn({ heldMs: 2000 }, start);
    expect(elapsedAt(watch, { wall: start.wall - 3_600_000, steady: start.steady + 1500 })).toBe(3500);
  });
});

describe('the attributes of a button', () => {
  test('are read, what is left out taken as usual', () => {
    expect(intervalsFrom({ timer: '30' })).toEqual({
      workSeconds: 30,
      rounds: 1,
      restSeconds: 0,
      readySeconds: 5,
    });
    expect(intervalsFrom({ timer: '60', rounds: '8', rest: '90', ready: '0' })).toEqual({
      workSeconds: 60,
      rounds: 8,
      restSeconds: 90,
      readySeconds: 0,
    });
  });

  test.each([
    [{}, 'data-timer: expected a whole number from 1 to 7200, found “”.'],
    [{ timer: 'soon' }, 'data-timer: expected'],
    [{ timer: '30', rounds: '0' }, 'data-rounds: expected a whole number from 1 to 100, found “0”.'],
    [{ timer: '30', rest: '' }, 'data-rest: expected'],
    [{ timer: '1.5', ready: '-1' }, 'data-ready: expected a whole number from 0 to 7200'],
  ])('%o are refused with what was expected', (data, says) => {
    expect(intervalsFrom(data)).toContain(says);
  });
});

test('figures and phases are written as a runner reads them', () => {
  expect([0, 7, 60, 754].map(clockFace)).toEqual(['0:00', '0:07', '1:00', '12:34']);
  const phases = { ...english.timer.script, first: 'Get ready', work: 'Run', between: 'Walk' };
  const words = (at: number, rounds = 3) => phaseInWords(stateAt({ ...HOLDS, rounds }, at), rounds, phases);
  expect([0, 6000, 36_000, 51_000, 999_999].map((at) => words(at))).toEqual([
    'Get ready',
    'Run 1 of 3',
    'Walk',
    'Run 2 of 3',
    'Done',
  ]);
  expect(words(6000, 1)).toBe('Run');
});
