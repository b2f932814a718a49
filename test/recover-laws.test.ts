// What must hold for every runner, every cause and every log. The limits and criteria are the real ones.

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { conditionById, evaluate, type KnowledgeBase } from '../src/knowledge/index.ts';
import {
  answersToday,
  type Course,
  courseOf,
  type Day,
  type Decision,
  dayAt,
  judgeAtOnce,
  type Log,
  mergeDays,
  mostDays,
  planFor,
  sessionsFor,
} from '../src/recover/index.ts';
import { addDays, datesFrom, isMoreUrgent, type LocalDate } from '../src/vocabulary/index.ts';
import { realKnowledge } from './in-process.ts';
import {
  type Case,
  caseArbitrary,
  courseFor,
  dayArbitrary,
  doubtArbitrary,
  lastDate,
  logArbitrary,
  routeOf,
  runnerArbitrary,
  START,
  settingOf,
} from './recover-arbitrary.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

const RUNS = 250;

/** Advances from one level of the plan to another, with the decision of the day before. */
function advances({ decisions }: Course): readonly (readonly [Decision, Decision])[] {
  return decisions.flatMap((decision, index): (readonly [Decision, Decision])[] => {
    const before = decisions[index - 1];
    return before && decision.rule === 'advance' ? [[before, decision]] : [];
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2
  );
}

describe('a plan advances', () => {
  const onEveryAdvance = (check: (one: Case, before: Decision, date: LocalDate) => void) => {
    let seen = 0;
    fc.assert(
      fc.property(caseArbitrary(knowledge), (one) => {
        for (const [before, { date }] of advances(courseFor(knowledge, one, lastDate(one.log)))) {
          seen += 1;
          check(one, before, date);
        }
      }),
      { numRuns: RUNS },
    );
    expect(seen, 'advances seen').toBeGreaterThan(20);
  };

  test('never on a day whose own morning is missing, raised, masked or without the danger signs', () => {
    onEveryAdvance(({ log }, _before, date) => {
      const { values, screen } = dayAt(log, date);
      expect(values.painMorning).toBeDefined();
      expect(values.painkillers).toBe(0);
      for (const { finding } of knowledge.recovery.screen) expect(screen[finding]).toBe('no');
      const mornings = Array.from(
        { length: 7 },
        (_, back) => dayAt(log, addDays(date, -1 - back)).values.painMorning,
      );
      const known = mornings.filter((value) => value !== undefined);
      expect(values.painMorning ?? 10).toBeLessThanOrEqual(median(known));
    });
  });

  test('never on a last session that was masked or whose next morning is missing', () => {
    onEveryAdvance((one, before, date) => {
      const route = routeOf(knowledge, one);
      const stage = route.stages.find(({ stage: { id } }) => id === before.stage);
      const onLadder = stage?.ladder !== undefined;
      const last = datesFrom(START, addDays(date, -1)).findLast((day) => {
        const { ran, exercised } = dayAt(one.log, day);
        return onLadder ? ran : ran || exercised;
      });
      const session = dayAt(one.log, last ?? '');
      const next = dayAt(one.log, addDays(last ?? date, 1));
      expect(session.values.painDuring).toBeDefined();
      expect([session.values.painkillers, next.values.painkillers]).toEqual([0, 0]);
      expect(next.values.painMorning).toBeDefined();
    });
  });

  test('never on a last session that hit a limit, nor while its pain rises from one session to the next', () => {
    onEveryAdvance((one, before, date) => {
      const { plan, stages } = routeOf(knowledge, one);
      const stage = stages.find(({ stage: { id } }) => id === before.stage);
      const sessions = datesFrom(START, addDays(date, -1)).filter((day) => {
        const { ran, exercised } = dayAt(one.log, day);
        return stage?.ladder ? ran : ran || exercised;
      });
      const { values } = dayAt(one.log, sessions.at(-1) ?? '');
      for (const { measure, bound, value, stages: only } of [...plan.limits, ...knowledge.recovery.limits]) {
        const known = values[measure];
        if (known === undefined || (only && !only.includes(before.stage))) continue;
        expect(bound === 'atLeast' ? known < value : known > value, measure).toBe(true);
      }
      // Two sessions on the days just before the advance, both far enough apart to count.
      const [first, second] = sessions.slice(-2);
      if (stage?.ladder || first === undefined || second === undefined) return;
      if (courseFor(knowledge, one, first).decisions.at(-1)?.level !== before.level) return;
      const pain = (day: LocalDate) => dayAt(one.log, day).values.painDuring ?? 0;
      expect(pain(second)).toBeLessThanOrEqual(pain(first));
    });
  });

  test('never past an unmet or unknown criterion of the stage it leaves', () => {
    onEveryAdvance((one, before, date) => {
      const route = routeOf(knowledge, one);
      const from = route.stages.findIndex(({ stage: { id } }) => id === before.stage);
      const decision = courseFor(knowledge, one, date).decisions.at(-1);
      const to = route.stages.findIndex(({ stage: { id } }) => id === decision?.stage);
      if (to <= from) return;
      expect(to).toBe(from + 1);
      for (const criterion of route.stages[from]?.stage.leave ?? []) {
        if (criterion.measure === 'painFreeDays') continue;
        const measure = knowledge.recovery.measures.find(({ id }) => id === criterion.measure);
        const value = Array.from(
          { length: (measure?.keepsDays ?? 0) + 1 },
          (_, back) => dayAt(one.log, addDays(date, -back)).values[criterion.measure],
        ).find((known) => known !== undefined);
        expect(value, criterion.says).toBeDefined();
        if (criterion.bound === 'atMost') expect(value).toBeLessThanOrEqual(criterion.value);
        else expect(value).toBeGreaterThanOrEqual(criterion.value);
      }
    });
  });

  test('never by more than one level a day', () => {
    fc.assert(
      fc.property(caseArbitrary(knowledge), (one) => {
        const { decisions } = courseFor(knowledge, one, lastDate(one.log));
        decisions.forEach((decision, index) => {
          expect(decision.level - (decisions[index - 1]?.level ?? 0)).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a danger sign', () => {
  test('locks the plan on its own date, at least as urgently as it says, until a later clearance', () => {
    let seen = 0;
    fc.assert(
      fc.property(caseArbitrary(knowledge), (one) => {
        const { decisions } = courseFor(knowledge, one, lastDate(one.log));
        for (const date of datesFrom(START, lastDate(one.log))) {
          const day = dayAt(one.log, date);
          const yes = knowledge.recovery.screen.filter(({ finding }) => day.screen[finding] === 'yes');
          if (yes.length === 0) continue;
          const clears = one.log.clearances.filter(
            (word) => word.date > date || (word.date === date && word.recordedAt > (day.flaggedAt ?? '')),
          );
          const until = clears.map((word) => word.date).sort()[0];
          for (const decision of decisions) {
            if (decision.date < date || (until !== undefined && decision.date >= until)) continue;
            seen += 1;
            expect(decision.kind).toBe('see-someone');
            for (const { level } of yes) {
              expect(decision.locked && !isMoreUrgent(level, decision.locked)).toBe(true);
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(seen, 'locked days seen').toBeGreaterThan(20);
  });

  test('leaves no session, neither today nor later', () => {
    fc.assert(
      fc.property(caseArbitrary(knowledge, 15), (one) => {
        const date = lastDate(one.log);
        const day = dayAt(one.log, date);
        const [sign] = knowledge.recovery.screen;
        const flagged: Day = {
          ...day,
          screen: { ...day.screen, [sign?.finding ?? '']: 'yes' },
          flaggedAt: '2027-01-01T00:00:00Z',
        };
        const log: Log = {
          ...one.log,
          days: { ...one.log.days, [date]: flagged },
          clearances: one.log.clearances.filter((word) => word.date <= date),
        };
        const plan = planFor(knowledge, one.belief, one.runner, log, date);
        expect(plan.kind).toBe('locked');
        expect(sessionsFor(plan, date, addDays(date, 30))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is too much', () => {
  test('is acted on the same day: no day with a red limit asks for as much as the day before', () => {
    let seen = 0;
    fc.assert(
      fc.property(caseArbitrary(knowledge, 20), (one) => {
        const { plan, stages } = routeOf(knowledge, one);
        const { decisions } = courseFor(knowledge, one, lastDate(one.log));
        decisions.forEach(({ date, kind }, index) => {
          const before = index === 0 ? stages[0]?.stage.id : decisions[index - 1]?.stage;
          const stage = stages.find((each) => each.stage.id === before)?.stage;
          if (!stage || judgeAtOnce(knowledge.recovery, plan, [stage], one.log, date).colour !== 'red')
            return;
          // A stage lower than that of the day before has the milder limits; there it may be a hold.
          if (plan.limits.some((limit) => limit.stages) && stage !== stages[0]?.stage) return;
          if (decisions[index]?.rule === 'plan-done') return;
          seen += 1;
          expect(['step-back', 'pause', 'see-someone']).toContain(kind);
        });
      }),
      { numRuns: RUNS },
    );
    expect(seen, 'red days seen').toBeGreaterThan(20);
  });
});

describe('adding a worse check-in today', () => {
  /** 0 locked, 1 rest, 2 running paused, 3 and more: by level. */
  const demands = (one: Case, from: LocalDate): readonly number[] =>
    datesFrom(from, addDays(from, 9)).map((date) => {
      const { standing, decisions } = courseOf(settingOf(knowledge, one), date);
      if (standing.lock) return 0;
      if (decisions.at(-1)?.rule === 'screen-unsure') return 1;
      if (standing.restUntil !== undefined && date <= standing.restUntil) return 1;
      if (standing.pauseUntil !== undefined && date <= standing.pauseUntil) return 2;
      return 3 + standing.level;
    });

  test('never makes this or a coming day more demanding', () => {
    const worse = fc.record({
      one: caseArbitrary(knowledge),
      more: dayArbitrary(knowledge),
      by: fc.nat({ max: 10 }),
    });
    let seen = 0;
    fc.assert(
      fc.property(worse, ({ one: any, more, by }) => {
        const date = lastDate(any.log);
        // Nothing is known yet of the days after, clinicians' words included.
        const clearances = any.log.clearances.filter((word) => word.date <= date);
        const one: Case = { ...any, log: { ...any.log, clearances } };
        const day = dayAt(one.log, date);
        if (!day.checkedIn || !more) return;
        const { measures } = knowledge.recovery;
        const values = Object.fromEntries(
          measures.flatMap(({ id, worse: way, min, max, kind }): [string, number][] => {
            const known = day.values[id];
            const other = more.values[id];
            if (kind === 'derived' || (known === undefined && other === undefined)) return [];
            // What was not asked before is only worse at its worst: an answer where there was none may open a criterion.
            if (known === undefined) return [[id, way === 'higher' ? max : min]];
            return [[id, way === 'higher' ? Math.min(max, known + by) : Math.max(min, known - by)]];
          }),
        );
        // A "no" where nothing was answered is no worse; a "yes" or "not sure" is.
        const screen = Object.fromEntries(
          Object.entries(more.screen).filter(([, answer]) => answer !== 'no'),
        );
        const merged = mergeDays(measures, day, { ...day, values, screen, ...flagOf(more) });
        const log: Log = { ...one.log, days: { ...one.log.days, [date]: merged } };
        const before = demands(one, date);
        const after = demands({ ...one, log }, date);
        seen += after.some((demand, index) => demand < (before[index] ?? 0)) ? 1 : 0;
        after.forEach((demand, index) => {
          expect(demand, `${index} days later`).toBeLessThanOrEqual(before[index] ?? 0);
        });
      }),
      { numRuns: RUNS },
    );
    expect(seen, 'days that got easier').toBeGreaterThan(10);
  });

  const flagOf = ({ flaggedAt }: Day) => (flaggedAt === undefined ? {} : { flaggedAt });
});

describe('a plan ends', () => {
  test('within the time that its route states, by a return or with a clinician, whatever the log', () => {
    const long = fc.record({
      one: caseArbitrary(knowledge, 1),
      week: fc.array(dayArbitrary(knowledge), { minLength: 1, maxLength: 9 }),
    });
    const ends = new Set<string>();
    fc.assert(
      fc.property(long, ({ one, week }) => {
        const most = mostDays(routeOf(knowledge, one));
        const calm = week.map(
          (day): Day | undefined =>
            day && {
              ...day,
              screen: Object.fromEntries(Object.keys(day.screen).map((id) => [id, 'no' as const])),
            },
        );
        const days = Object.fromEntries(
          Array.from({ length: most + 1 }, (_, index): [LocalDate, Day][] => {
            const day = calm[index % calm.length];
            return day ? [[addDays(START, index), day]] : [];
          }).flat(),
        );
        const word = { date: START, recordedAt: '2026-03-23T06:00:00Z', covers: 'everything' as const };
        const log: Log = { start: START, days, clearances: [word], urgent: [] };
        const { ended } = courseFor(knowledge, { ...one, log }, addDays(START, most + 1));
        ends.add(ended ?? 'open');
      }),
      { numRuns: 120 },
    );
    expect(ends.has('open')).toBe(false);
    expect(ends.has('clinician')).toBe(true);
  });

  test.each(['hamstring-strain', 'proximal-hamstring-tendinopathy', 'sciatica', 'tight-hamstrings'])(
    'with a return when every day of %s goes well',
    (condition) => {
      const belief: Case['belief'] = {
        level: 'self-care',
        answers: {},
        possible: [{ condition, probability: 1, presentations: { mild: 1 } }],
        diagnosed: true,
        openers: [],
      };
      const best = Object.fromEntries(
        knowledge.recovery.measures
          .filter(({ kind }) => kind !== 'derived')
          .map(({ id, worse, min, max }) => [id, worse === 'higher' ? min : max]),
      );
      const screen = Object.fromEntries(
        knowledge.recovery.screen.map(({ finding }) => [finding, 'no' as const]),
      );
      const day: Day = { checkedIn: true, values: best, screen, exercised: true, ran: true };
      const runner: Case['runner'] = {
        daysAWeek: 4,
        usualRunMinutes: 40,
        longestRunMinutes: 60,
        goal: { kind: 'race' },
        side: 'left',
        age: 30,
      };
      const days = Object.fromEntries(datesFrom(START, addDays(START, 700)).map((date) => [date, day]));
      const one: Case = { belief, runner, log: { start: START, days, clearances: [], urgent: [] } };
      expect(courseFor(knowledge, one, addDays(START, 700)).ended).toBe('return');
    },
  );

  test('with a clinician when nobody checks in', () => {
    fc.assert(
      fc.property(caseArbitrary(knowledge, 1), (one) => {
        const log: Log = { start: START, days: {}, clearances: [], urgent: [] };
        const most = mostDays(routeOf(knowledge, one));
        expect(courseFor(knowledge, { ...one, log }, addDays(START, most)).ended).toBe('clinician');
      }),
      { numRuns: 30 },
    );
  });
});

describe('replaying', () => {
  test('a whole log gives what was shown live on each date', () => {
    fc.assert(
      fc.property(caseArbitrary(knowledge, 25), (one) => {
        const whole = courseFor(knowledge, one, lastDate(one.log)).decisions;
        for (const decision of whole) {
          const known = (date: LocalDate) => date <= decision.date;
          const log: Log = {
            ...one.log,
            days: Object.fromEntries(Object.entries(one.log.days).filter(([date]) => known(date))),
            clearances: one.log.clearances.filter(({ date }) => known(date)),
          };
          expect(courseFor(knowledge, { ...one, log }, decision.date).decisions.at(-1)).toEqual(decision);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the same log on other dates, clock changes included, gives the same decisions', () => {
    fc.assert(
      fc.property(caseArbitrary(knowledge, 20), fc.integer({ min: -800, max: 800 }), (one, shift) => {
        const log: Log = {
          start: addDays(START, shift),
          days: Object.fromEntries(
            Object.entries(one.log.days).map(([date, day]) => [addDays(date, shift), day]),
          ),
          clearances: one.log.clearances.map((word) => ({ ...word, date: addDays(word.date, shift) })),
          urgent: [],
        };
        const here = courseFor(knowledge, one, lastDate(one.log)).decisions;
        const there = courseFor(knowledge, { ...one, log }, lastDate(log)).decisions;
        expect(there.map(({ kind, rule, level }) => ({ kind, rule, level }))).toEqual(
          here.map(({ kind, rule, level }) => ({ kind, rule, level })),
        );
      }),
      { numRuns: 80 },
    );
  });
});

describe('no session asks for what a possible cause forbids', () => {
  test('whatever the causes, the answers, the log and the day', () => {
    const all = fc.record({
      belief: doubtArbitrary(knowledge),
      runner: runnerArbitrary,
      log: logArbitrary(knowledge, 20),
    });
    let seen = 0;
    fc.assert(
      fc.property(all, ({ belief, runner, log: any }) => {
        const log: Log = { ...any, clearances: [] };
        const today = lastDate(log);
        const plan = planFor(knowledge, belief, runner, log, today);
        const answers = answersToday(knowledge, belief, log, today);
        const forbidden = new Set(
          belief.possible
            .flatMap(({ condition }) => conditionById(knowledge, condition)?.forbids ?? [])
            .filter(({ when }) => !when || evaluate(when, answers) !== 'false')
            .map(({ action }) => action),
        );
        for (const session of sessionsFor(plan, today, addDays(today, 14))) {
          seen += 1;
          if (session.run) expect(forbidden.has('run')).toBe(false);
          for (const { exercise } of session.items) {
            for (const action of exercise.actions) expect(forbidden.has(action), exercise.id).toBe(false);
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(seen, 'sessions seen').toBeGreaterThan(50);
  });

  test.each([
    { possible: 'proximal-hamstring-avulsion', action: 'stretch' as const },
    { possible: 'deep-vein-thrombosis', action: 'massage' as const },
    { possible: 'femoral-stress-fracture', action: 'run' as const },
    { possible: 'sacral-stress-fracture', action: 'run' as const },
  ])('$action while $possible is possible at 3 in 100', ({ possible, action }) => {
    const days = Object.fromEntries(
      datesFrom(START, addDays(START, 3)).map((date): [LocalDate, Day] => [
        date,
        { checkedIn: true, values: { painMorning: 0, limp: 0 }, screen: {}, exercised: true, ran: false },
      ]),
    );
    for (const { conditions } of knowledge.recovery.plans) {
      const [condition = ''] = conditions;
      const cause = (id: string, probability: number) => ({
        condition: id,
        probability,
        presentations: { mild: 1 },
      });
      const belief: Case['belief'] = {
        level: 'self-care',
        answers: { onset: 'sudden' },
        answeredOn: START,
        possible: [cause(condition, 0.9), cause(possible, 0.03)],
        diagnosed: false,
        openers: [],
      };
      const runner = { daysAWeek: 7, usualRunMinutes: 30, longestRunMinutes: 60, age: 30 };
      const plan = planFor(
        knowledge,
        belief,
        { ...runner, goal: { kind: 'sprint' }, side: 'left' },
        { start: START, days, clearances: [], urgent: [] },
        addDays(START, 3),
      );
      for (const session of sessionsFor(plan, START, addDays(START, 14))) {
        if (action === 'run') expect(session.run).toBeUndefined();
        expect(session.items.flatMap(({ exercise }) => exercise.actions)).not.toContain(action);
      }
    }
  });
});

describe('sessions', () => {
  test('keep their ids: two exports of the same day agree, and no id comes twice', () => {
    fc.assert(
      fc.property(caseArbitrary(knowledge, 10), (one) => {
        const today = lastDate(one.log);
        const plan = planFor(knowledge, one.belief, one.runner, one.log, today);
        const long = sessionsFor(plan, today, addDays(today, 20));
        const short = sessionsFor(plan, addDays(today, 5), addDays(today, 9));
        expect(new Set(long.map(({ id }) => id)).size).toBe(long.length);
        expect(long.filter(({ date }) => date >= addDays(today, 5) && date <= addDays(today, 9))).toEqual(
          short,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('keep a rest day between runs of a ladder that asks for one, also over the weekend', () => {
    fc.assert(
      fc.property(caseArbitrary(knowledge, 30), (one) => {
        const today = lastDate(one.log);
        const plan = planFor(knowledge, one.belief, one.runner, one.log, today);
        if (plan.kind !== 'open' || !plan.offer.run?.stage.ladder) return;
        const { everyDays } = plan.offer.run.stage.ladder;
        const runs = sessionsFor(plan, today, addDays(today, 28)).filter(({ run }) => run);
        runs.forEach((run, index) => {
          const next = runs[index + 1];
          if (next) expect(datesFrom(run.date, next.date).length - 1).toBeGreaterThanOrEqual(everyDays.value);
        });
      }),
      { numRuns: RUNS },
    );
  });
});
