// A short slice of `npm run fuzz`, always the same one.

import { expect, it } from 'vitest';
import { drawing, faultOf, inputOf, madeSeeds, outcomeOf } from './fuzzing.ts';

it('broken files and archives are read or refused with what and where, and nothing throws', async () => {
  const seeds = madeSeeds();
  const draw = drawing(20261128);
  let [read, refused] = [0, 0];
  for (let count = 0; count < 1500; count++) {
    const outcome = await outcomeOf(inputOf(seeds, draw));
    expect(faultOf(outcome)).toBeUndefined();
    read += outcome.runs.length > 0 ? 1 : 0;
    refused += outcome.refusals.length > 0 ? 1 : 0;
  }
  // Both ways are taken, else the inputs are too broken or not broken enough.
  expect(read).toBeGreaterThan(150);
  expect(refused).toBeGreaterThan(150);
});
