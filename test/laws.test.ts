// Laws of the engine, over random knowledge bases and random answers.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, careFor, gateRestrictions, interview, safetyQuestions } from '../src/assess/index.ts';
import { evaluate, type Forbids, measureAndWider } from '../src/knowledge/index.ts';
import { type Answers, isMoreUrgent, UNSURE } from '../src/vocabulary/index.ts';
import { bruteForce, worldShare } from './brute-force.ts';
import { answersFor, knowledgeAndAnswers, knowledgeArbitrary } from './knowledge-arbitrary.ts';

const probabilities = (knowledge: Parameters<typeof assess>[0], answers: Answers) => {
  const { differential } = assess(knowledge, answers);
  return knowledge.conditions.map(
    (condition) => differential.find((one) => one.condition.id === condition.id)?.probability ?? -1,
  );
};

describe('the posterior', () => {
  test('equals the enumeration of all worlds', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
        const slow = bruteForce(knowledge, answers);
        probabilities(knowledge, answers).forEach((p, index) => {
          expect(Math.abs(p - (slow[index] ?? -1))).toBeLessThan(1e-10);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('sums to one: each condition alone plus every two together', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
        const { differential, twoAtOnce } = assess(knowledge, answers);
        const sum = differential.reduce((total, one) => total + one.probability, 0);
        expect(sum - twoAtOnce).toBeCloseTo(1, 9);
      }),
    );
  });

  test('does not depend on the order of the answers, to the last bit', () => {
    const shuffled = knowledgeAndAnswers.chain(({ knowledge, answers }) =>
      fc
        .shuffledSubarray(Object.entries(answers), { minLength: Object.keys(answers).length })
        .map((entries) => ({ knowledge, answers, again: Object.fromEntries(entries) })),
    );
    fc.assert(
      fc.property(shuffled, ({ knowledge, answers, again }) => {
        expect(probabilities(knowledge, again)).toEqual(probabilities(knowledge, answers));
      }),
    );
  });

  test('takes "not sure" for no information, exactly as a question not asked', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
        const certain = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== UNSURE));
        expect(probabilities(knowledge, answers)).toEqual(probabilities(knowledge, certain));
      }),
    );
  });

  test('of a question not asked is the average over its answers: silence is not a denial', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
        const finding = knowledge.findings.find((one) => answers[one.id] === undefined);
        if (!finding) return;
        const chances = finding.states.map((state) =>
          worldShare(knowledge, { ...answers, [finding.id]: state.id }),
        );
        const total = chances.reduce((sum, chance) => sum + chance, 0);
        const averaged = knowledge.conditions.map(() => 0);
        finding.states.forEach((state, index) => {
          probabilities(knowledge, { ...answers, [finding.id]: state.id }).forEach((p, condition) => {
            averaged[condition] = (averaged[condition] ?? 0) + (p * (chances[index] ?? 0)) / total;
          });
        });
        probabilities(knowledge, answers).forEach((p, condition) =>
          expect(Math.abs(p - (averaged[condition] ?? -1))).toBeLessThan(1e-10),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('the triage level', () => {
  const oneMore = knowledgeArbitrary.chain((knowledge) =>
    fc
      .tuple(answersFor(knowledge), answersFor(knowledge))
      .map(([answers, more]) => ({ knowledge, answers, after: { ...more, ...answers } })),
  );

  test('no added answer lowers the floor of a red flag', () => {
    fc.assert(
      fc.property(oneMore, ({ knowledge, answers, after }) => {
        const before = assess(knowledge, answers).triage;
        const now = assess(knowledge, after).triage;
        expect(isMoreUrgent(before.floor, now.floor)).toBe(false);
        expect(now.fired.map((flag) => flag.id)).toEqual(
          expect.arrayContaining(before.fired.map((flag) => flag.id)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('is never below the floor, whatever the probabilities say', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
        const { triage } = assess(knowledge, answers);
        expect(isMoreUrgent(triage.floor, triage.level)).toBe(false);
        expect(isMoreUrgent(triage.demanded, triage.level)).toBe(false);
      }),
    );
  });

  test('a red flag of which nothing was asked has not fired and is not cleared', () => {
    fc.assert(
      fc.property(knowledgeArbitrary, (knowledge) => {
        for (const flag of knowledge.redFlags) expect(evaluate(flag.when, {})).toBe('unknown');
        expect(assess(knowledge, {}).triage.fired).toEqual([]);
      }),
    );
  });
});

describe('a red flag', () => {
  test('takes "not sure" for unknown, never for no', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
        const certain = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== UNSURE));
        for (const flag of knowledge.redFlags) {
          expect(evaluate(flag.when, answers)).toBe(evaluate(flag.when, certain));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the advice', () => {
  const care = ({ knowledge, answers }: { knowledge: Parameters<typeof assess>[0]; answers: Answers }) => {
    const { differential, triage } = assess(knowledge, answers);
    const leading = differential.slice(0, 2).map(({ condition }) => condition);
    return { differential, triage, leading, ...careFor(knowledge, answers, leading) };
  };

  test('given now is forbidden by no flag, no possible cause and no gate, known or not', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
        const { now, triage, differential } = care({ knowledge, answers });
        const may = (rule: Forbids) => rule.when === undefined || evaluate(rule.when, answers) !== 'false';
        const forbidden = new Set<string>([
          ...[...triage.fired, ...triage.doubtful].flatMap((flag) => flag.forbids.filter(may)).map(actionOf),
          ...differential
            .filter(({ probability }) => probability >= knowledge.model.stillPossible.value)
            .flatMap(({ condition }) => condition.forbids.filter(may))
            .map(actionOf),
          ...knowledge.gates.flatMap((gate) => {
            const truth = gate.when ? evaluate(gate.when, answers) : 'true';
            return gate.effects
              .filter(({ limit }) => limit !== 'caution' && truth !== 'false')
              .filter(({ ifUnknown }) => truth === 'true' || ifUnknown === undefined)
              .flatMap(({ actions }) => actions);
          }),
        ]);
        for (const { action } of now) {
          expect(measureAndWider(action).filter((one) => forbidden.has(one))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('withheld is never given as well, nor is any part of it', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, (given) => {
        const { now, withheld } = care(given);
        for (const { action } of withheld) {
          expect(now.filter((advice) => measureAndWider(advice.action).includes(action))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of a leading cause is given or accounted for: what, why, and who or what opens it', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, (given) => {
        const { now, withheld, leading } = care(given);
        for (const { action } of leading.flatMap((condition) => condition.now)) {
          const reason = withheld.find((one) => measureAndWider(action).includes(one.action));
          if (now.some((advice) => advice.action === action)) continue;
          expect(reason?.name).not.toBe('');
          expect(reason?.because.length).toBeGreaterThan(0);
          expect(reason?.opens.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a missing answer is never taken for "no": whatever an answer would restrict is restricted without it', () => {
    const oneMore = knowledgeArbitrary.chain((knowledge) =>
      fc
        .tuple(answersFor(knowledge), answersFor(knowledge))
        .map(([answers, more]) => ({ knowledge, answers, after: { ...more, ...answers } })),
    );
    fc.assert(
      fc.property(oneMore, ({ knowledge, answers, after }) => {
        for (const gate of knowledge.gates) {
          const before = gateRestrictions(gate, answers).map(actionOf);
          expect(before).toEqual(expect.arrayContaining(gateRestrictions(gate, after).map(actionOf)));
        }
      }),
      { numRuns: 500 },
    );
  });
});

const actionOf = ({ action }: { readonly action: string }): string => action;

describe('the interview', () => {
  test('ends only when no emergency or same-day flag above the floor could still fire', () => {
    const answering = knowledgeArbitrary.chain((knowledge) =>
      answersFor(knowledge).map((record) => ({ knowledge, record })),
    );
    fc.assert(
      fc.property(answering, ({ knowledge, record }) => {
        const { answers, assessment } = interview(knowledge, (finding) => record[finding.id] ?? UNSURE, {
          maxQuestions: 1,
        });
        if (assessment.triage.floor === 'emergency') return;
        expect([...safetyQuestions(knowledge, answers, assessment.triage.floor)]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('asks no question twice', () => {
    fc.assert(
      fc.property(knowledgeArbitrary, (knowledge) => {
        const asked: string[] = [];
        interview(knowledge, (finding) => {
          asked.push(finding.id);
          return UNSURE;
        });
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });
});
