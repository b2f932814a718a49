// What the proof rests on: statements are translated as they are evaluated, over random knowledge and answers, and the
// solver and our own reading of a term agree. `npm run prove` compares the rest with the real code.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { safetyQuestions } from '../../src/assess/index.ts';
import { evaluate } from '../../src/knowledge/index.ts';
import { mostUrgent, TRIAGE_LEVELS } from '../../src/vocabulary/index.ts';
import { knowledgeAndAnswers } from '../knowledge-arbitrary.ts';
import { openSolver, type Solver } from './solver.ts';
import { assignmentOf, symbolicAnswers } from './symbolic-answers.ts';
import { atLeast, holds, not, type Term, variable } from './terms.ts';
import { MUST_BE_ASKED, triageModel } from './triage-model.ts';

describe('the translation', () => {
  test('gives every statement the truth that evaluate gives it', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
        const { truth } = symbolicAnswers(knowledge, 'a');
        const assignment = assignmentOf(answers, 'a');
        for (const { when } of knowledge.redFlags) {
          const { true: yes, false: no } = truth(when);
          expect(holds(yes, assignment) ? 'true' : holds(no, assignment) ? 'false' : 'unknown').toBe(
            evaluate(when, answers),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test('has the same floor and the same safety questions', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
        const model = triageModel(symbolicAnswers(knowledge, 'a'), 'a');
        const assignment = assignmentOf(answers, 'a');
        const fired = knowledge.redFlags.filter(({ when }) => evaluate(when, answers) === 'true');
        const floor = mostUrgent(fired.map(({ level }) => level));
        expect(TRIAGE_LEVELS.find((level) => holds(model.floorIsAtLeast(level), assignment))).toBe(floor);
        const mine = knowledge.findings.filter(({ id }) =>
          holds(model.isSafetyQuestion(id, MUST_BE_ASKED), assignment),
        );
        expect(mine.map(({ id }) => id).sort()).toEqual(
          [...safetyQuestions(knowledge, answers, floor)].sort(),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('the solver', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await openSolver();
  });
  afterAll(() => solver.close());

  const terms = fc.letrec<{ term: Term }>((tie) => ({
    term: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('a', 'b', 'c', 'd').map(variable),
      tie('term').map(not),
      fc
        .array(tie('term'), { minLength: 1, maxLength: 4 })
        .chain((of) => fc.integer({ min: 0, max: of.length + 1 }).map((count) => atLeast(count, of))),
    ),
  })).term;

  test('finds what makes a term hold exactly when something does', async () => {
    const everything = Array.from(
      { length: 16 },
      (_, bits) => new Set(['a', 'b', 'c', 'd'].filter((_name, index) => bits & (1 << index))),
    );
    await fc.assert(
      fc.asyncProperty(terms, async (term) => {
        const found = await solver.solve(term);
        expect(found !== undefined).toBe(everything.some((assignment) => holds(term, assignment)));
        if (found) expect(holds(term, found)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
