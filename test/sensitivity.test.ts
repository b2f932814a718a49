// The other answers that are said to change a result do change it, and no single answer was overlooked.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, type OtherAnswer, reasonsFor } from '../src/assess/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { sensitivityLines } from '../src/pages/index.ts';
import { readKnowledgeKept } from '../src/store/index.ts';
import { type Answers, UNSURE } from '../src/vocabulary/index.ts';
import { knowledgeAndAnswers } from './knowledge-arbitrary.ts';

const otherwise = (answers: Answers, changes: readonly OtherAnswer[]): Answers => ({
  ...answers,
  ...Object.fromEntries(changes.map(({ finding, instead }) => [finding.id, instead.id])),
});
const leaderOf = (knowledge: KnowledgeBase, answers: Answers) => assess(knowledge, answers).differential[0];

test('the other answers lead to the urgency and to the cause that are named', () => {
  fc.assert(
    fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
      const { urgency, leader } = reasonsFor(knowledge, answers, []).sensitivity;
      if (urgency) {
        expect(urgency.becomes).not.toBe(assess(knowledge, answers).triage.level);
        expect(assess(knowledge, otherwise(answers, urgency.changes)).triage.level).toBe(urgency.becomes);
      }
      if (leader) {
        const then = leaderOf(knowledge, otherwise(answers, leader.changes));
        expect(then?.probability).toBeCloseTo(leader.probability, 12);
      }
    }),
    { numRuns: 100 },
  );
});

test('where one other answer is enough, no more than one is named', () => {
  fc.assert(
    fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
      const { urgency } = reasonsFor(knowledge, answers, []).sensitivity;
      const { level } = assess(knowledge, answers).triage;
      const enough = knowledge.findings
        .filter(
          ({ id, kind }) =>
            kind !== 'context' && kind !== 'red-flag' && ![undefined, UNSURE].includes(answers[id]),
        )
        .some(({ id, states }) =>
          states.some((state) => assess(knowledge, { ...answers, [id]: state.id }).triage.level !== level),
        );
      if (enough) expect(urgency?.changes.length).toBe(1);
    }),
    { numRuns: 100 },
  );
});

test('answers that were given as not sure are not thought of differently', () => {
  fc.assert(
    fc.property(knowledgeAndAnswers, ({ knowledge, answers }) => {
      const { urgency, leader } = reasonsFor(knowledge, answers, []).sensitivity;
      for (const { finding, given } of [...(urgency?.changes ?? []), ...(leader?.changes ?? [])]) {
        expect(answers[finding.id]).toBe(given.id);
      }
    }),
    { numRuns: 100 },
  );
});

test('how to take back a danger sign is not told to the runner', async () => {
  const loaded = await readKnowledgeKept();
  if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
  const answers = { 'one-leg-swelling': 'yes', 'worst-place': 'mid-thigh', limp: 'yes' };
  const { triage } = assess(loaded.value, answers);
  const { sensitivity } = reasonsFor(loaded.value, answers, []);
  expect(triage.floor).toBe('same-day');
  expect(sensitivity.urgency?.changes.map(({ finding }) => finding.id)).toEqual(['one-leg-swelling']);
  expect(sensitivityLines(loaded.value, triage, sensitivity)[0]).toBe(
    'How urgent this is rests on a sign that you named. No other answer makes it less urgent.',
  );
});
