// Recorded runs against the session of their day.

import { beforeAll, describe, expect, test } from 'vitest';
import { realKnowledge } from '../../test/in-process.ts';
import { atSpeed, runOn } from '../../test/train-arbitrary.ts';
import type { TrainingKnowledge } from '../knowledge/index.ts';
import type { Session } from '../recover/index.ts';
import { noticesOfDay, runningSeconds } from './index.ts';

let training: TrainingKnowledge;
beforeAll(async () => {
  const found = (await realKnowledge()).training;
  if (!found) throw new Error('The wing has no training.yaml.');
  training = found;
});

const DAY = '2026-03-02';
/** Three times nine minutes of walking and one of running. */
const session = (run: Partial<NonNullable<Session['run']>> = {}): Session => ({
  id: 'a-session',
  date: DAY,
  kind: 'run',
  title: 'Run',
  items: [],
  run: {
    step: 1,
    of: 10,
    text: '',
    minutes: 3,
    rules: [],
    intervals: { walkFirst: 9, times: 3, run: 1, walk: 9 },
    ...run,
  },
});
/** So many minutes at nine kilometres an hour, and half an hour of walking. */
const runWalk = (minutes: number) => {
  const metres = [...atSpeed(2.5, minutes * 60 * 2.625)];
  metres[5] = 2400;
  return runOn(DAY, 4, { metresBySpeed: metres, elapsedSeconds: (minutes + 30) * 60, movingSeconds: null });
};
const kinds = (...given: Parameters<typeof noticesOfDay>) => noticesOfDay(...given).map(({ kind }) => kind);

describe('a run of a day of the plan', () => {
  test('is measured by its running, not by its walking', () => {
    expect((runningSeconds(training, runWalk(3)) ?? 0) / 60).toBeCloseTo(3);
    expect(runningSeconds(training, runOn(DAY, 5))).toBeNull();
    expect(kinds(training, session(), [runWalk(3)], {})).toEqual([]);
    expect(kinds(training, session(), [runWalk(3.3)], {})).toEqual([]);
    expect(noticesOfDay(training, session(), [runWalk(6)], {})).toEqual([
      { kind: 'longer', minutes: 6, most: 3 },
    ]);
    expect(kinds(training, session(), [runWalk(2), runWalk(2)], {})).toEqual(['longer']);
  });

  test('without a spread of speeds is held against the whole session, walks included', () => {
    expect(kinds(training, session(), [runOn(DAY, 6.5)], {})).toEqual([]);
    expect(kinds(training, session(), [runOn(DAY, 10)], {})).toEqual(['longer']);
  });

  test('is too fast for an easy step, and not for strides or running as usual', () => {
    const fast = runOn(DAY, 1, { metresBySpeed: atSpeed(5.5, 200), elapsedSeconds: 60 });
    const own = { bestSpeed: 6 };
    expect(noticesOfDay(training, session(), [fast], own)).toEqual([
      { kind: 'faster', metres: 200, percent: 80 },
    ]);
    expect(kinds(training, session({ isFast: true }), [fast], own)).toEqual([]);
    const { step: _, ...usual } = session().run ?? { text: '', minutes: 3, rules: [] };
    expect(kinds(training, { ...session(), run: usual }, [fast], own)).toEqual([]);
    expect(kinds(training, session(), [fast], {})).toEqual([]);
  });

  test('that was not planned is said to be so; a walk is nobody’s business', () => {
    expect(kinds(training, undefined, [runOn(DAY, 3)], {})).toEqual(['not-planned']);
    expect(kinds(training, undefined, [runOn(DAY, 3, { kind: 'walk' })], {})).toEqual([]);
    expect(kinds(training, session(), [], {})).toEqual([]);
  });
});
