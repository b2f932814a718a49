import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uuid7 } from './uuid7.ts';

const T = Date.UTC(2026, 10, 28);

test('ids grow in the order in which they are asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 }), { minLength: 2, maxLength: 5000 }), (steps) => {
      let now = T + 1e9;
      const ids = steps.map((step) => {
        now += step - 2;
        return uuid7(now);
      });
      expect([...ids].sort()).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
    { numRuns: 20 },
  );
});
