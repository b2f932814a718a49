import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ACTIONS, type KnowledgeBase } from '../src/knowledge/index.ts';
import { suppliesList } from '../src/pages/index.ts';
import {
  forbiddenToday,
  levelOf,
  type OpenPlan,
  planFor,
  reasonsAgainst,
  type Supplies,
  type Supply,
  suppliesFor,
} from '../src/recover/index.ts';
import type { Answers } from '../src/vocabulary/index.ts';
import { realKnowledge } from './in-process.ts';
import {
  type Case,
  diagnosisArbitrary,
  doubtArbitrary,
  lastDate,
  logArbitrary,
  nearlyPerfectLog,
  runnerArbitrary,
  START,
} from './recover-arbitrary.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

const GROUPS = ['atHand', 'shop', 'house', 'places', 'withheld'] as const;

const all = (supplies: Supplies) => GROUPS.flatMap((group) => supplies[group]);

/** Plans that are open, with the runner's kit asked or not. */
const openCase = () =>
  fc
    .record({
      belief: fc.oneof(diagnosisArbitrary(knowledge), doubtArbitrary(knowledge)),
      runner: runnerArbitrary,
      log: fc.oneof(logArbitrary(knowledge, 5), nearlyPerfectLog(knowledge, 40)),
      kit: fc.option(fc.subarray(knowledge.recovery.kit.map(({ id }) => id)), { nil: undefined }),
    })
    .map(({ kit, runner, ...rest }): Case => ({ ...rest, runner: kit ? { ...runner, kit } : runner }))
    .map((one) => ({ ...one, plan: planFor(knowledge, one.belief, one.runner, one.log, lastDate(one.log)) }))
    .filter((one): one is typeof one & { plan: OpenPlan } => one.plan.kind === 'open');

describe('what a plan needs', () => {
  test('names all kit of what is prescribed now, and each thing in one list only', () => {
    fc.assert(
      fc.property(openCase(), ({ belief, log, plan }) => {
        const supplies = suppliesFor(knowledge, belief, log, plan);
        const ids = all(supplies).map(({ kit }) => kit.id);
        expect(new Set(ids).size).toBe(ids.length);
        const open = new Set(all({ ...supplies, withheld: [] }).map(({ kit }) => kit.id));
        for (const { exercise } of plan.offer.items)
          for (const id of exercise.kit) expect(open).toContain(id);
      }),
      { numRuns: 60 },
    );
  });

  test('asks nobody to buy for an exercise that is withheld for a possible cause, in whatever stage', () => {
    fc.assert(
      fc.property(openCase(), ({ belief, log, plan }) => {
        const { route } = plan;
        const supplies = suppliesFor(knowledge, belief, log, plan);
        const forbidden = forbiddenToday(knowledge, belief, route.plan, log, plan.today);
        const offered = new Set(plan.offer.items.map(({ exercise }) => exercise.id));
        for (const { stage, usedBy } of [...supplies.shop, ...supplies.house, ...supplies.places]) {
          for (const exercise of usedBy) {
            if (offered.has(exercise.id)) continue;
            // Allowed in one of the stages from the first that needs it on.
            const depths = route.stages
              .slice((stage ?? 1) - 1)
              .map((one) => route.plan.stages.indexOf(one.stage));
            const reasons = depths.map((depth) =>
              reasonsAgainst(knowledge, belief, route, forbidden, exercise, depth),
            );
            expect(reasons.some((some) => some.length === 0)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('never goes back to a stage that is behind the runner', () => {
    fc.assert(
      fc.property(openCase(), ({ belief, log, plan }) => {
        const here = levelOf(plan.route, plan.course.standing).stage + 1;
        for (const { stage } of all(suppliesFor(knowledge, belief, log, plan)))
          expect(stage).toBeGreaterThanOrEqual(here);
      }),
      { numRuns: 30 },
    );
  });

  test('says you have it only of what the runner said is there', () => {
    fc.assert(
      fc.property(openCase(), ({ belief, runner, log, plan }) => {
        const { atHand, shop, house, places } = suppliesFor(knowledge, belief, log, plan);
        const has = (one: Supply) => runner.kit?.includes(one.kit.id) === true;
        expect(atHand.every(has)).toBe(true);
        expect([...shop, ...house, ...places].some(has)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  test('brings things of the care now only where the advice is given and nothing of today forbids it', () => {
    fc.assert(
      fc.property(openCase(), fc.subarray([...ACTIONS]), ({ belief, log, plan }, given) => {
        const care = given.map((action) => ({ action }));
        const forbidden = forbiddenToday(knowledge, belief, plan.route.plan, log, plan.today);
        for (const { kit } of suppliesFor(knowledge, belief, log, plan, care).care) {
          const { action } = knowledge.recovery.careKit.find(({ id }) => id === kit.id) ?? {};
          expect(given).toContain(action);
          expect(action && forbidden.has(action)).toBe(false);
        }
        expect(suppliesFor(knowledge, belief, log, plan).care).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('as a page has a line for each thing, with what else will do', () => {
    fc.assert(
      fc.property(openCase(), ({ belief, log, plan }) => {
        const supplies = suppliesFor(knowledge, belief, log, plan);
        const page = String(suppliesList(supplies));
        expect(page.match(/<li>/g)?.length ?? 0).toBe(all(supplies).length + supplies.care.length);
        for (const { kit } of all(supplies)) {
          expect(page).toContain(kit.name);
          if (kit.substitute) expect(page).toContain(kit.substitute);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('of a plan for strain leaves the track for later while it is not known that the limp is gone', () => {
    const believed = (answers: Answers) => ({
      level: 'self-care' as const,
      answers,
      possible: [{ condition: 'hamstring-strain', probability: 1, presentations: { mild: 1 } }],
      diagnosed: true,
      openers: [],
    });
    const runner = {
      daysAWeek: 3,
      usualRunMinutes: 30,
      longestRunMinutes: 45,
      goal: { kind: 'sprint' as const },
      side: 'left' as const,
      age: 35,
      kit: ['mat'],
    };
    const log = { start: START, days: {}, clearances: [], urgent: [] };
    const needs = (answers: Answers) => {
      const plan = planFor(knowledge, believed(answers), runner, log, START);
      if (plan.kind !== 'open') throw new Error(`The plan is ${plan.kind}.`);
      return suppliesFor(knowledge, believed(answers), log, plan, [{ action: 'ice' }]);
    };
    const supplies = needs({ limp: 'no' });
    const names = (list: readonly Supply[]) => list.map(({ kit }) => kit.id);
    expect(names(supplies.care)).toEqual(['cold-pack']);
    expect(names(supplies.atHand)).toEqual(['mat']);
    expect(names(supplies.shop)).toEqual(['stick', 'band', 'slider', 'weight']);
    expect(names(supplies.places)).toContain('track');
    expect(String(suppliesList(supplies))).toContain('Flat 60 to 80 metres');
    expect(names(needs({}).places)).not.toContain('track');
    expect(names(needs({}).withheld)).toContain('track');
  });
});
