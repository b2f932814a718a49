// Random runners, causes and logs for the laws of the way back, over the real plans.

import fc from 'fast-check';
import { type CheckInMeasure, GOALS, type KnowledgeBase } from '../src/knowledge/index.ts';
import {
  type Belief,
  type Course,
  courseOf,
  type Day,
  type Log,
  type Route,
  type Runner,
  routeFor,
  type Setting,
} from '../src/recover/index.ts';
import { addDays, type LocalDate, type TriageLevel } from '../src/vocabulary/index.ts';

export const runnerArbitrary: fc.Arbitrary<Runner> = fc.record({
  daysAWeek: fc.integer({ min: 1, max: 7 }),
  usualRunMinutes: fc.integer({ min: 5, max: 90 }),
  longestRunMinutes: fc.integer({ min: 5, max: 240 }),
  goal: fc.record({ kind: fc.constantFrom(...GOALS) }),
  side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
  age: fc.integer({ min: 18, max: 80 }),
});

/** A clinician's diagnosis of something that has a plan, with a grade or without. */
export const diagnosisArbitrary = (knowledge: KnowledgeBase): fc.Arbitrary<Belief> =>
  fc
    .constantFrom(...knowledge.recovery.plans)
    .chain((plan) =>
      fc.record({
        condition: fc.constantFrom(...plan.conditions),
        grade: fc.constantFrom(...plan.variants.flatMap(({ presentations }) => presentations), undefined),
      }),
    )
    .map(({ condition, grade }) => ({
      level: 'self-care' as TriageLevel,
      answers: {},
      possible: [{ condition, probability: 1, presentations: grade === undefined ? {} : { [grade]: 1 } }],
      diagnosed: true,
      openers: [],
    }));

/** A few causes at once and some answers, as after an interview cut short. */
export const doubtArbitrary = (knowledge: KnowledgeBase): fc.Arbitrary<Belief> => {
  const planned = knowledge.recovery.plans.flatMap(({ conditions }) => conditions);
  const answers = fc
    .tuple(
      ...knowledge.findings.map((finding) =>
        fc.option(fc.constantFrom(...finding.states.map(({ id }) => id), 'unsure'), {
          nil: undefined,
          freq: 2,
        }),
      ),
    )
    .map((given) =>
      Object.fromEntries(
        knowledge.findings.flatMap(({ id }, index): [string, string][] => {
          const answer = given[index];
          return answer === undefined ? [] : [[id, answer]];
        }),
      ),
    );
  return fc
    .record({
      leading: fc.constantFrom(...planned),
      others: fc.uniqueArray(fc.constantFrom(...knowledge.conditions.map(({ id }) => id)), { maxLength: 4 }),
      answers: fc.oneof(answers, fc.constant({})),
    })
    .map(({ leading, others, answers: given }) => ({
      level: 'self-care' as TriageLevel,
      answers: given,
      answeredOn: START,
      possible: [leading, ...others.filter((id) => id !== leading)].map((condition, index) => ({
        condition,
        probability: index === 0 ? 0.6 : 0.05,
        presentations: {},
      })),
      diagnosed: false,
      openers: [],
    }));
};

/** A Monday shortly before the clocks change. */
export const START: LocalDate = '2026-03-23';

const valueFor = (measure: CheckInMeasure, calm: boolean): fc.Arbitrary<number | undefined> => {
  const { min, max, worse } = measure;
  const best = worse === 'higher' ? min : Math.min(max, 100);
  const span = max - min;
  const good =
    worse === 'higher'
      ? fc.integer({ min, max: Math.min(max, min + Math.max(0, Math.floor(span / 5))) })
      : fc.constant(best);
  return fc.oneof(
    { weight: calm ? 60 : 6, arbitrary: fc.constant(best) },
    { weight: 2, arbitrary: good },
    { weight: 1, arbitrary: fc.integer({ min, max }) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
};

const screenOf = ({ recovery }: KnowledgeBase): fc.Arbitrary<Day['screen']> => {
  const clear = Object.fromEntries(recovery.screen.map(({ finding }) => [finding, 'no' as const]));
  const one = fc.constantFrom(...recovery.screen.map(({ finding }) => finding));
  return fc.oneof(
    { weight: 40, arbitrary: fc.constant(clear) },
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: one.map((finding) => ({ ...clear, [finding]: 'unsure' as const })) },
    { weight: 1, arbitrary: one.map((finding) => ({ ...clear, [finding]: 'yes' as const })) },
  );
};

/** A day, or none. Calm days are mostly good, so that plans get somewhere; the others are anything. */
export const dayArbitrary = (knowledge: KnowledgeBase, calm = false): fc.Arbitrary<Day | undefined> => {
  const asked = knowledge.recovery.measures.filter(({ kind }) => kind !== 'derived');
  const day = fc
    .record({
      values: fc.tuple(...asked.map((measure) => valueFor(measure, calm))),
      screen: screenOf(knowledge),
      exercised: fc.boolean(),
      ran: fc.boolean(),
    })
    .map(
      ({ values, screen, exercised, ran }): Day => ({
        checkedIn: true,
        values: Object.fromEntries(
          asked.flatMap(({ id }, index): [string, number][] => {
            const value = values[index];
            return value === undefined ? [] : [[id, value]];
          }),
        ),
        screen,
        exercised,
        ran,
        ...(Object.values(screen).includes('yes') ? { flaggedAt: '2026-03-23T08:00:00Z' } : {}),
      }),
    );
  return fc.oneof({ weight: 12, arbitrary: day }, { weight: 1, arbitrary: fc.constant(undefined) });
};

/** A log of up to so many days; a clinician may have cleared everything, before or on the way. */
export const logArbitrary = (knowledge: KnowledgeBase, days = 40): fc.Arbitrary<Log> =>
  fc
    .record({
      days: fc
        .boolean()
        .chain((calm) =>
          fc.array(dayArbitrary(knowledge, calm), { minLength: 1, maxLength: days, size: 'max' }),
        ),
      clearances: fc.array(
        fc.record({
          date: fc.integer({ min: 0, max: days }).map((n) => addDays(START, n)),
          recordedAt: fc.constantFrom('2026-03-23T06:00:00Z', '2026-03-23T20:00:00Z'),
          covers: fc.constantFrom('exercise' as const, 'running' as const, 'everything' as const),
        }),
        { maxLength: 2 },
      ),
      cleared: fc.boolean(),
    })
    .map(({ days: all, clearances, cleared }) => ({
      start: START,
      days: Object.fromEntries(
        all.flatMap((day, index): [LocalDate, Day][] => (day ? [[addDays(START, index), day]] : [])),
      ),
      clearances: cleared
        ? [{ date: START, recordedAt: '2026-03-23T06:00:00Z', covers: 'everything' as const }, ...clearances]
        : clearances,
      urgent: [],
    }));

export interface Case {
  readonly belief: Belief;
  readonly runner: Runner;
  readonly log: Log;
}

export const caseArbitrary = (knowledge: KnowledgeBase, days?: number): fc.Arbitrary<Case> =>
  fc.record({
    belief: diagnosisArbitrary(knowledge),
    runner: runnerArbitrary,
    log: fc.oneof(logArbitrary(knowledge, days), nearlyPerfectLog(knowledge, days)),
  });

/** A log in which every day goes as well as can be, but for a few flaws: most laws are broken, if at all, near success. */
export const nearlyPerfectLog = (knowledge: KnowledgeBase, most = 60): fc.Arbitrary<Log> => {
  const asked = knowledge.recovery.measures.filter(({ kind }) => kind !== 'derived');
  const best = Object.fromEntries(
    asked.map(({ id, worse, min, max }) => [id, worse === 'higher' ? min : max]),
  );
  const screen = Object.fromEntries(knowledge.recovery.screen.map(({ finding }) => [finding, 'no' as const]));
  const flaw = fc.record({
    at: fc.nat({ max: most - 1 }),
    what: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ measure: fc.constantFrom(...asked), by: fc.integer({ min: 1, max: 4 }) }),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom('painMorning', 'painDuring', 'painkillers', 'limp', 'sharp').chain((id) =>
          fc.record({
            measure: fc.constantFrom(...asked.filter((one) => one.id === id)),
            by: fc.integer({ min: 1, max: 4 }),
          }),
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom(...asked) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'no-screen' as const,
          'unsure' as const,
          'no-day' as const,
          'rest' as const,
        ),
      },
    ),
  });
  return fc
    .record({
      length: fc.integer({ min: Math.min(3, most), max: most }),
      flaws: fc.array(flaw, { maxLength: 12, size: 'max' }),
    })
    .map(({ length, flaws }) => {
      const days: Record<LocalDate, Day> = {};
      for (let index = 0; index < length; index++) {
        days[addDays(START, index)] = { checkedIn: true, values: best, screen, exercised: true, ran: true };
      }
      for (const { at, what } of flaws) {
        const date = addDays(START, at);
        const day = days[date];
        if (!day) continue;
        if (what === 'no-day') delete days[date];
        else if (what === 'no-screen') days[date] = { ...day, screen: {} };
        else if (what === 'unsure') days[date] = { ...day, screen: { ...screen, fever: 'unsure' } };
        else if (what === 'rest') days[date] = { ...day, exercised: false, ran: false };
        else if ('measure' in what) {
          const { id, worse, min, max } = what.measure;
          const value = worse === 'higher' ? Math.min(max, min + what.by) : Math.max(min, max - what.by * 30);
          days[date] = { ...day, values: { ...day.values, [id]: value } };
        } else {
          const { [what.id]: _, ...values } = day.values;
          days[date] = { ...day, values };
        }
      }
      const word = { date: START, recordedAt: '2026-03-23T06:00:00Z', covers: 'everything' as const };
      return { start: START, days, clearances: [word], urgent: [] };
    });
};

/** The last date of which a log tells. */
export function lastDate({ start, days }: Log): LocalDate {
  return Object.keys(days).sort().at(-1) ?? start;
}

export function routeOf(
  knowledge: KnowledgeBase,
  { belief, runner }: Pick<Case, 'belief' | 'runner'>,
): Route {
  const [leading] = belief.possible;
  const plan = knowledge.recovery.plans.find(({ conditions }) =>
    conditions.includes(leading?.condition ?? ''),
  );
  if (!plan) throw new Error('A case without a plan.');
  return routeFor(knowledge.recovery, plan, belief, runner);
}

export function settingOf(knowledge: KnowledgeBase, one: Case): Setting {
  const { belief, runner, log } = one;
  return { knowledge, route: routeOf(knowledge, one), runner, answers: belief.answers, log };
}

export function courseFor(knowledge: KnowledgeBase, one: Case, upTo: LocalDate): Course {
  return courseOf(settingOf(knowledge, one), upTo);
}
