// Laws of the interview's questions: what they are worth, in which order they come, and when it may end.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assess,
  converse,
  interview,
  lossesOf,
  lossMatrix,
  lossOf,
  type Oracle,
  safetyQuestions,
  withSuspicion,
} from '../src/assess/index.ts';
import { networkOf } from '../src/assess/network.ts';
import { questionValues } from '../src/assess/next-step.ts';
import { beliefOf } from '../src/assess/posterior.ts';
import { triageOf } from '../src/assess/triage.ts';
import { drawRunner, SELF_CONSISTENT, seedOf } from '../src/evaluate/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { entropyBits, randomFrom } from '../src/probability/index.ts';
import { readKnowledgeKept } from '../src/store/index.ts';
import { type Answers, TRIAGE_LEVELS, UNSURE } from '../src/vocabulary/index.ts';
import { worldShare } from './brute-force.ts';
import { answersFor, knowledgeAndAnswers, knowledgeArbitrary } from './knowledge-arbitrary.ts';

const loaded = await readKnowledgeKept();
if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
const real = loaded.value;

const valuesFor = (knowledge: KnowledgeBase, answers: Answers) => {
  const network = networkOf(knowledge);
  const belief = withSuspicion(network, answers, beliefOf(network, answers));
  return questionValues(network, answers, belief, triageOf(network, answers, belief.posterior));
};

/** Answers of made-up runners to everything. */
const runners = Array.from(
  { length: 10 },
  (_, at) =>
    drawRunner(real, { ...SELF_CONSISTENT, answered: 1 }, randomFrom(seedOf(39, at))).answers as Answers,
);

describe('an emergency', () => {
  const oracle: Oracle = ({ id }) =>
    ({ 'cold-pale-leg': 'yes', onset: 'sudden', age: '65-plus' })[id] ?? UNSURE;

  test('ends the interview; who chooses to goes on to the end, under the same card and uncounted', () => {
    const ended = interview(real, oracle);
    expect(ended.assessment.next).toEqual({ kind: 'stop', because: 'emergency' });
    expect(ended.answers).not.toHaveProperty('age');

    const told = interview(real, oracle, { afterEmergency: true });
    expect(told.assessment.next).toMatchObject({ kind: 'stop', because: 'settled' });
    expect(told.answers).toMatchObject({ age: '65-plus', onset: 'sudden' });
    expect(told.questions).toBe(0);
    expect(told.assessment.triage).toMatchObject({ level: 'emergency', floor: 'emergency' });
  });

  test('leaves no bits about how urgent it is: whatever a question tells is about the cause', () => {
    const network = networkOf(real);
    const answers: Answers = { 'cold-pale-leg': 'yes' };
    const belief = beliefOf(network, answers);
    const triage = triageOf(network, answers, belief.posterior);
    const values = questionValues(network, answers, belief, triage);
    expect(values.filter(({ actionBits, lossSpared }) => actionBits > 1e-9 || lossSpared > 0)).toEqual([]);
    expect(values.some(({ valueBits }) => valueBits > 0.1)).toBe(true);
  });
});

describe('the interview', () => {
  const recorded = knowledgeArbitrary.chain((knowledge) =>
    answersFor(knowledge).map((record) => ({ knowledge, record })),
  );

  test('never stops with an emergency or same-day question open, however little it would tell', () => {
    fc.assert(
      fc.property(recorded, fc.double({ min: 0, max: 100, noNaN: true }), ({ knowledge, record }, least) => {
        const { model } = knowledge;
        const stop = { ...model.stop, value: { ...model.stop.value, value: least } };
        const { answers, assessment } = interview(
          { ...knowledge, model: { ...model, stop } },
          (finding) => record[finding.id] ?? UNSURE,
        );
        if (assessment.triage.floor === 'emergency') return;
        expect([...safetyQuestions(knowledge, answers, assessment.triage.floor)]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  // Nothing is worth asking at this price, so what is asked is asked for safety.
  const dear = { ...real.model.stop, value: { ...real.model.stop.value, value: 1e6 } };
  const onlySafety = { ...real, model: { ...real.model, stop: dear } };
  const usual: Oracle = ({ states, background }) =>
    states[background.indexOf(Math.max(...background))]?.id ?? UNSURE;

  test('asks somebody who has nothing special all that could still be urgent', () => {
    const { answers, assessment, questions } = interview(onlySafety, usual);
    expect(questions).toBeGreaterThan(0);
    expect(assessment.triage.floor).toBe('self-care');
    expect([...safetyQuestions(real, answers, 'self-care')]).toEqual([]);
  });

  test('finds out whether a safety question that is put only to some has to be put', () => {
    const given: Answers = { 'worst-place': 'behind-knee', 'behind-knee-lump': 'pulsing' };
    const { assessment } = interview(onlySafety, (finding) => given[finding.id] ?? usual(finding));
    expect(assessment.triage.fired.map(({ id }) => id)).toContain('pulsing-lump-behind-knee');
  });

  const least = real.model.stop.value.value;

  /** Expected loss of the advice on these answers. */
  const lossNow = (answers: Answers) => {
    const { level, floor, atLeast } = assess(real, answers).triage;
    const exactly = TRIAGE_LEVELS.map(
      (one, at) => atLeast[one] - (at > 0 ? atLeast[TRIAGE_LEVELS[at - 1] ?? one] : 0),
    );
    const [advised, flagged] = [level, floor].map((one) => TRIAGE_LEVELS.indexOf(one));
    return lossOf(lossesOf(real.model), advised ?? 0, Float64Array.from(exactly), 1, 0, flagged);
  };

  test('that ends settled leaves nothing worth asking, and no doubt about the urgency that a question could lessen', () => {
    for (const runner of runners) {
      const { answers, because } = converse(real, ({ id }) => runner[id] ?? UNSURE);
      if (because !== 'settled') continue;
      const values = valuesFor(real, answers);
      expect(values.filter(({ worth }) => worth >= least)).toEqual([]);
      if (lossNow(answers) < 0.03) continue;
      expect(values.filter(({ urgencyWorth }) => urgencyWorth >= least / 18)).toEqual([]);
    }
  });

  test('in doubt about the urgency, with nothing else worth asking, asks what tells most about it', () => {
    let doubts = 0;
    for (const runner of runners) {
      converse(
        real,
        ({ id }) => runner[id] ?? UNSURE,
        {},
        (answers) => {
          const { next } = assess(real, answers);
          if (next.kind !== 'question' || next.reason !== 'value') return;
          const values = valuesFor(real, answers);
          if (values.some(({ worth }) => worth >= least)) return;
          doubts++;
          const most = Math.max(...values.map(({ urgencyWorth }) => urgencyWorth));
          expect(values.find(({ finding }) => finding === next.finding)?.urgencyWorth).toBe(most);
        },
      );
    }
    expect(doubts).toBeGreaterThan(0);
  });

  test('asks the same next, whatever the order of the answers', () => {
    const shuffled = knowledgeAndAnswers.chain(({ knowledge, answers }) =>
      fc
        .shuffledSubarray(Object.entries(answers), { minLength: Object.keys(answers).length })
        .map((entries) => ({ knowledge, answers, again: Object.fromEntries(entries) })),
    );
    fc.assert(
      fc.property(shuffled, ({ knowledge, answers, again }) => {
        expect(assess(knowledge, again).next).toEqual(assess(knowledge, answers).next);
        expect(valuesFor(knowledge, again)).toEqual(valuesFor(knowledge, answers));
      }),
    );
  });
});

describe('the value of a question', () => {
  test('in bits about the urgency is the expected fall of its entropy, by asking every answer', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
        const plain = { ...knowledge, redFlags: [] };
        const levels = (given: Answers) => {
          const { atLeast } = assess(plain, given).triage;
          return TRIAGE_LEVELS.map((level, index) => {
            const sooner = TRIAGE_LEVELS[index - 1];
            return atLeast[level] - (sooner ? atLeast[sooner] : 0);
          });
        };
        for (const { finding, actionBits } of valuesFor(plain, answers)) {
          const shares = finding.states.map(({ id }) => worldShare(plain, { ...answers, [finding.id]: id }));
          const total = shares.reduce((sum, share) => sum + share, 0);
          const after = finding.states.reduce(
            (sum, { id }, at) =>
              sum + ((shares[at] ?? 0) / total) * entropyBits(levels({ ...answers, [finding.id]: id })),
            0,
          );
          expect(Math.abs(entropyBits(levels(answers)) - after - actionBits)).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of a self-test does not count the red flags that it could fire: nobody has to do one', () => {
    const without = { ...real, redFlags: [] };
    // Somebody with nothing special but a rise of training: a sore bone would fire a flag.
    const answers: Answers = {
      ...Object.fromEntries(
        real.findings.flatMap(({ id, kind, states, background }) =>
          kind === 'self-test'
            ? []
            : [[id, states[background.indexOf(Math.max(...background))]?.id ?? UNSURE]],
        ),
      ),
      onset: 'gradual',
      'load-spike': 'yes',
      'worst-place': 'mid-thigh',
    };
    const plain = new Map(valuesFor(without, answers).map((value) => [value.finding.id, value.lossSpared]));
    const selfTests = valuesFor(real, answers).filter(({ finding }) => finding.kind === 'self-test');
    expect(selfTests.map(({ finding }) => finding.id)).toContain('test-press');
    for (const { finding, lossSpared } of selfTests)
      expect(lossSpared).toBeCloseTo(plain.get(finding.id) ?? -1, 12);
  });

  test('is never negative, and a question that spares no loss and tells nothing is worth nothing', () => {
    fc.assert(
      fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
        for (const one of valuesFor(knowledge, answers)) {
          expect(one.worth).toBeGreaterThanOrEqual(0);
          expect(one.lossSpared).toBeGreaterThanOrEqual(0);
          expect(one.valueBits).toBeGreaterThanOrEqual(one.actionBits - 1e-9);
          if (one.valueBits + one.lossSpared === 0) expect(one.worth).toBeLessThan(1e-12);
        }
      }),
    );
  });
});

describe('the loss', () => {
  const losses = lossesOf(real.model);

  test('is nothing for the right level, and more the further the advice is off', () => {
    lossMatrix(losses).forEach((row, needed) => {
      row.forEach((loss, advised) => {
        if (advised === needed) expect(loss).toBe(0);
        if (advised > needed) expect(loss).toBeGreaterThan(row[advised - 1] ?? 0);
        if (advised < needed) expect(loss).toBeGreaterThan(row[advised + 1] ?? 0);
      });
    });
  });

  test('makes too late dearer than too soon at every boundary', () => {
    losses.late.forEach((late, boundary) => expect(late).toBeGreaterThan(losses.needless[boundary] ?? 0));
  });

  test.each([0, 1, 2, 3])('at boundary %i turns at the threshold of the model file', (boundary) => {
    const threshold = losses.raise[boundary] ?? 0;
    const at = (p: number) => {
      const mass = new Float64Array(TRIAGE_LEVELS.length);
      mass[boundary] = p;
      mass[boundary + 1] = 1 - p;
      return lossOf(losses, boundary, mass) - lossOf(losses, boundary + 1, mass);
    };
    expect(at(threshold - 0.01)).toBeGreaterThan(0);
    expect(at(threshold + 0.01)).toBeLessThan(0);
  });
});
