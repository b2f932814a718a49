// Do the probabilities mean what they say? On runners drawn from the model this tests the engine; on runners drawn from a
// generator that breaks the model's assumptions it bounds what those assumptions cost. Seeds are fixed.

import { expect, test } from 'vitest';
import { moved, PERTURBED, SELF_CONSISTENT, simulate } from '../src/evaluate/index.ts';
import { randomFrom } from '../src/probability/index.ts';
import { readKnowledgeKept } from '../src/store/index.ts';

const loaded = await readKnowledgeKept();
if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
const knowledge = loaded.value;
const RUNNERS = 2000;

test('runners drawn from the model: forecasts are calibrated within the noise of the sample', () => {
  const { ece, eceOfModel } = simulate(knowledge, knowledge, SELF_CONSISTENT, RUNNERS, randomFrom(11));
  // With 2,000 runners in ten bins chance alone gives an error of about 0.02. What is shown lies further off, since a red
  // flag raises what it suspects to a share that the model alone would not reach (decision 11).
  expect(eceOfModel).toBeLessThan(0.03);
  expect(ece).toBeLessThan(0.05);
});

test('runners drawn otherwise (tied findings, moved numbers, twice the misreporting): error at most 0.05', () => {
  const drawn = moved(knowledge, randomFrom(12));
  expect(simulate(knowledge, drawn, PERTURBED, RUNNERS, randomFrom(13)).ece).toBeLessThanOrEqual(0.05);
});

test('the same seed gives the same runners', () => {
  const once = simulate(knowledge, knowledge, PERTURBED, 50, randomFrom(7));
  expect(simulate(knowledge, knowledge, PERTURBED, 50, randomFrom(7))).toEqual(once);
  expect(simulate(knowledge, knowledge, PERTURBED, 50, randomFrom(8))).not.toEqual(once);
});
