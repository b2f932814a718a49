// The derived tables against the engine, against textbook arithmetic and against what clinicians confuse.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../src/assess/index.ts';
import { leadingPairs, separationsOf } from '../src/evaluate/index.ts';
import type { Condition, KnowledgeBase } from '../src/knowledge/index.ts';
import { readKnowledgeKept } from '../src/store/index.ts';
import { isMoreUrgent } from '../src/vocabulary/index.ts';
import { knowledgeArbitrary } from './knowledge-arbitrary.ts';

const loaded = await readKnowledgeKept();
if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
const knowledge = loaded.value;

/** Random knowledge in which causes come one at a time, so that odds are products of ratios. */
const oneCause = knowledgeArbitrary
  .filter(({ conditions }) => conditions.length > 1)
  .map(
    (one): KnowledgeBase => ({
      ...one,
      pairings: [],
      model: { ...one.model, twoCauses: { ...one.model.twoCauses, value: 0 } },
    }),
  );
const twoOf = ({ conditions }: KnowledgeBase) => conditions.slice(0, 2) as [Condition, Condition];
const oddsOf = (one: KnowledgeBase, answers: Readonly<Record<string, string>>) => {
  const [a, b] = twoOf(one);
  const { differential } = assess(one, answers);
  const of = (condition: Condition) =>
    differential.find((candidate) => candidate.condition === condition)?.probability ?? 0;
  return of(a) / of(b);
};

describe('a likelihood ratio', () => {
  test('is what the engine does to the odds of two causes when the answer is given', () => {
    fc.assert(
      fc.property(oneCause, (one) => {
        const before = oddsOf(one, {});
        for (const { finding, ratios } of separationsOf(one, ...twoOf(one))) {
          ratios.forEach((ratio, state) => {
            const after = oddsOf(one, { [finding.id]: finding.states[state]?.id ?? '' });
            expect(after / before / ratio).toBeCloseTo(1, 8);
          });
        }
      }),
    );
  });

  test('turns round with the two causes, and what the question tells stays', () => {
    fc.assert(
      fc.property(oneCause, (one) => {
        const [a, b] = twoOf(one);
        const back = separationsOf(one, b, a);
        for (const { finding, ratios, bits, certainties } of separationsOf(one, a, b)) {
          const other = back.find((row) => row.finding === finding);
          expect(other?.bits).toBeCloseTo(bits, 12);
          expect(other?.certainties).toEqual([...certainties].reverse());
          ratios.forEach((ratio, state) => expect((other?.ratios[state] ?? 0) * ratio).toBeCloseTo(1, 9));
          expect(bits).toBeGreaterThanOrEqual(0);
          expect(bits).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('of a test with sensitivity 0.8 and specificity 0.9 is 8 when positive and 2/9 when negative', () => {
    const base = fc.sample(oneCause, { numRuns: 1, seed: 1 })[0] as KnowledgeBase;
    const [a, b] = twoOf(base);
    const finding = {
      ...(base.findings[0] as KnowledgeBase['findings'][number]),
      states: ['no', 'yes'].map((id) => ({ id, label: id, says: id })),
      background: [0.9, 0.1],
      misreport: 0,
    };
    const basis = { sources: ['test'], certainty: 'published' as const };
    const presentation = { name: '', share: 1, triage: 'routine' as const, basis };
    const [row] = separationsOf(
      {
        ...base,
        findings: [finding],
        presentations: [
          {
            ...presentation,
            id: 'c0/p',
            condition: 0,
            likelihoods: { [finding.id]: { p: [0.2, 0.8], basis } },
          },
          { ...presentation, id: 'c1/p', condition: 1, likelihoods: {} },
        ],
      },
      a,
      b,
    );
    expect(row?.ratios[1]).toBeCloseTo(8, 12);
    expect(row?.ratios[0]).toBeCloseTo(2 / 9, 12);
    expect(row?.certainties).toEqual(['published', 'estimate']);
  });

  test('stands in order of what the question tells, and only where one of the two causes says something', () => {
    fc.assert(
      fc.property(oneCause, (one) => {
        const rows = separationsOf(one, ...twoOf(one));
        const spoken = one.findings.filter(({ id }) =>
          one.presentations.some((shown) => shown.condition < 2 && shown.likelihoods[id]),
        );
        expect(rows.map(({ finding }) => finding.id).sort()).toEqual(spoken.map(({ id }) => id).sort());
        expect(rows.map(({ bits }) => bits)).toEqual([...rows.map(({ bits }) => bits)].sort((x, y) => y - x));
      }),
    );
  });
});

describe('the leading pairs', () => {
  const pairs = leadingPairs(knowledge);
  const names = pairs.map(({ conditions: [a, b] }) => `${a.id} / ${b.id}`);

  test('name no pair twice and no cause against itself', () => {
    const keys = pairs.map(({ conditions }) =>
      conditions
        .map(({ id }) => id)
        .sort()
        .join(' '),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { conditions } of pairs) expect(conditions[0]).not.toBe(conditions[1]);
  });

  test('compare the twelve most probable causes each with each', () => {
    expect(pairs.filter(({ because }) => because === 'probable')).toHaveLength((12 * 11) / 2);
  });

  test('hold every cause that can be an emergency or need care the same day', () => {
    const serious = knowledge.conditions.filter((_, index) =>
      knowledge.presentations.some(
        (one) => one.condition === index && isMoreUrgent(one.triage, 'within-days'),
      ),
    );
    expect(serious.length).toBeGreaterThan(15);
    for (const one of serious) {
      expect(
        pairs.filter(({ conditions }) => conditions.includes(one)).length,
        one.id,
      ).toBeGreaterThanOrEqual(3);
    }
  });

  // What textbooks warn of: a ruptured cyst looks like a clot, a cauda equina like sciatica, rhabdomyolysis like sore muscles.
  test.each([
    'deep-vein-thrombosis / bakers-cyst',
    'cauda-equina-syndrome / sciatica',
    'exertional-rhabdomyolysis / delayed-onset-soreness',
    'acute-limb-ischaemia / sciatica',
  ])('hold the well-known mix-up %s', (name) => {
    expect(names).toContain(name);
  });
});
