import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { realKnowledge } from '../../test/in-process.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { type Answers, UNSURE } from '../vocabulary/index.ts';
import { keyOfAnswers, sheetFromShort, shortOfSheet } from './answer-codes.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

/** Some findings in any order, each with one of its states or not sure. */
const answersArbitrary = (): fc.Arbitrary<Answers> =>
  fc
    .shuffledSubarray([...knowledge.findings])
    .chain((findings) =>
      fc.tuple(
        ...findings.map(({ id, states }) =>
          fc.constantFrom(UNSURE, ...states.map((state) => state.id)).map((state) => [id, state] as const),
        ),
      ),
    )
    .map((pairs) => Object.fromEntries(pairs));

describe('the short form of a sheet', () => {
  test('gives back everything, the order of the answers too', () =>
    fc.assert(
      fc.property(
        answersArbitrary(),
        fc.option(fc.constantFrom('GB', 'CA', 'other'), { nil: undefined }),
        fc.nat(2 ** 42),
        fc.boolean(),
        (answers, place, startedAt, more) => {
          const sheet = { answers, place, startedAt, ...(more ? { tellsMore: true as const } : {}) };
          const back = sheetFromShort(knowledge, shortOfSheet(knowledge, sheet));
          expect(back).toEqual(sheet);
          expect(Object.keys(back?.answers ?? {})).toEqual(Object.keys(answers));
        },
      ),
    ));

  test('that is cut, or names what the knowledge does not have, is none', () => {
    const short = shortOfSheet(knowledge, { answers: { pop: 'yes' }, place: 'GB', startedAt: 1 });
    for (const wrong of [
      '',
      '1',
      '1.GB',
      short.slice(0, -1),
      `${short}0`,
      `${short}.`,
      '1.GB..zz0.',
      '1.GB..00z.',
      '-.GB...',
      '1.GB...zz00',
      '1.GB...00z0',
      '1.GB...000z',
      '1.GB...00-0',
      '1.GB...000',
    ]) {
      expect(sheetFromShort(knowledge, wrong), wrong).toBeUndefined();
    }
  });
});

describe('the key of answers', () => {
  test('is the same in whatever order, and another one as soon as one answer is', () =>
    fc.assert(
      fc.property(answersArbitrary(), fc.nat(), (answers, place) => {
        const key = keyOfAnswers(knowledge, answers);
        expect(keyOfAnswers(knowledge, Object.fromEntries(Object.entries(answers).reverse()))).toBe(key);
        const { id = '', states = [] } = knowledge.findings[place % knowledge.findings.length] ?? {};
        const keys = [UNSURE, ...states.map((state) => state.id)].map((state) =>
          keyOfAnswers(knowledge, { ...answers, [id]: state }),
        );
        const { [id]: _, ...without } = answers;
        keys.push(keyOfAnswers(knowledge, without));
        expect(new Set(keys).size).toBe(states.length + 2);
      }),
    ));
});
