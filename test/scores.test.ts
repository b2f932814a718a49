// The bar that the knowledge must not fall under on the published cases. What moved is seen in cases/scores.md.

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { evaluateCases, parseCases } from '../src/evaluate/index.ts';
import { readKnowledgeKept } from '../src/store/index.ts';
import { isMoreUrgent } from '../src/vocabulary/index.ts';

const loaded = await readKnowledgeKept();
if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
const scoresOf = async (name: string) => {
  const text = await readFile(new URL(`../cases/${name}.jsonl`, import.meta.url), 'utf8');
  const cases = parseCases(text, loaded.value);
  if (!cases.ok) throw new Error(JSON.stringify(cases.refusal, null, 2));
  return evaluateCases(loaded.value, cases.value).modes;
};
const modes = await scoresOf('published');

test.each(['all-answers', 'interview'] as const)(
  '%s: every emergency is sent to emergency or same-day care',
  (mode) => {
    expect(modes[mode].emergenciesCaught).toMatchObject({ value: 1, n: 12 });
  },
);

test.each(['all-answers', 'interview'] as const)(
  '%s: the right cause is among the first three in 70 %% of covered cases',
  (mode) => {
    expect(modes[mode].top3.value).toBeGreaterThanOrEqual(0.7);
  },
);

test.each(['all-answers', 'interview'] as const)(
  '%s: the urgency is exactly right in 80 %% and too low in at most 10 %%',
  (mode) => {
    expect(modes[mode].triageExact.value).toBeGreaterThanOrEqual(0.8);
    expect(modes[mode].underTriage.value).toBeLessThanOrEqual(0.1);
  },
);

test('half of the interviews end within ten questions, and asking costs at most three points', () => {
  const { 'all-answers': told, interview: asked } = modes;
  expect(asked.questions.median).toBeLessThanOrEqual(10);
  expect(told.top3.value - asked.top3.value).toBeLessThanOrEqual(0.03);
  expect(told.triageExact.value - asked.triageExact.value).toBeLessThanOrEqual(0.03);
});

test('of the textbook vignettes nine in ten are right within three, and at most one in twenty-five is sent too late', async () => {
  const { 'all-answers': told } = await scoresOf('textbook');
  expect(told.top3.value).toBeGreaterThanOrEqual(0.9);
  expect(told.underTriage.value).toBeLessThanOrEqual(0.04);
  expect(told.emergenciesCaught.value).toBe(1);
});

test('of the collected cases every emergency but two trapped hernias is sent to emergency or same-day care', async () => {
  const { 'all-answers': told, interview: asked } = await scoresOf('collected');
  for (const { emergenciesCaught, misses } of [told, asked]) {
    expect(emergenciesCaught).toMatchObject({ n: 29, value: 27 / 29 });
    const late = misses.filter(
      ({ expected, got }) => expected.triage === 'emergency' && isMoreUrgent('same-day', got.triage),
    );
    expect(late.map(({ id }) => id)).toEqual(['w038', 'w076']);
  }
});
