// Where an interview stands is worked out with less than an assessment, and kept by what was said. Both must say the same.

import { beforeAll, describe, expect, test } from 'vitest';
import { keepNewest } from '../src/app/keep-newest.ts';
import { standingOf } from '../src/app/standing.ts';
import { assess, interview, standing, urgencyAndCauses } from '../src/assess/index.ts';
import { drawRunner, SELF_CONSISTENT } from '../src/evaluate/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { randomFrom } from '../src/probability/index.ts';
import type { Answers } from '../src/vocabulary/index.ts';
import { realKnowledge } from './in-process.ts';

let knowledge: KnowledgeBase;
/** What made-up runners had said at some moment of their interviews. */
let moments: readonly Answers[];
beforeAll(async () => {
  knowledge = await realKnowledge();
  moments = Array.from({ length: 25 }, (_, seed) => {
    const { answers: says } = drawRunner(knowledge, { ...SELF_CONSISTENT, answered: 1 }, randomFrom(seed));
    const said = Object.entries(
      interview(knowledge, ({ id }) => says[id] ?? '', { afterEmergency: true }).answers,
    );
    return [0, 0.2, 0.5, 0.8, 1].map((part) =>
      Object.fromEntries(said.slice(0, Math.round(part * said.length))),
    );
  }).flat();
});

const sheet = (answers: Answers, tellsMore = false) => ({
  answers,
  place: undefined,
  startedAt: 0,
  ...(tellsMore ? { tellsMore: true as const } : {}),
});

describe('where an interview stands', () => {
  test('is what its assessment says, with and without an emergency before', () => {
    for (const answers of moments) {
      for (const afterEmergency of [false, true]) {
        const { triage, next } = assess(knowledge, answers, { afterEmergency });
        const wanted = { floor: triage.floor, fired: triage.fired, next };
        expect(standing(knowledge, answers, { afterEmergency })).toEqual(wanted);
        expect(standingOf(knowledge, sheet(answers, afterEmergency))).toEqual(wanted);
      }
    }
  });

  test('is worked out once for the same answers, in whatever order they came', () => {
    for (const answers of moments) {
      const turned = Object.fromEntries(Object.entries(answers).reverse());
      expect(standingOf(knowledge, sheet(turned))).toBe(standingOf(knowledge, sheet(answers)));
    }
    const [answers = {}] = moments;
    const other = { ...knowledge };
    expect(standingOf(other, sheet(answers)), 'other knowledge').not.toBe(
      standingOf(knowledge, sheet(answers)),
    );
  });

  test('leaves urgency and causes as they are', () => {
    for (const answers of moments) {
      const { triage, differential } = assess(knowledge, answers);
      expect(urgencyAndCauses(knowledge, answers)).toEqual({ triage, differential });
    }
  });
});

test('what is kept is bounded, and what is used stays', () => {
  const kept = keepNewest<number, string>(3);
  for (const key of [1, 2, 3]) kept.set(key, `${key}`);
  kept.set(1, '1');
  kept.set(4, '4');
  expect([1, 2, 3, 4].map(kept.get)).toEqual(['1', undefined, '3', '4']);
});
