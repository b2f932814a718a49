// The rules of the day, one by one, on the shortest log that shows each. Truth: the pain rules of the recovery dossier.

import { beforeAll, describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import {
  type Belief,
  type Day,
  type Decision,
  type Log,
  planFor,
  type Runner,
  sessionsFor,
} from '../src/recover/index.ts';
import { addDays, type LocalDate } from '../src/vocabulary/index.ts';
import { realKnowledge } from './in-process.ts';
import { courseFor } from './recover-arbitrary.ts';

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

const belief = (condition: string, grade?: string): Belief => ({
  level: 'self-care',
  answers: {},
  possible: [{ condition, probability: 1, presentations: grade === undefined ? {} : { [grade]: 1 } }],
  diagnosed: true,
  openers: [],
});

type Entry = { readonly [measure: string]: number | undefined } & { readonly session?: number };

/** A good day; `session: 0` is a rest day; other keys are values of measures, undefined for not asked. */
function day({ session = 1, ...values }: Entry = {}): Day {
  const best = Object.fromEntries(
    knowledge.recovery.measures
      .filter(({ kind }) => kind !== 'derived')
      .map(({ id, worse, min, max }): [string, number | undefined] => [id, worse === 'higher' ? min : max]),
  );
  const all = Object.entries({ ...best, painMorning: 1, painWorst: 1, ...values });
  return {
    checkedIn: true,
    values: Object.fromEntries(all.filter((entry): entry is [string, number] => entry[1] !== undefined)),
    screen: Object.fromEntries(knowledge.recovery.screen.map(({ finding }) => [finding, 'no' as const])),
    exercised: session > 0,
    ran: session > 0,
  };
}

function logOf(days: readonly (Day | undefined)[], more: Partial<Log> = {}): Log {
  return {
    start: START,
    days: Object.fromEntries(
      days.flatMap((one, index): [LocalDate, Day][] => (one ? [[addDays(START, index), one]] : [])),
    ),
    clearances: [],
    urgent: [],
    ...more,
  };
}

function decisions(
  log: Log,
  upTo: number,
  cause: Belief = belief('hamstring-strain', 'mild'),
): readonly Decision[] {
  return courseFor(knowledge, { belief: cause, runner: RUNNER, log }, addDays(START, upTo)).decisions;
}

const lastOf = (log: Log, upTo: number, cause?: Belief) => {
  const { kind, rule, stage } = decisions(log, upTo, cause).at(-1) as Decision;
  return { kind, rule, stage };
};

describe('moving on', () => {
  test('takes two good sessions in a row, the criteria and a calm morning', () => {
    const log = logOf([day(), day(), day()]);
    expect(decisions(log, 2).map(({ kind, rule }) => [kind, rule])).toEqual([
      ['hold', 'carry-on'],
      ['hold', 'one-more-good'],
      ['advance', 'advance'],
    ]);
  });

  test.each([
    { name: 'a morning that is missing', today: { painMorning: undefined }, rule: 'morning-missing' },
    { name: 'a morning above the usual', today: { painMorning: 2 }, rule: 'morning-up-one' },
    { name: 'a painkiller in the morning', today: { painkillers: 1 }, rule: 'masked' },
    { name: 'painkillers not asked', today: { painkillers: undefined }, rule: 'measure-missing' },
    { name: 'a limp today', today: { limp: 1 }, rule: 'new-limp' },
    { name: 'worst pain above 2', today: { painWorst: 3 }, rule: 'criterion-unmet' },
  ])('is held by $name', ({ today, rule }) => {
    const result = lastOf(logOf([day(), day(), day(today)]), 2);
    expect(result.rule).toBe(rule);
    expect(result.kind).not.toBe('advance');
  });

  test('is held by a session that hurt more than the one before, though both were good', () => {
    expect(lastOf(logOf([day({ painDuring: 0 }), day({ painDuring: 1 }), day()]), 2).rule).toBe(
      'pain-rising',
    );
  });

  // All sessions are good and only a criterion was open; it is met on a rest day whose morning is not.
  test.each([
    { name: 'masked', today: { painkillers: 1 }, rule: 'masked' },
    { name: 'missing', today: { painMorning: undefined }, rule: 'morning-missing' },
    { name: 'raised', today: { painMorning: 1.5 }, rule: 'not-calm' },
  ])('waits on a rest day whose morning is $name', ({ today, rule }) => {
    const rest = day({ session: 0, painWorst: 3 });
    const log = logOf([day({ painWorst: 3 }), day({ painWorst: 3 }), rest, day({ session: 0, ...today })]);
    expect(lastOf(log, 2).rule).toBe('criterion-unmet');
    expect(lastOf(log, 3)).toMatchObject({ kind: 'hold', rule });
    const calm = logOf([day({ painWorst: 3 }), day({ painWorst: 3 }), rest, day({ session: 0 })]);
    expect(lastOf(calm, 3).kind).toBe('advance');
  });

  test('waits on a day without the danger signs', () => {
    const rest = day({ session: 0, painWorst: 3 });
    const unasked = { ...day({ session: 0 }), screen: {} };
    const log = logOf([day({ painWorst: 3 }), day({ painWorst: 3 }), rest, unasked]);
    expect(lastOf(log, 3).rule).toBe('screen-missing');
  });

  test('a criterion that was never measured is not met', () => {
    const unmeasured = day({ squatPain: undefined });
    const days = Array.from({ length: 8 }, () => unmeasured);
    expect(lastOf(logOf(days), 7)).toMatchObject({ kind: 'hold', rule: 'criterion-unmet', stage: 'wake' });
    expect(lastOf(logOf([...days, day()]), 8).kind).toBe('advance');
  });

  test('a criterion met before a setback has to be met again', () => {
    const rest = () => day({ session: 0, squatPain: undefined });
    const later = () => day({ squatPain: undefined });
    const log = logOf([
      day(),
      day(),
      day(),
      day(),
      day({ sharp: 1 }),
      rest(),
      rest(),
      later(),
      later(),
      later(),
      later(),
      later(),
    ]);
    expect(lastOf(log, 11)).toMatchObject({ rule: 'criterion-unmet', stage: 'wake' });
  });

  test('runs on two days running count once: the ladder wants a rest day', () => {
    const days = Array.from({ length: 7 }, () => day());
    expect(decisions(logOf(days), 6).map(({ rule }) => rule)).toContain('too-soon');
  });

  test('mornings that creep up from week to week hold everything', () => {
    const tight = belief('tight-hamstrings');
    const low = Array.from({ length: 43 }, () => day({ painMorning: 1 }));
    const log = logOf([...low, ...[1, 2, 2, 2, 2, 2, 2].map((painMorning) => day({ painMorning }))]);
    expect(
      decisions(log, 49, tight).filter(({ rule }) => rule === 'week-rise' || rule === 'morning-up-one'),
    ).not.toEqual([]);
  });
});

describe('too much', () => {
  test.each([
    { name: '5 of 10 during the session', today: { painDuring: 5 }, rule: 'strain-during-red' },
    { name: 'sharp pain', today: { sharp: 1 }, rule: 'sharp-pain' },
    { name: 'a new limp', today: { limp: 1 }, rule: 'new-limp' },
    { name: 'new swelling', today: { swelling: 1 }, rule: 'new-swelling' },
  ])('$name: one step back, at once, and a rest of two days', ({ today, rule }) => {
    const log = logOf([day(), day(), day(), day(today)]);
    const all = decisions(log, 6);
    expect(all[3]).toMatchObject({ kind: 'step-back', rule, stage: 'calm' });
    expect(all.slice(4).map(({ kind, rule: by }) => [kind, by])).toEqual(
      [
        ['pause', 'rest-after-red'],
        ['pause', 'rest-after-red'],
        ['hold', 'no-check-in'],
      ].slice(0, all.length - 4),
    );
  });

  test('a grab near full speed is looked at, also when that morning alone already costs a step', () => {
    const good = Array.from({ length: 120 }, (_, index) => day({ session: index % 2 }));
    const fast = decisions(logOf(good), 119).findIndex(({ stage }) => stage === 'full-speed');
    expect(fast).toBeGreaterThan(0);
    const upTo = (today: Entry) => lastOf(logOf([...good.slice(0, fast + 1), day(today)]), fast + 1);
    expect(upTo({ painMorning: 4 })).toMatchObject({ kind: 'step-back', stage: 'lengthen' });
    for (const painMorning of [1, 4]) {
      expect(upTo({ sharp: 1, painMorning })).toMatchObject({
        kind: 'see-someone',
        rule: 'strain-grab-at-speed',
      });
    }
  });

  test('the next morning two points up: one step back, judged once', () => {
    const all = decisions(
      logOf([
        day(),
        day(),
        day(),
        day(),
        day({ session: 0, painMorning: 3 }),
        day({ session: 0, painMorning: 3 }),
      ]),
      5,
    );
    expect(all[4]).toMatchObject({ kind: 'step-back', rule: 'morning-up-two' });
    expect(all[5]).toMatchObject({ kind: 'pause', rule: 'rest-after-red' });
  });

  test('3 or 4 of 10: the same again; the third time in a row one step back', () => {
    const amber = () => day({ painDuring: 3 });
    const all = decisions(logOf([day(), day(), day(), amber(), amber(), amber(), day()]), 6);
    expect(all.map(({ kind, rule }) => [kind, rule]).slice(4)).toEqual([
      ['hold', 'strain-during-amber'],
      ['hold', 'strain-during-amber'],
      ['step-back', 'third-hold'],
    ]);
  });

  test('two red days within a week: running pauses for five days', () => {
    const red = () => day({ painDuring: 6 });
    const log = logOf([day(), day(), day(), red(), day({ session: 0 }), day({ session: 0 }), red()]);
    const all = decisions(log, 11);
    expect(all[6]).toMatchObject({ kind: 'pause', rule: 'two-reds' });
    expect(all.slice(7, 12).every(({ kind }) => kind === 'pause')).toBe(true);
  });

  test('three within two weeks: see someone, until a clinician has cleared it', () => {
    const red = () => day({ painDuring: 6 });
    const rest = () => day({ session: 0 });
    const log = logOf([red(), rest(), rest(), rest(), red(), rest(), rest(), rest(), rest(), rest(), red()]);
    expect(lastOf(log, 10)).toMatchObject({ kind: 'see-someone', rule: 'three-reds' });
    expect(lastOf(log, 20).kind).toBe('see-someone');
    const word = {
      date: addDays(START, 15),
      recordedAt: '2026-03-17T10:00:00Z',
      covers: 'exercise' as const,
    };
    expect(lastOf({ ...log, clearances: [word] }, 15).kind).not.toBe('see-someone');
  });

  test('pain at the bone after a bone stress injury: see someone at once', () => {
    const word = { date: START, recordedAt: '2026-03-02T06:00:00Z', covers: 'running' as const };
    const log = logOf([day(), day({ painDuring: 1 })], { clearances: [word] });
    expect(lastOf(log, 1, belief('sacral-stress-fracture'))).toMatchObject({
      kind: 'see-someone',
      rule: 'bone-during',
    });
  });

  test('a tendon that has not settled by the next morning: one step back', () => {
    const log = logOf([day(), day({ painMorning: 2 })]);
    expect(lastOf(log, 1, belief('proximal-hamstring-tendinopathy'))).toMatchObject({
      kind: 'step-back',
      rule: 'tendon-not-settled',
    });
  });

  test('more than a week without a check-in: one step lower', () => {
    const log = logOf([
      day(),
      day(),
      day(),
      ...Array.from({ length: 8 }, () => undefined),
      day({ session: 0 }),
    ]);
    expect(lastOf(log, 11)).toMatchObject({ kind: 'step-back', rule: 'gap', stage: 'calm' });
  });
});

describe('locked', () => {
  test('not sure about a danger sign: no session until it is known', () => {
    const unsure: Day = { ...day(), screen: { ...day().screen, fever: 'unsure' } };
    const log = logOf([day(), unsure]);
    expect(lastOf(log, 1)).toMatchObject({ kind: 'pause', rule: 'screen-unsure' });
  });

  test('a clearance recorded before the danger sign on the same date does not lift it; one after does', () => {
    const flagged: Day = {
      ...day(),
      screen: { ...day().screen, 'one-leg-swelling': 'yes' },
      flaggedAt: '2026-03-03T12:00:00Z',
    };
    const word = (recordedAt: string) => ({
      date: addDays(START, 1),
      recordedAt,
      covers: 'everything' as const,
    });
    const at = (time: string) => logOf([day(), flagged], { clearances: [word(`2026-03-03T${time}:00Z`)] });
    expect(lastOf(at('09:00'), 1).kind).toBe('see-someone');
    expect(lastOf(at('15:00'), 1).kind).not.toBe('see-someone');
  });

  test('a bone stress injury and a torn-off hamstring stay locked without a clinician', () => {
    for (const condition of ['femoral-stress-fracture', 'proximal-hamstring-avulsion']) {
      const plan = planFor(knowledge, belief(condition), RUNNER, logOf([day()]), START);
      expect(plan).toMatchObject({ kind: 'locked' });
      expect(sessionsFor(plan, START, addDays(START, 30))).toEqual([]);
    }
  });

  test('running after a bone stress injury needs a word for running, not only for exercises', () => {
    const calm = Array.from({ length: 40 }, () => day({ painMorning: 0, painWorst: 0 }));
    const word = (covers: 'exercise' | 'running') => ({
      date: START,
      recordedAt: '2026-03-02T06:00:00Z',
      covers,
    });
    const bone = belief('sacral-stress-fracture');
    expect(lastOf(logOf(calm, { clearances: [word('exercise')] }), 39, bone)).toMatchObject({
      kind: 'hold',
      rule: 'clearance-needed',
      stage: 'strengthen',
    });
    expect(lastOf(logOf(calm, { clearances: [word('running')] }), 39, bone).stage).toBe('run');
  });

  test('under 18 a plan waits for a clinician', () => {
    const young = { ...RUNNER, age: 16 };
    expect(planFor(knowledge, belief('tight-hamstrings'), young, logOf([day()]), START).kind).toBe('locked');
  });

  test('an urgent result locks from the first day, with its reason', () => {
    const urgent = [
      {
        date: START,
        recordedAt: '2026-03-02T06:00:00Z',
        level: 'same-day' as const,
        because: 'One leg is swollen.',
      },
    ];
    const plan = planFor(
      knowledge,
      belief('hamstring-strain', 'mild'),
      RUNNER,
      logOf([day()], { urgent }),
      START,
    );
    expect(plan).toMatchObject({ kind: 'locked', level: 'same-day' });
    expect(plan.kind === 'locked' && plan.because).toContain('One leg is swollen.');
  });
});

describe('made for this runner', () => {
  const open = (
    runner: Partial<Runner>,
    cause = belief('hamstring-strain', 'mild'),
    days: readonly Day[] = [day()],
  ) => {
    const plan = planFor(
      knowledge,
      cause,
      { ...RUNNER, ...runner },
      logOf(days),
      addDays(START, days.length - 1),
    );
    if (plan.kind !== 'open') throw new Error(plan.because);
    return plan;
  };

  test('a race that the criteria cannot meet is said plainly', () => {
    const plan = open({ goal: { kind: 'race', date: '2026-03-15' } });
    expect(plan.notes.join(' ')).toContain('2026-03-15 cannot be met');
    expect(plan.earliestReturn > '2026-03-15').toBe(true);
  });

  test('whoever wants easy runs only needs no full-speed stage', () => {
    const ids = (kind: 'easy-run' | 'sprint') =>
      open({ goal: { kind } }).route.stages.map(({ stage }) => stage.id);
    expect(ids('sprint')).toContain('full-speed');
    expect(ids('easy-run')).not.toContain('full-speed');
  });

  test('the ladder goes no further than the longest run before', () => {
    const build = open({ longestRunMinutes: 15 }).route.stages.find(({ stage }) => stage.id === 'build');
    expect(build?.steps.every(({ runMinutes }) => runMinutes <= 15)).toBe(true);
  });

  test('missing kit is replaced from the household, or the exercise is left out', () => {
    const tight = belief('tight-hamstrings');
    const strap = open({ kit: [] }, tight).offer.items.find(
      ({ exercise }) => exercise.id === 'strap-stretch',
    );
    expect(strap?.instead).toEqual([{ kit: 'strap', use: expect.stringContaining('towel') }]);
    const sore = open({ kit: [] }, belief('delayed-onset-soreness'));
    expect(sore.offer.items.map(({ exercise }) => exercise.id)).not.toContain('easy-bike');
    expect(sore.notes.join(' ')).toContain('Easy cycling');
  });

  test('an unknown grade is taken at its most careful', () => {
    const plan = planFor(knowledge, belief('hamstring-strain'), RUNNER, logOf([day()]), START);
    expect(plan).toMatchObject({ kind: 'locked', route: { variant: { id: 'severe' } } });
  });

  test('after the return: half a year of staying well, with a warning in the first weeks', () => {
    const best = Array.from({ length: 60 }, () => day({ painMorning: 0, painWorst: 0 }));
    const plan = open({ goal: { kind: 'easy-run' } }, belief('hamstring-strain', 'mild'), best);
    expect(plan.decision.stage).toBe('stay-well');
    expect(plan.route.stages.at(-1)?.atLeastDays).toBeGreaterThanOrEqual(182);
    expect(plan.notes.join(' ')).toContain('most people hurt it again');
  });
});
