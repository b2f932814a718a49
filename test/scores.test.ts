// The bar that the knowledge must not fall under on the published cases. What moved is seen in cases/scores.md.

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { evaluateCases, parseCases } from '../src/evaluate/index.ts';
import { readKnowledge } from '../src/store/index.ts';

const loaded = await readKnowledge();
if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
const text = await readFile(new URL('../cases/published.jsonl', import.meta.url), 'utf8');
const cases = parseCases(text, loaded.value);
if (!cases.ok) throw new Error(JSON.stringify(cases.refusal, null, 2));
const { modes } = evaluateCases(loaded.value, cases.value);

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
