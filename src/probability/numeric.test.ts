import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entropyOf, entropyTerm } from './numeric.ts';

const masses = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

test('the entropy of many is the sum of their terms, wherever in the memory they lie', () => {
  fc.assert(
    fc.property(masses, fc.nat(3), (all, before) => {
      const room = Float64Array.from([...Array(before).fill(0.3), ...all, 0.3]);
      const own = room.subarray(before, before + all.length);
      const terms = all.reduce((sum, one) => sum + entropyTerm(one), 0);
      expect(entropyOf(own)).toBeCloseTo(terms, 12);
    }),
  );
});

test('it is 0 for what is certain and the number of bits where all are alike', () => {
  expect(entropyOf(Float64Array.of(0, 1, 0))).toBeCloseTo(0, 15);
  expect(entropyOf(new Float64Array(8).fill(1 / 8))).toBeCloseTo(3, 15);
});
