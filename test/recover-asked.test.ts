// What a check-in asks, what a log tells a forecast, and beginning with a name.

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  beliefOf,
  decide,
  type EpisodeEvent,
  eventFromJson,
  fold,
  logOf,
  namedCauses,
} from '../src/episode/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import {
  courseOf,
  factsOfLog,
  judge,
  type Log,
  measuresToAsk,
  planFor,
  type Runner,
} from '../src/recover/index.ts';
import { addDays } from '../src/vocabulary/index.ts';
import { realKnowledge } from './in-process.ts';
import { caseArbitrary, lastDate, routeOf, settingOf } from './recover-arbitrary.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

const START = '2026-03-02';
const RUNNER: Runner = {
  daysAWeek: 4,
  usualRunMinutes: 40,
  longestRunMinutes: 60,
  goal: { kind: 'race' },
  side: 'right',
  age: 30,
};
const at = (id: string, about = START, time = '08:00') => ({
  id,
  about,
  zone: 'Etc/GMT',
  recordedAt: `${about}T${time}:00Z`,
});

describe('a check-in asks', () => {
  test('everything without which a session could not be good, at every stage of every plan', () => {
    fc.assert(
      fc.property(caseArbitrary(knowledge), (one) => {
        const date = lastDate(one.log);
        const route = routeOf(knowledge, one);
        const { standing } = courseOf(settingOf(knowledge, one), date);
        const asked = measuresToAsk(knowledge.recovery, route, standing, one.runner, one.log, date);
        const calm = Object.fromEntries(
          asked.map(({ id, worse, min, max }) => [id, worse === 'higher' ? min : max]),
        );
        const clear = Object.fromEntries(
          knowledge.recovery.screen.map(({ finding }) => [finding, 'no' as const]),
        );
        const day = { checkedIn: true, values: calm, screen: clear, exercised: true, ran: true };
        const log: Log = {
          ...one.log,
          days: { [date]: day, [addDays(date, 1)]: day, [addDays(date, -1)]: day },
        };
        const stage = route.stages[route.levels[standing.level]?.stage ?? 0]?.stage;
        if (!stage) return;
        const { colour } = judge(knowledge.recovery, route.plan, [stage], log, date);
        expect(['green', 'none']).toContain(colour);
      }),
      { numRuns: 150 },
    );
  });

  test('nothing that no rule of the plan looks at, and a test not again the day after', () => {
    const log: Log = { start: START, days: {}, clearances: [], urgent: [] };
    const belief = {
      level: 'self-care',
      answers: {},
      possible: [{ condition: 'hamstring-strain', probability: 1, presentations: { mild: 1 } }],
      diagnosed: true,
      openers: [],
    } as const;
    const plan = planFor(knowledge, belief, RUNNER, log, START);
    if (plan.kind === 'none') throw new Error(plan.because);
    const asked = (days: Log['days'], activities: readonly string[] = []) =>
      measuresToAsk(
        knowledge.recovery,
        plan.route,
        { ...plan.course.standing, level: 1 },
        { activities },
        { ...log, days },
        addDays(START, 1),
      ).map(({ id }) => id);
    expect(asked({})).toContain('squatPain');
    expect(asked({})).not.toContain('sittingMinutes');
    expect(asked({})).not.toContain('activity1');
    expect(asked({}, ['Climb stairs'])).toContain('activity1');
    const day = {
      checkedIn: true,
      values: { squatPain: 3, activity1: 5 },
      screen: {},
      exercised: false,
      ran: false,
    };
    expect(asked({ [START]: day }, ['Climb stairs'])).not.toContain('squatPain');
    expect(asked({ [START]: day }, ['Climb stairs'])).not.toContain('activity1');
  });
});

describe('a forecast learns from the log', () => {
  test('how long it has lasted, and when walking was free', () => {
    const belief = {
      level: 'self-care',
      answers: {},
      possible: [{ condition: 'hamstring-strain', probability: 1, presentations: { moderate: 1 } }],
      diagnosed: true,
      openers: [],
    } as const;
    const day = (limp: number, painRest: number, more = {}) => ({
      checkedIn: true,
      values: { limp, painRest, painWorst: painRest, ...more },
      screen: {},
      exercised: false,
      ran: false,
    });
    const runner = { ...RUNNER, onset: addDays(START, -2), ownPredictionDays: 21 };
    const facts = (days: Log['days'], upTo: number) => {
      const log: Log = { start: START, days, clearances: [], urgent: [] };
      const plan = planFor(knowledge, belief, runner, log, addDays(START, upTo));
      if (plan.kind === 'none') throw new Error(plan.because);
      return factsOfLog(plan.route, plan.course.standing, runner, log, addDays(START, upTo));
    };
    expect(facts({}, 0)).toEqual({ age: 30, presentation: 'moderate', daysSoFar: 2, ownPredictionDays: 21 });
    const limping = { [START]: day(1, 2, { kneeStraightLack: 12 }) };
    expect(facts(limping, 1)).toMatchObject({
      daysToPainFreeWalking: { moreThan: 3 },
      kneeExtensionLackDegrees: 12,
    });
    // Nothing hurts, but a limp is no free walk.
    const stiff = { ...limping, [addDays(START, 1)]: day(1, 0) };
    expect(facts(stiff, 1)).toMatchObject({ daysToPainFreeWalking: { moreThan: 3 } });
    const walking = { ...limping, [addDays(START, 2)]: day(0, 0) };
    expect(facts(walking, 5)).toMatchObject({ daysToPainFreeWalking: 4, daysSoFar: 7 });
    // Already walking freely at the first look: it is not known since when.
    expect(facts({ [START]: day(0, 0) }, 3)).not.toHaveProperty('daysToPainFreeWalking');
  });
});

describe('a name without an interview', () => {
  test('begins only what its plan allows, and gives way to answers and to a clinician', () => {
    expect(namedCauses(knowledge)).toEqual(['tight-hamstrings']);
    const refused = decide(
      knowledge,
      fold(knowledge, []),
      { kind: 'name-cause', condition: 'sciatica' },
      at('a'),
    );
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'unknown', found: 'sciatica' } });
    const named: EpisodeEvent = { ...at('n'), type: 'cause-named', condition: 'tight-hamstrings' };
    const causes = (events: readonly EpisodeEvent[]) =>
      beliefOf(knowledge, fold(knowledge, events)).possible.map(({ condition }) => condition);
    expect(causes([named])).toEqual(['tight-hamstrings']);
    expect(causes([named, { ...at('d'), type: 'diagnosis-entered', condition: 'sciatica' }])).toEqual([
      'sciatica',
    ]);
    const answers = { 'saddle-numbness': 'yes' };
    expect(
      beliefOf(knowledge, fold(knowledge, [named, { ...at('g'), type: 'answers-given', answers }])).level,
    ).toBe('emergency');
  });
});

describe('a session that was ticked', () => {
  test('counts as it was last said', () => {
    const session = (id: string, time: string, ran: boolean): EpisodeEvent => ({
      ...at(id, START, time),
      type: 'session-done',
      sessionId: 's',
      exercised: false,
      ran,
    });
    const begun: EpisodeEvent = { ...at('p'), type: 'plan-started', runner: RUNNER };
    const ran = (events: readonly EpisodeEvent[]) => logOf(fold(knowledge, events))?.days[START]?.ran;
    const [yes, no] = [session('1', '09:00', true), session('2', '10:00', false)];
    expect(ran([begun, yes])).toBe(true);
    expect(ran([begun, yes, no])).toBe(false);
    expect(ran([no, begun, yes])).toBe(false);
  });
});

describe('an event from a file', () => {
  const started = (runner: unknown) => eventFromJson(knowledge, { ...at('p'), type: 'plan-started', runner });

  test('is read as it was written, and what does not belong to it is dropped', () => {
    expect(started({ ...RUNNER, evil: 'x' })).toEqual({
      ok: true,
      value: { ...at('p'), type: 'plan-started', runner: RUNNER },
    });
  });

  test.each([
    ['a runner with words for numbers', { ...RUNNER, usualRunMinutes: '30' }],
    ['a runner with no lists', { ...RUNNER, kit: 'mat' }],
    ['a runner with no leg', { ...RUNNER, side: 'middle' }],
    ['a runner with a day that is none', { ...RUNNER, onset: '2026-02-30' }],
  ])('is refused as %s', (_, runner) => {
    expect(started(runner).ok).toBe(false);
  });

  test.each([
    ['a probability above one', [{ condition: 'sciatica', probability: 2, presentations: {} }]],
    ['a cause that nobody knows', [{ condition: 'x', probability: 0.5, presentations: {} }]],
    ['something that is no cause', ['sciatica']],
  ])('is refused with %s', (_, possible) => {
    const value = { ...at('r'), type: 'result-taken', level: 'routine', because: 'x', possible };
    expect(eventFromJson(knowledge, value).ok).toBe(false);
    expect(eventFromJson(knowledge, { ...value, possible: [] }).ok).toBe(true);
  });
});
