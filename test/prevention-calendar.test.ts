// The plan for runners without pain as a calendar file: read back by a parser that other people keep (ical.js), and its days held against
// the doses that the knowledge gives.

import fc from 'fast-check';
import ICAL from 'ical.js';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { KnowledgeBase, PreventionPart } from '../src/knowledge/index.ts';
import { preventionDays } from '../src/train/index.ts';
import { addDays, daysBetween } from '../src/vocabulary/index.ts';
import { type Fields, type Rehearsal, type Runner, realKnowledge, rehearse, runnerOf } from './in-process.ts';

const FIRST = '2026-03-02';

let knowledge: KnowledgeBase;
let parts: readonly PreventionPart[];
let house: Rehearsal;
let runner: Runner;
beforeAll(async () => {
  knowledge = await realKnowledge();
  const all = knowledge.training?.prevention.parts ?? [];
  parts = all.filter(({ exercises }) => exercises.length > 0);
});
beforeEach(() => {
  house = rehearse(knowledge);
  house.clock.now = Date.parse(`${FIRST}T12:00:00Z`);
  runner = runnerOf(house, 'en-CA,en;q=0.9');
});

const get = (...fields: Fields) => runner.post('/train/prevention/calendar', fields);
const eventsIn = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
const strength: Fields = [
  ['parts', 'strength'],
  ['first', FIRST],
];

describe('the days of a part', () => {
  test('give each exercise as often a week as the knowledge says, and no day twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.integer({ min: 1, max: 12 }), (part, weeks) => {
        const days = preventionDays(part, FIRST, weeks);
        expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
        for (let week = 1; week <= weeks; week++) {
          const here = days.filter(({ date }) => Math.floor(daysBetween(FIRST, date) / 7) + 1 === week);
          expect(here.every((one) => one.week === week)).toBe(true);
          for (const { exercise, weeks: ramp } of part.exercises) {
            const dose = ramp.filter(({ from }) => from <= week).at(-1);
            const on = here.flatMap(({ exercises }) => exercises.filter((one) => one.exercise === exercise));
            expect(on.length).toBe(dose?.timesAWeek ?? 0);
            expect(on.every((one) => one.dose === dose)).toBe(true);
          }
        }
      }),
    );
  });
});

describe('the calendar of staying well', () => {
  test('comes back from another parser: eight weeks, whole days, what to do in each', async () => {
    const { status, headers, text } = await get(...strength);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const events = eventsIn(text);
    expect(events.length).toBe(16);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(16);
    expect(events.map(({ startDate }) => startDate.toString()).slice(0, 3)).toEqual([
      FIRST,
      addDays(FIRST, 3),
      addDays(FIRST, 7),
    ]);
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    const [one, two, three] = events;
    expect(one?.summary).toBe('Strong at length');
    expect(one?.description).toMatch(/^Week 1\. Strength while/);
    expect(one?.description).toMatch(/\n- Kneeling lower.*: 2 × 5 times\n/);
    // Once in the first week, twice in the second.
    expect(two?.description).not.toContain('Kneeling lower');
    expect(three?.description).toMatch(/\n- Kneeling lower.*: 2 × 6 times\n/);
    expect(one?.description).toContain('Not yet reviewed by a clinician.');
  });

  test('of the same first day updates the one before; says nothing where others see it; has an hour where one is given', async () => {
    const before = eventsIn((await get(...strength)).text);
    house.clock.now += 60_000;
    const after = eventsIn((await get(...strength, ['at', '07:30'], ['discreet', 'yes'])).text);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(Number(after[0]?.sequence)).toBeGreaterThan(Number(before[0]?.sequence));
    expect(after.every(({ summary, description }) => summary === 'Training' && !description)).toBe(true);
    expect(after[0]?.startDate.toString()).toBe(`${FIRST}T07:30:00`);
  });

  test('holds every part that was ticked, and says what is missing', async () => {
    const all = await get(...parts.map(({ id }) => ['parts', id] as const), ['first', addDays(FIRST, 5)]);
    expect(new Set(eventsIn(all.text).map(({ summary }) => summary))).toEqual(
      new Set(parts.map(({ name }) => name)),
    );
    const wrong = await get(['first', '2020-01-01'], ['at', 'noon']);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Choose at least one part.');
    expect(wrong.text).toContain('Choose a first day, from a month ago to a year from now.');
    expect(wrong.text).toContain('noon');
  });
});
