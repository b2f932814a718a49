import { expect, test } from 'vitest';
import { intervalsFrom, totalSeconds } from '../src/browser/page/timer.ts';
import type { Dose, Span } from '../src/knowledge/index.ts';
import { holdTimer, runTimer } from '../src/pages/components/timer-button.ts';

/** The attributes of the button as the script reads them. */
function dataOf(shown: unknown): Record<string, string> {
  return Object.fromEntries(
    [...String(shown).matchAll(/data-([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
const exactly = (value: number): Span => ({ from: value, to: value });
const basis: Dose['basis'] = { sources: [], certainty: 'estimate' };

test('a hold is timed as often as the dose says, by its lower end', () => {
  const dose: Dose = { sets: { from: 2, to: 3 }, reps: exactly(4), holdSeconds: { from: 10, to: 20 }, basis };
  expect(intervalsFrom(dataOf(holdTimer(dose)))).toEqual({
    workSeconds: 10,
    rounds: 8,
    restSeconds: 5,
    readySeconds: 5,
  });
  expect(holdTimer({ sets: exactly(3), reps: exactly(8), basis })).toBe('');
});

test('runs with walks take as long as the step says, and begin with the walk where it does', () => {
  const step = { text: '', minutes: 6, rules: [] };
  const walkFirst = dataOf(runTimer({ ...step, intervals: { walkFirst: 8, times: 3, run: 2, walk: 8 } }));
  const read = intervalsFrom(walkFirst);
  if (typeof read === 'string') throw new Error(read);
  expect(totalSeconds(read)).toBe(30 * 60);
  const says = JSON.parse((walkFirst.words ?? '').replaceAll('&quot;', '"'));
  expect(says).toMatchObject({ first: 'Walk', work: 'Run', between: 'Walk', pause: 'Pause' });
  const runFirst = intervalsFrom(dataOf(runTimer({ ...step, intervals: { times: 6, run: 1, walk: 2 } })));
  expect(runFirst).toEqual({ workSeconds: 60, rounds: 6, restSeconds: 120, readySeconds: 0 });
  expect(runTimer(step)).toBe('');
});
