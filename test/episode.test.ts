// An episode folds from its events: whatever order they arrive in, however late, corrected or repeated.

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  beliefOf,
  type CheckIn,
  type Command,
  decide,
  type Envelope,
  type EpisodeEvent,
  fold,
  logOf,
} from '../src/episode/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { planFor, type Runner } from '../src/recover/index.ts';
import { addDays } from '../src/vocabulary/index.ts';
import { realKnowledge } from './in-process.ts';
import { dayArbitrary, runnerArbitrary, START } from './recover-arbitrary.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

const RUNNER: Runner = {
  daysAWeek: 3,
  usualRunMinutes: 30,
  longestRunMinutes: 50,
  goal: { kind: 'easy-run' },
  side: 'left',
  age: 33,
};

const envelope = (id: string, about = START, at = `${about}T18:00:00Z`): Envelope => ({
  id,
  about,
  zone: 'Europe/Berlin',
  recordedAt: at,
});

const checkIn = (values: CheckIn['values'], more: Partial<CheckIn> = {}): CheckIn => ({
  values,
  screen: {},
  ...more,
});

const begun: readonly EpisodeEvent[] = [
  { ...envelope('d', START, `${START}T06:00:00Z`), type: 'diagnosis-entered', condition: 'sciatica' },
  { ...envelope('p', START, `${START}T06:01:00Z`), type: 'plan-started', runner: RUNNER },
];

/** Events of some days: check-ins, corrections, sessions and words of clinicians, recorded up to three days late. */
const eventsArbitrary = () =>
  fc
    .tuple(
      runnerArbitrary,
      fc.array(
        fc.record({
          day: dayArbitrary(knowledge),
          late: fc.nat({ max: 3 }),
          hour: fc.integer({ min: 0, max: 23 }),
          corrects: fc.option(fc.nat({ max: 20 }), { nil: undefined, freq: 4 }),
          kind: fc.constantFrom('check-in', 'check-in', 'check-in', 'session', 'word'),
          zone: fc.constantFrom('Europe/Berlin', 'America/Vancouver', 'Pacific/Auckland'),
          date: fc.nat({ max: 14 }),
        }),
        { minLength: 1, maxLength: 20 },
      ),
    )
    .map(([runner, entries]): readonly EpisodeEvent[] => [
      ...begun.slice(0, 1),
      { ...envelope('p', START, `${START}T06:01:00Z`), type: 'plan-started', runner },
      ...entries.map(({ day, late, hour, corrects, kind, zone, date }, index): EpisodeEvent => {
        const about = addDays(START, date);
        const recordedAt = `${addDays(about, late)}T${String(hour).padStart(2, '0')}:00:00Z`;
        const head = { id: `e${index}`, about, zone, recordedAt };
        const entry = checkIn(day?.values ?? {}, {
          screen: day?.screen ?? {},
          exercised: day?.exercised ?? false,
          ran: day?.ran ?? false,
        });
        if (kind === 'session') {
          return { ...head, type: 'session-done', sessionId: `s${index}`, exercised: true, ran: false };
        }
        if (kind === 'word') return { ...head, type: 'clearance-given', covers: 'running' };
        return corrects === undefined
          ? { ...head, type: 'checked-in', checkIn: entry }
          : { ...head, type: 'check-in-corrected', corrects: `e${corrects}`, checkIn: entry };
      }),
    ]);

const stateWithoutOrder = (events: readonly EpisodeEvent[]) => {
  const { ids, checkIns, ...state } = fold(knowledge, events);
  return { ...state, ids: [...ids].sort(), checkIns: Object.entries(checkIns).sort() };
};

describe('folding events', () => {
  test('gives the same state in any order of arrival, and when some arrive twice', () => {
    const shuffled = eventsArbitrary().chain((events) =>
      fc
        .tuple(fc.shuffledSubarray([...events], { minLength: events.length }), fc.subarray([...events]))
        .map(([again, twice]) => ({ events, again: [...twice, ...again] })),
    );
    fc.assert(
      fc.property(shuffled, ({ events, again }) => {
        expect(stateWithoutOrder(again)).toEqual(stateWithoutOrder(events));
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same plan in any order of arrival', () => {
    const shuffled = eventsArbitrary().chain((events) =>
      fc.shuffledSubarray([...events], { minLength: events.length }).map((again) => ({ events, again })),
    );
    const planOf = (events: readonly EpisodeEvent[]) => {
      const state = fold(knowledge, events);
      const log = logOf(state);
      if (!log || !state.plan) throw new Error('No plan.');
      return planFor(knowledge, beliefOf(knowledge, state), state.plan.runner, log, addDays(START, 15));
    };
    fc.assert(
      fc.property(shuffled, ({ events, again }) => {
        expect(planOf(again)).toEqual(planOf(events));
      }),
      { numRuns: 60 },
    );
  });

  test('does not look at the zone: a date is the date that the runner lived', () => {
    fc.assert(
      fc.property(eventsArbitrary(), (events) => {
        const moved = events.map((event) => ({ ...event, zone: 'Pacific/Kiritimati' }));
        const { days, plan, clearances } = fold(knowledge, events);
        expect(fold(knowledge, moved)).toMatchObject({ days, plan, clearances });
      }),
    );
  });

  test('two entries about one date: of each measure the worse counts', () => {
    const state = fold(knowledge, [
      ...begun,
      { ...envelope('a'), type: 'checked-in', checkIn: checkIn({ painMorning: 2, confidence: 4, limp: 0 }) },
      {
        ...envelope('b'),
        type: 'checked-in',
        checkIn: checkIn({ painMorning: 1, confidence: 8, limp: 1, painRest: 0 }),
      },
    ]);
    expect(state.days[START]?.values).toEqual({ painMorning: 2, confidence: 4, limp: 1, painRest: 0 });
  });

  test('a correction replaces its entry, for better too, even when it arrives first; the last one counts', () => {
    const first: EpisodeEvent = {
      ...envelope('a'),
      type: 'checked-in',
      checkIn: checkIn({ painMorning: 7 }),
    };
    const correction = (id: string, at: string, painMorning: number): EpisodeEvent => ({
      ...envelope(id, START, at),
      type: 'check-in-corrected',
      corrects: 'a',
      checkIn: checkIn({ painMorning }),
    });
    const one = correction('b', '2026-03-24T08:00:00Z', 4);
    const two = correction('c', '2026-03-25T08:00:00Z', 1);
    expect(fold(knowledge, [two, one, ...begun, first]).days[START]?.values.painMorning).toBe(1);
  });

  test('a danger sign reported outside a check-in stands on its date', () => {
    const state = fold(knowledge, [
      ...begun,
      { ...envelope('a'), type: 'checked-in', checkIn: checkIn({}, { screen: { fever: 'no' } }) },
      { ...envelope('b'), type: 'red-flag-reported', screen: { fever: 'yes' } },
    ]);
    expect(state.days[START]).toMatchObject({ screen: { fever: 'yes' }, flaggedAt: `${START}T18:00:00Z` });
  });
});

describe('a command', () => {
  const decideOn = (
    command: Command,
    head: Envelope = envelope('x'),
    events: readonly EpisodeEvent[] = begun,
  ) => decide(knowledge, fold(knowledge, events), command, head);

  test.each<{
    name: string;
    command: Command;
    head?: Envelope;
    events?: readonly EpisodeEvent[];
    kind: string;
  }>([
    {
      name: 'a pain of 11',
      command: { kind: 'check-in', checkIn: checkIn({ painMorning: 11 }) },
      kind: 'out-of-range',
    },
    {
      name: 'an unknown measure',
      command: { kind: 'check-in', checkIn: checkIn({ mood: 1 }) },
      kind: 'unknown',
    },
    {
      name: 'a derived measure',
      command: { kind: 'check-in', checkIn: checkIn({ weekRise: 1 }) },
      kind: 'unknown',
    },
    {
      name: 'an unknown danger sign',
      command: { kind: 'report-red-flag', screen: { 'long-nose': 'yes' } },
      kind: 'unknown',
    },
    {
      name: 'a correction of nothing',
      command: { kind: 'correct-check-in', corrects: 'nobody', checkIn: checkIn({}) },
      kind: 'not-a-check-in',
    },
    {
      name: 'an id that is taken',
      command: { kind: 'close', because: '' },
      head: envelope('p'),
      kind: 'repeated-id',
    },
    {
      name: 'tomorrow',
      command: { kind: 'check-in', checkIn: checkIn({}) },
      head: envelope('x', addDays(START, 1), `${START}T18:00:00Z`),
      kind: 'in-the-future',
    },
    {
      name: 'a zone that nobody knows',
      command: { kind: 'check-in', checkIn: checkIn({}) },
      head: { ...envelope('x'), zone: 'Mars/Base' },
      kind: 'bad-time',
    },
    {
      name: 'a plan without a cause',
      command: { kind: 'start-plan', runner: RUNNER },
      events: [],
      kind: 'no-cause',
    },
    {
      name: 'eight days a week',
      command: { kind: 'start-plan', runner: { ...RUNNER, daysAWeek: 8 } },
      kind: 'out-of-range',
    },
    {
      name: 'a grade that the condition does not have',
      command: { kind: 'enter-diagnosis', condition: 'hamstring-strain', presentation: 'grade-9' },
      kind: 'unknown',
    },
    {
      name: 'anything after closing',
      command: { kind: 'check-in', checkIn: checkIn({}) },
      events: [...begun, { ...envelope('z'), type: 'closed', because: 'Well again.' }],
      kind: 'closed',
    },
  ])('refuses $name and says what was expected', ({ command, head, events, kind }) => {
    const decided = decideOn(command, head, events);
    expect(decided).toMatchObject({ ok: false, refusal: { kind } });
    expect(decided.ok ? '' : decided.refusal.expected).not.toBe('');
  });

  test('just after midnight in the runner’s zone is that day, though it is still yesterday in Greenwich', () => {
    const about = '2026-03-24';
    expect(
      decideOn({ kind: 'check-in', checkIn: checkIn({}) }, envelope('x', about, '2026-03-23T23:30:00Z')).ok,
    ).toBe(true);
  });

  test('that is accepted has happened once its events are folded', () => {
    const decided = decideOn({ kind: 'check-in', checkIn: checkIn({ painMorning: 3 }) });
    expect(decided.ok && fold(knowledge, [...begun, ...decided.value]).days[START]?.values.painMorning).toBe(
      3,
    );
  });

  test('to take a result keeps the causes that are still possible and the version of the knowledge', () => {
    const answers = { 'one-leg-swelling': 'yes' } as const;
    const given: EpisodeEvent = { ...envelope('a'), type: 'answers-given', answers };
    const decided = decideOn({ kind: 'take-result' }, envelope('r'), [given]);
    const [result] = decided.ok ? decided.value : [];
    expect(result).toMatchObject({
      type: 'result-taken',
      level: 'same-day',
      knowledge: { hash: knowledge.hash },
    });
  });
});

describe('a plan from answers', () => {
  test('is locked while the answers ask for care the same day, until a clinician has cleared it', () => {
    const answers = { 'one-leg-swelling': 'yes', onset: 'sudden', mechanism: 'sprinting' } as const;
    let events: readonly EpisodeEvent[] = [];
    const commands: readonly Command[] = [
      { kind: 'give-answers', answers },
      { kind: 'take-result' },
      { kind: 'start-plan', runner: RUNNER },
    ];
    for (const [index, command] of commands.entries()) {
      const decided = decide(
        knowledge,
        fold(knowledge, events),
        command,
        envelope(`c${index}`, START, `${START}T0${index}:00:00Z`),
      );
      if (!decided.ok) throw new Error(decided.refusal.expected);
      events = [...events, ...decided.value];
    }
    const view = (all: readonly EpisodeEvent[], today = START) => {
      const state = fold(knowledge, all);
      const log = logOf(state);
      if (!log) throw new Error('No plan.');
      return planFor(knowledge, beliefOf(knowledge, state), RUNNER, log, today);
    };
    const first = view(events);
    expect(first.kind === 'locked' || first.kind === 'none').toBe(true);
    if (first.kind === 'locked') expect(first.level).toBe('same-day');
  });

  test('stays locked when a clinician cleared an earlier state of things, and opens when they clear this one', () => {
    const answers = { onset: 'gradual', 'worst-place': 'sit-bone', 'sitting-pain': 'yes' };
    const at = (id: string, day: number) =>
      envelope(id, addDays(START, day), `${addDays(START, day)}T08:00:00Z`);
    const events: readonly EpisodeEvent[] = [
      { ...at('a', 0), type: 'answers-given', answers },
      { ...at('p', 0), type: 'plan-started', runner: RUNNER },
      { ...at('w', 1), type: 'clearance-given', covers: 'everything' },
      { ...at('b', 2), type: 'answers-given', answers: { ...answers, 'new-leg-weakness': 'yes' } },
    ];
    const kindOn = (all: readonly EpisodeEvent[], day: number) => {
      const state = fold(knowledge, all);
      const log = logOf(state);
      const belief = beliefOf(knowledge, state);
      // The most likely cause after such an answer may have no plan; the lock is what is looked at.
      const sure = {
        ...belief,
        possible: belief.possible.filter(({ condition }) => condition === 'sciatica'),
      };
      return log && planFor(knowledge, sure, RUNNER, log, addDays(START, day)).kind;
    };
    expect(kindOn(events, 3)).toBe('locked');
    expect(kindOn([...events, { ...at('x', 3), type: 'clearance-given', covers: 'everything' }], 3)).toBe(
      'open',
    );
  });

  test('says which answer could open what a possible cause withholds', () => {
    const answers = { onset: 'gradual', 'worst-place': 'sit-bone', 'sitting-pain': 'yes', age: '40-to-49' };
    const state = fold(knowledge, [{ ...envelope('a'), type: 'answers-given', answers }]);
    const belief = beliefOf(knowledge, state);
    expect(belief.possible.length).toBeGreaterThan(1);
    for (const { condition, finding, state: answer } of belief.openers) {
      expect(belief.possible.slice(1).map((one) => one.condition)).toContain(condition);
      const after = fold(knowledge, [
        { ...envelope('a'), type: 'answers-given', answers: { ...answers, [finding]: answer } },
      ]);
      const left = beliefOf(knowledge, after).possible.some((one) => one.condition === condition);
      const rules = knowledge.conditions.find(({ id }) => id === condition)?.forbids ?? [];
      expect(left && rules.some(({ when }) => !when), `${finding} = ${answer} rules out ${condition}`).toBe(
        false,
      );
    }
    expect(belief.openers.length).toBeGreaterThan(0);
  });
});
