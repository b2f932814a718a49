// Laws of the sheet: the pages of an interview can be told from the answers alone, so answering again may move nothing.

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { realKnowledge } from '../../test/in-process.ts';
import { evaluate, type Finding, type Formula, findingById, type KnowledgeBase } from '../knowledge/index.ts';
import { type Answer, UNSURE } from '../vocabulary/index.ts';
import {
  type AnswerSheet,
  answeredPages,
  formatSheet,
  newSheet,
  openOn,
  parseSheet,
  withAnswers,
} from './answer-sheet.ts';

const STATES = ['no', 'yes', 'much'];

let real: KnowledgeBase;
beforeAll(async () => {
  real = await realKnowledge();
});

/** A formula over the other findings; `not` and unknown answers are in it, so that all three truths occur. */
const asksWhen = (others: readonly string[]): fc.Arbitrary<Formula> => {
  const is = fc
    .record({ finding: fc.constantFrom(...others), states: fc.subarray(STATES, { minLength: 1 }) })
    .map((one): Formula => ({ kind: 'is', ...one }));
  return fc.oneof(
    { arbitrary: is, weight: 3 },
    { arbitrary: is.map((of): Formula => ({ kind: 'not', of })), weight: 1 },
  );
};

/**
 * Up to seven findings, some on two shared screens, some asked only after an earlier one was answered in a certain
 * way, which may itself be asked only so.
 */
const houseArbitrary: fc.Arbitrary<KnowledgeBase> = fc
  .integer({ min: 2, max: 7 })
  .chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `q${index}`);
    return fc.record({
      ids: fc.constant(ids),
      rules: fc.tuple(
        ...ids.map((_, index) =>
          index === 0
            ? fc.constant(undefined)
            : fc.option(asksWhen(ids.slice(0, index)), { nil: undefined, freq: 2 }),
        ),
      ),
      places: fc.tuple(...ids.map(() => fc.constantFrom('first', 'second', undefined, undefined))),
    });
  })
  .map(({ ids, rules, places }) => {
    const screen = (id: string) => ({
      id,
      title: `${id}?`,
      section: 'Safety',
      findings: ids.filter((_, index) => places[index] === id),
      none: 'None',
    });
    return {
      findings: ids.map((id, index) => {
        const rule = rules[index];
        return {
          id,
          states: STATES.map((state) => ({ id: state, label: state, says: state })),
          ...(rule ? { asksWhen: rule } : {}),
        } as unknown as Finding;
      }),
      screens: [screen('first'), screen('second')].filter(({ findings }) => findings.length > 0),
    } as unknown as KnowledgeBase;
  });

const answer = fc.constantFrom<Answer>(...STATES, UNSURE);

/** A walk through the interview: some findings are given on every step, some of them again. */
const walkArbitrary = houseArbitrary.chain((knowledge) => {
  const ids = knowledge.findings.map(({ id }) => id);
  const given = fc.dictionary(fc.constantFrom(...ids), answer, { minKeys: 1, maxKeys: 3 });
  return fc.record({
    knowledge: fc.constant(knowledge),
    steps: fc.array(given, { minLength: 1, maxLength: 8 }),
    last: fc.record({ id: fc.constantFrom(...ids), answer }),
  });
});

function walk(knowledge: KnowledgeBase, steps: readonly Readonly<Record<string, Answer>>[]): AnswerSheet {
  return steps.reduce((sheet, given) => withAnswers(knowledge, sheet, given), newSheet(0, undefined));
}

const applies = (knowledge: KnowledgeBase, sheet: AnswerSheet, id: string): boolean => {
  const rule = findingById(knowledge, id)?.asksWhen;
  return !rule || evaluate(rule, sheet.answers) === 'true';
};

const order = (sheet: AnswerSheet): readonly string[] => Object.keys(sheet.answers);
const titles = (knowledge: KnowledgeBase, sheet: AnswerSheet): readonly string[] =>
  answeredPages(knowledge, sheet.answers).map((page) =>
    page.kind === 'screen' ? `screen ${page.screen.id}` : page.finding.id,
  );

describe('answering', () => {
  test('again in the same way changes nothing, not even the order', () => {
    fc.assert(
      fc.property(walkArbitrary, ({ knowledge, steps }) => {
        const sheet = walk(knowledge, steps);
        for (const [id, said] of Object.entries(sheet.answers)) {
          expect(formatSheet(withAnswers(knowledge, sheet, { [id]: said }))).toBe(formatSheet(sheet));
        }
        expect(formatSheet(withAnswers(knowledge, sheet, sheet.answers))).toBe(formatSheet(sheet));
      }),
    );
  });

  test('anew keeps every page where it was, save those that no longer apply', () => {
    fc.assert(
      fc.property(walkArbitrary, ({ knowledge, steps, last }) => {
        const before = walk(knowledge, steps);
        fc.pre(Object.hasOwn(before.answers, last.id));
        const after = withAnswers(knowledge, before, { [last.id]: last.answer });
        const left = titles(knowledge, after);
        expect(left).toEqual(titles(knowledge, before).filter((title) => left.includes(title)));
        expect(order(after)).toEqual(order(before).filter((id) => Object.hasOwn(after.answers, id)));
      }),
    );
  });

  test('something for the first time puts it at the end', () => {
    fc.assert(
      fc.property(walkArbitrary, ({ knowledge, steps, last }) => {
        const before = walk(knowledge, steps);
        fc.pre(!Object.hasOwn(before.answers, last.id));
        const after = withAnswers(knowledge, before, { [last.id]: last.answer });
        fc.pre(Object.hasOwn(after.answers, last.id));
        expect(order(after).at(-1)).toBe(last.id);
        expect(after.answers[last.id]).toBe(last.answer);
      }),
    );
  });

  test('drops exactly the answers to questions that no longer apply, and what hung on those', () => {
    fc.assert(
      fc.property(walkArbitrary, ({ knowledge, steps, last }) => {
        const before = walk(knowledge, steps);
        const given = { ...before.answers, [last.id]: last.answer };
        const after = withAnswers(knowledge, before, { [last.id]: last.answer });
        for (const [id, said] of Object.entries(given)) {
          if (Object.hasOwn(after.answers, id)) expect(after.answers[id]).toBe(said);
          expect(Object.hasOwn(after.answers, id), id).toBe(applies(knowledge, after, id));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('does not touch the place and the time', () => {
    const sheet = { ...newSheet(5, 'GB'), answers: { age: 'under-16' } };
    expect(withAnswers(real, sheet, { age: UNSURE })).toEqual({
      answers: { age: UNSURE },
      place: 'GB',
      startedAt: 5,
    });
  });

  test('takes back what was asked only because of an answer that changed (real knowledge)', () => {
    const dependent = real.findings.filter(({ asksWhen: rule }) => rule);
    expect(dependent.length).toBeGreaterThan(0);
    for (const { id, asksWhen: rule } of dependent) {
      if (rule?.kind !== 'is') continue;
      const [state = ''] = rule.states;
      // A question that hangs on one that itself hangs on another: that other is answered first.
      const own = dependent.find((one) => one.id === rule.finding)?.asksWhen;
      const before = own?.kind === 'is' ? { [own.finding]: own.states[0] ?? '' } : {};
      const first = withAnswers(real, newSheet(0, undefined), before);
      const met = withAnswers(real, first, { [rule.finding]: state });
      const both = withAnswers(real, met, { [id]: 'yes' });
      const chain = [...Object.keys(before), rule.finding];
      expect(order(both)).toEqual([...chain, id]);
      expect(order(withAnswers(real, both, { [rule.finding]: 'no' }))).toEqual(chain);
      const kept = rule.states.includes(UNSURE) ? [id] : [];
      expect(order(withAnswers(real, both, { [rule.finding]: UNSURE }))).toEqual([...chain, ...kept]);
    }
  });
});

describe('the pages', () => {
  test('hold every answer once: a screen is one page, any other finding its own', () => {
    fc.assert(
      fc.property(walkArbitrary, ({ knowledge, steps }) => {
        const sheet = walk(knowledge, steps);
        const pages = answeredPages(knowledge, sheet.answers);
        expect(new Set(titles(knowledge, sheet)).size).toBe(pages.length);
        const shown = pages.flatMap((page) =>
          page.kind === 'screen' ? page.screen.findings : [page.finding.id],
        );
        expect(shown.filter((id) => Object.hasOwn(sheet.answers, id)).sort()).toEqual(
          [...order(sheet)].sort(),
        );
      }),
    );
  });

  test('say what is still open on a screen', () => {
    fc.assert(
      fc.property(walkArbitrary, ({ knowledge, steps }) => {
        const { answers } = walk(knowledge, steps);
        for (const screen of knowledge.screens) {
          const open = openOn(knowledge, screen, answers).map(({ id }) => id);
          expect(open).toEqual(screen.findings.filter((id) => !Object.hasOwn(answers, id)));
        }
      }),
    );
  });
});

describe('a stored sheet', () => {
  test('comes back as it was, in its order', () => {
    fc.assert(
      fc.property(
        walkArbitrary,
        fc.option(fc.string(), { nil: undefined }),
        ({ knowledge, steps }, place) => {
          const sheet = { ...walk(knowledge, steps), place };
          const back = parseSheet(formatSheet(sheet), knowledge);
          expect(back).toEqual(sheet);
          expect(back && order(back)).toEqual(order(sheet));
        },
      ),
    );
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['a number', '1'],
    ['without answers', '{"startedAt":1}'],
    ['without a time', '{"answers":{}}'],
    ['with a time that is a text', '{"answers":{},"startedAt":"1"}'],
    ['with an unknown finding', '{"answers":{"tea":"yes"},"startedAt":1}'],
    ['with an unknown state', '{"answers":{"pop":"tea"},"startedAt":1}'],
    ['with a name of every object as finding', '{"answers":{"__proto__":"yes"},"startedAt":1}'],
  ])('is refused when it is %s', (_, text) => {
    expect(parseSheet(text, real)).toBeUndefined();
  });
});
