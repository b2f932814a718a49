// The calendar file, read back by a parser that other people keep (ical.js) and held against the standard's own examples.

import fc from 'fast-check';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CalendarOptions, contentLine, escapeText, icalendarFrom } from '../src/connect/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { type OpenPlan, type PlanView, planFor, type Session, sessionsFor } from '../src/recover/index.ts';
import { addDays, datesFrom } from '../src/vocabulary/index.ts';
import { realKnowledge } from './in-process.ts';
import { diagnosisArbitrary, runnerArbitrary, START } from './recover-arbitrary.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

const OPTIONS: CalendarOptions = { calendar: 'a1b2c3d4-e5', now: '2026-03-23T07:30:00Z' };

const openPlan = (condition = 'hamstring-strain'): OpenPlan => {
  const plan = planFor(
    knowledge,
    {
      level: 'self-care',
      answers: {},
      possible: [{ condition, probability: 1, presentations: { mild: 1 } }],
      diagnosed: true,
      openers: [],
    },
    {
      daysAWeek: 3,
      usualRunMinutes: 30,
      longestRunMinutes: 45,
      goal: { kind: 'easy-run' },
      side: 'left',
      age: 35,
    },
    { start: START, days: {}, clearances: [], urgent: [] },
    START,
  );
  if (plan.kind !== 'open') throw new Error(`The plan is ${plan.kind}.`);
  return plan;
};

const week = (plan: PlanView) => sessionsFor(plan, START, addDays(START, 13));

const write = (more: Partial<CalendarOptions> = {}, plan = openPlan(), sessions = week(plan)) =>
  icalendarFrom(knowledge, plan, sessions, { ...OPTIONS, ...more });

const eventsIn = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

const property = (event: ICAL.Event, name: string) => String(event.component.getFirstPropertyValue(name));

const byId = (file: string) => new Map(eventsIn(file).map((event) => [event.uid, event]));

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a content line', () => {
  test('holds at most 75 octets, cuts no character and comes back whole', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, (value) => {
        const written = contentLine('DESCRIPTION', escapeText(value));
        const lines = written.split('\r\n').slice(0, -1);
        for (const line of lines) {
          expect(utf8(line).length).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
        expect(lines.slice(1).every((line) => line.startsWith(' '))).toBe(true);
        const file = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${written}END:VEVENT\r\nEND:VCALENDAR\r\n`;
        expect(property(eventsIn(file)[0] as ICAL.Event, 'description')).toBe(
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
          value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ''),
        );
      }),
    );
  });

  test('of 75 octets stays one line, of 76 becomes two', () => {
    const room = 75 - 'SUMMARY:'.length;
    expect(contentLine('SUMMARY', 'x'.repeat(room))).toBe(`SUMMARY:${'x'.repeat(room)}\r\n`);
    expect(contentLine('SUMMARY', 'x'.repeat(room + 1))).toBe(`SUMMARY:${'x'.repeat(room)}\r\n x\r\n`);
    expect(contentLine('SUMMARY', `${'x'.repeat(room - 1)}é`)).toBe(
      `SUMMARY:${'x'.repeat(room - 1)}\r\n é\r\n`,
    );
  });

  test('fills every line, the space that marks a continuation counted', () => {
    const lengths = contentLine('SUMMARY', 'x'.repeat(200))
      .trimEnd()
      .split('\r\n')
      .map((line) => line.length);
    expect(lengths).toEqual([75, 75, 60]);
  });

  test('escapes as the example of RFC 5545, 3.3.11, and leaves a colon alone', () => {
    expect(escapeText('Project XYZ Final Review\nConference Room - 3B\nCome Prepared.')).toBe(
      'Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.',
    );
    expect(escapeText('a\\b; c, d: e\r\nf')).toBe('a\\\\b\\; c\\, d: e\\nf');
  });

  test('is read as the folded example of RFC 5545, 3.1, is read', () => {
    const long = 'This is a long description that exists on a long line.';
    const folded = 'DESCRIPTION:This is a lo\r\n ng description\r\n  that exists on a long line.\r\n';
    const read = (line: string) =>
      property(
        eventsIn(
          `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${line}END:VEVENT\r\nEND:VCALENDAR\r\n`,
        )[0] as ICAL.Event,
        'description',
      );
    expect(read(folded)).toBe(long);
    expect(read(contentLine('DESCRIPTION', long))).toBe(long);
  });
});

describe('a calendar', () => {
  test('gives every session back on its date, for whatever runner and cause', () => {
    fc.assert(
      fc.property(
        diagnosisArbitrary(knowledge),
        runnerArbitrary,
        fc.boolean(),
        (belief, runner, restDays) => {
          const log = {
            start: START,
            days: {},
            clearances: [{ date: START, recordedAt: `${START}T06:00:00Z`, covers: 'everything' as const }],
            urgent: [],
          };
          const plan = planFor(knowledge, belief, runner, log, START);
          const sessions = week(plan);
          const file = icalendarFrom(knowledge, plan, sessions, { ...OPTIONS, restDays });
          const wanted = sessions.filter(({ kind }) => restDays || kind !== 'rest');
          const found = eventsIn(file);
          expect(found.map((event) => `${event.startDate} ${event.endDate}`)).toEqual(
            wanted.map(({ date }) => `${date} ${addDays(date, 1)}`),
          );
          expect(found.every((event) => event.startDate.isDate)).toBe(true);
          expect(new Set(found.map(({ uid }) => uid)).size).toBe(wanted.length);
          for (const [index, { items, run }] of wanted.entries()) {
            for (const { exercise } of items) expect(found[index]?.description).toContain(exercise.name);
            if (run) expect(found[index]?.description).toContain(run.text);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('leaves rest days out unless they are asked for', () => {
    const rest: Session = { id: 'x', date: START, kind: 'rest', title: 'Rest day', items: [] };
    expect(eventsIn(write({}, openPlan(), [rest]))).toEqual([]);
    expect(eventsIn(write({ restDays: true }, openPlan(), [rest])).map(({ summary }) => summary)).toEqual([
      'Rest day',
    ]);
  });

  test('has every line end in CRLF and every event complete', () => {
    const file = write({ restDays: true });
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:/);
    for (const event of eventsIn(file)) {
      for (const name of ['uid', 'dtstamp', 'sequence', 'status', 'summary', 'class', 'description'])
        expect(event.component.getAllProperties(name), name).toHaveLength(1);
    }
  });

  test('written again later updates the same events: same identifiers, higher count, later stamp', () => {
    const first = byId(write());
    const second = byId(write({ now: '2026-03-23T07:30:01Z' }));
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [uid, event] of second) {
      const before = first.get(uid) as ICAL.Event;
      expect(event.sequence).toBe(before.sequence + 1);
      expect(property(event, 'dtstamp')).toBe('2026-03-23T07:30:01Z');
    }
  });

  test('keeps the same identifier for a day when the cause behind the plan changes, and names no cause in it', () => {
    const strain = [...byId(write()).keys()];
    const back = [...byId(write({}, openPlan('sciatica'))).keys()];
    expect(strain.filter((uid) => back.includes(uid)).length).toBeGreaterThan(5);
    expect(strain.join()).not.toMatch(/strain|hamstring/);
  });

  test('withdraws what an earlier file held and this one does not, from today on', () => {
    const gone = { date: addDays(START, 1), kind: 'run' } as const;
    const past = { date: addDays(START, -1), kind: 'exercises' } as const;
    const stays = { date: START, kind: 'exercises' } as const;
    const events = eventsIn(write({ earlier: [gone, past, stays] }));
    const cancelled = events.filter((event) => property(event, 'status') === 'CANCELLED');
    expect(cancelled.map(({ uid }) => uid)).toEqual([`${gone.date}-run.a1b2c3d4-e5@backstride`]);
    expect(events.filter(({ uid }) => uid.startsWith(`${START}-exercises`))).toHaveLength(1);
  });

  test('holds no session while the plan is locked, and withdraws what was there', () => {
    const plan = openPlan();
    const sessions = week(plan);
    const locked: PlanView = {
      ...plan,
      kind: 'locked',
      level: 'same-day',
      because: 'A danger sign.',
      doNow: [],
    };
    const events = eventsIn(icalendarFrom(knowledge, locked, sessions, { ...OPTIONS, earlier: sessions }));
    expect(events).toHaveLength(sessions.length);
    expect(events.every((event) => property(event, 'status') === 'CANCELLED')).toBe(true);
    expect(events.some((event) => event.description)).toBe(false);
  });

  test('without a plan goes by the date of the runner, for whom UTC may be a day ahead', () => {
    const none: PlanView = { kind: 'none', because: 'Something urgent is possible.' };
    const now = `${addDays(START, 1)}T03:00:00Z`;
    const earlier = [{ date: START, kind: 'run' }] as const;
    const events = (today?: string) =>
      eventsIn(icalendarFrom(knowledge, none, [], { ...OPTIONS, now, earlier, ...(today ? { today } : {}) }));
    expect(events(START)).toHaveLength(1);
    expect(events()).toHaveLength(0);
  });

  test('asked to be discreet says nothing of body, exercise or pain', () => {
    const file = write({ discreet: true, restDays: true });
    expect(eventsIn(file).every(({ description }) => !description)).toBe(true);
    const told = new Set(eventsIn(file).map(({ summary }) => summary));
    expect([...told].every((summary) => summary === 'Training' || summary === 'Rest day')).toBe(true);
    expect(file).not.toMatch(/pain|hamstring|exercise \(|stage|clinician/i);
    expect(write()).toMatch(/hamstring|exercise/i);
  });

  test('in the week in which clocks change has each day once, all-day or at the hour on the clock', () => {
    const [any] = week(openPlan()) as [Session];
    const days = datesFrom('2026-03-27', '2026-03-31').map((date): Session => ({ ...any, date, id: date }));
    const allDay = eventsIn(write({}, openPlan(), days));
    expect(allDay.map((event) => String(event.startDate))).toEqual(days.map(({ date }) => date));
    const early = eventsIn(write({ at: '02:30' }, openPlan(), days));
    expect(early.map((event) => String(event.startDate))).toEqual(days.map(({ date }) => `${date}T02:30:00`));
    expect(early.every((event) => event.startDate.zone === ICAL.Timezone.localTimezone)).toBe(true);
  });

  test.each([
    [{ calendar: 'short' }, /8 to 64 letters/],
    [{ calendar: 'two words here' }, /8 to 64 letters/],
    [{ now: '2026-03-23' }, /Give it as 2026-03-01T07:30:00Z/],
    [{ now: '2019-12-31T23:59:59Z' }, /2020 to 2087/],
    [{ at: '24:00' }, /Give it as 07:30/],
  ])('refuses %o and says what was expected', (more, says) => {
    expect(() => write(more)).toThrow(says);
  });
});
