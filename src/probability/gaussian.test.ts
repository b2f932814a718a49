import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dot, inverseOf, times } from './gaussian.ts';

const numbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 5, maxLength: 5 });

test('a matrix times its inverse changes no vector', () => {
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 5, maxLength: 5 }), numbers, (root, vector) => {
      const covariance = root.map((a, i) => root.map((b, j) => dot(a, b) + (i === j ? 1 : 0)));
      const back = times(covariance, times(inverseOf(covariance), vector));
      back.forEach((value, index) => {
        expect(value).toBeCloseTo(vector[index] ?? Number.NaN, 8);
      });
    }),
  );
});

test('a matrix that is no covariance is refused', () => {
  expect(() =>
    inverseOf([
      [1, 2],
      [2, 1],
    ]),
  ).toThrow('not positive definite');
});
