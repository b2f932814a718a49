// A model file may allow three causes at once; one that says nothing ends at two.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, networkOf } from '../src/assess/index.ts';
import { bruteForce } from './brute-force.ts';
import { knowledgeAndAnswers } from './knowledge-arbitrary.ts';

const basis = { sources: ['test'], certainty: 'estimate' } as const;

test('with three causes allowed the posterior equals the enumeration of all worlds', () => {
  fc.assert(
    fc.property(knowledgeAndAnswers, fc.constantFrom(0.05, 1), ({ knowledge, answers }, value) => {
      const three = {
        ...knowledge,
        model: { ...knowledge.model, twoCauses: { value: 0.3, basis }, threeCauses: { value, basis } },
      };
      const slow = bruteForce(three, answers);
      const { differential } = assess(three, answers);
      three.conditions.forEach((condition, index) => {
        const p = differential.find((one) => one.condition.id === condition.id)?.probability ?? -1;
        expect(Math.abs(p - (slow[index] ?? -1))).toBeLessThan(1e-10);
      });
    }),
    { numRuns: 100 },
  );
});

test('without it no hypothesis has three', () => {
  fc.assert(
    fc.property(knowledgeAndAnswers, ({ knowledge }) => {
      const most = Math.max(...networkOf(knowledge).hypotheses.map((one) => one.presentations.length));
      expect(most).toBeLessThanOrEqual(2);
    }),
  );
});
