// What is kept of the runs: importing twice changes nothing, the order does not matter, changes survive, reading what was written
// gives the same, and what is no run is refused.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRuns, FIRST, runOn } from '../../test/train-arbitrary.ts';
import {
  bookFromJson,
  EMPTY_BOOK,
  manualRun,
  type RunBook,
  runFromJson,
  runsOf,
  withBook,
  withEdit,
  withImported,
  withNight,
  withoutRun,
  withRuns,
} from './index.ts';

const typed = (id: string) =>
  manualRun({ id, kind: 'run', day: FIRST, minutes: 30, distanceMetres: 5000, climbMetres: null, effort: 3 });
const bookOf = (runs: RunBook['runs']) => withImported(EMPTY_BOOK, runs);

describe('runs from files', () => {
  test('brought in twice change nothing, in whatever order they come', () => {
    fc.assert(
      fc.property(anyRuns(40), anyRuns(40), (a, b) => {
        const once = withImported(bookOf(a), b);
        expect(withImported(once, a)).toBe(once);
        expect(withImported(once, [...b, ...a])).toBe(once);
        expect(withImported(bookOf(b), a).runs).toEqual(once.runs);
        expect(bookOf([...b].reverse()).runs).toEqual(bookOf(b).runs);
      }),
      { numRuns: 60 },
    );
  });

  test('give way to a better recording of the same run, and a change goes over to it', () => {
    const phone = runOn(FIRST, 5, {
      id: 'the-phone',
      from: { format: 'gpx', device: null, fields: {}, notes: [] },
    });
    const watch = runOn(FIRST, 5.1, { id: 'the-watch', surges: 3, climbMetres: 40 });
    const edited = withEdit(bookOf([phone]), { id: 'the-phone', effort: 7 });
    const after = withImported(edited, [watch]);
    expect(after.runs.map(({ id }) => id)).toEqual(['the-watch']);
    expect(runsOf(after)[0]?.effort).toBe(7);
    expect(withImported(after, [phone])).toBe(after);
  });

  test('never swallow a run that was typed in, nor two of one day each other', () => {
    const noon = runOn(FIRST, 5, { start: `${FIRST}T12:05:00.000Z` });
    const book = withImported(withRuns(EMPTY_BOOK, [typed('typed-one'), typed('typed-two')]), [noon]);
    expect(book.runs).toHaveLength(3);
  });
});

describe('what is changed', () => {
  test('lies beside the run and can be taken back', () => {
    const book = bookOf([runOn(FIRST, 5)]);
    const [run] = book.runs;
    const id = run?.id ?? '';
    const edited = withEdit(book, { id, distanceMetres: 6000, kind: 'treadmill' });
    expect(edited.runs).toEqual(book.runs);
    expect(runsOf(edited)[0]).toMatchObject({ distanceMetres: 6000, kind: 'treadmill' });
    expect(runsOf(withEdit(edited, { id }))).toEqual(book.runs);
    expect(withoutRun(edited, id)).toEqual({ ...EMPTY_BOOK });
  });

  test('of two books in one the first counts, and joining again changes nothing', () => {
    fc.assert(
      fc.property(anyRuns(30), anyRuns(30), (a, b) => {
        const one = withNight(
          { ...bookOf(a), about: { restingHeartRate: 50 } },
          { day: FIRST, sleptBadly: true, sore: false },
        );
        const other = withNight(
          { ...bookOf(b), about: { restingHeartRate: 60, highestHeartRate: 190 } },
          { day: FIRST, sleptBadly: false, sore: true },
        );
        const both = withBook(one, other);
        expect(both.about).toEqual({ restingHeartRate: 50, highestHeartRate: 190 });
        expect(both.nights).toEqual(one.nights);
        expect(withBook(both, other)).toEqual(both);
        expect(withBook(both, one)).toEqual(both);
        expect(both.runs).toEqual(withImported(bookOf(b), a).runs);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a book on a disk', () => {
  test('read again is the same', () => {
    fc.assert(
      fc.property(anyRuns(60), (runs) => {
        const book = withEdit(bookOf(runs), { id: 'some-run', effort: 3 });
        const read = bookFromJson(JSON.parse(JSON.stringify(book)));
        expect(read).toEqual({ ok: true, value: book });
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['no object', 7],
    ['no id', { ...runOn(FIRST, 5), id: '' }],
    ['an id with a path in it', { ...runOn(FIRST, 5), id: '../../etc' }],
    ['another kind', { ...runOn(FIRST, 5), kind: 'swim' }],
    ['no instant', { ...runOn(FIRST, 5), start: 'yesterday' }],
    ['no date', { ...runOn(FIRST, 5), day: '2025-02-30' }],
    ['time below zero', { ...runOn(FIRST, 5), elapsedSeconds: -1 }],
    ['a distance of letters', { ...runOn(FIRST, 5), distanceMetres: '5000' }],
    ['more than anybody runs', { ...runOn(FIRST, 5), distanceMetres: 9e9 }],
    ['no number', { ...runOn(FIRST, 5), climbMetres: Number.NaN }],
    ['a spread of words', { ...runOn(FIRST, 5), metresBySpeed: ['a'] }],
    ['a spread without end', { ...runOn(FIRST, 5), metresBySpeed: Array(1000).fill(1) }],
    ['another format', { ...runOn(FIRST, 5), from: { format: 'pdf' } }],
  ])('with %s is refused, without a value of it in the message', (_, value) => {
    const read = runFromJson(value);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(JSON.stringify(read.refusal)).not.toMatch(/etc|swim|yesterday|5000|pdf/);
    expect(bookFromJson({ runs: [runOn(FIRST, 5), value] })).toMatchObject({ ok: false, refusal: { at: 2 } });
  });
});
