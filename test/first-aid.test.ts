// Two red flags at once, over the real knowledge: what the runner gets to read never contradicts itself, and what is not
// known to be safe is not shown. `npm run prove` says the same for all answers; here it can be read.

import { describe, expect, test } from 'vitest';
import { outcomeOf, safetyQuestions } from '../src/assess/index.ts';
import type { Answers } from '../src/vocabulary/index.ts';

import { realKnowledge } from './in-process.ts';

const knowledge = await realKnowledge();
const outcome = (answers: Answers) => outcomeOf(knowledge, answers);
const firstAid = (answers: Answers) =>
  Object.values(outcome(answers).reasons.care.firstAid).flat().join('\n');

describe('first aid', () => {
  test.each([
    ['keep sipping', 'Sip to thirst', { 'dark-urine': 'yes' }, { 'confusion-or-collapse': 'yes' }],
    ['keep sipping', 'Sip to thirst', { 'dark-urine': 'yes' }, { 'blocked-gut': 'yes' }],
    ['walk', 'Keep walking', { 'one-leg-swelling': 'yes' }, { 'cannot-bear-weight': 'yes' }],
    ['lie down', 'Lie with the leg flat', { 'cold-pale-leg': 'yes' }, { 'chest-symptoms': 'yes' }],
    [
      'unwrap a heavy bleed',
      'Take off every bandage',
      { 'tense-growing-pain': 'yes' },
      { 'broken-or-bleeding': 'yes' },
    ],
    [
      'level a broken leg',
      'Keep the leg level',
      { 'tense-growing-pain': 'yes' },
      { 'broken-or-bleeding': 'yes' },
    ],
    [
      'go on with the statin',
      'Do not stop the statin',
      { statin: 'yes', 'both-sides': 'yes', 'cannot-do-stairs': 'no', onset: 'gradual' },
      { 'new-leg-weakness': 'yes' },
    ],
  ] as const)('says "%s" alone, and not beside its opposite', (_what, line, alone, beside) => {
    expect(firstAid(alone)).toContain(line);
    expect(firstAid({ ...alone, ...beside })).not.toContain(line);
  });

  test('a sign that is not sure holds back what it would forbid, without saying anything itself', () => {
    const { reasons } = outcome({ 'dark-urine': 'yes', 'blocked-gut': 'unsure' });
    expect(reasons.care.firstAid['dark-urine-after-effort']?.join()).not.toContain('Sip to thirst');
    expect(reasons.care.firstAid['trapped-hernia-signs']).toBeUndefined();
  });

  test('cooling is said whatever else has fired', () => {
    const yes = knowledge.screens[0]?.findings.map((id) => [id, 'yes'] as const) ?? [];
    expect(firstAid(Object.fromEntries(yes))).toContain('cool it at once');
  });
});

describe('advice', () => {
  test('is held back by a red flag that hangs on "not sure", even one that would not make it more urgent', () => {
    const { assessment } = outcome({ 'heat-or-overdrinking': 'unsure', duration: 'under-3-days' });
    expect(assessment.triage.uncleared.map(({ id }) => id)).toContain('drank-more-than-thirst');
    expect(assessment.triage.doubtful.map(({ id }) => id)).not.toContain('drank-more-than-thirst');
  });
});

describe('a question that another one opens', () => {
  test('is led to: what opens it is a safety question too', () => {
    const open = ['behind-knee-lump', 'worst-place'];
    const denied = knowledge.findings.filter(({ id, selfTest }) => !selfTest && !open.includes(id));
    const answers = Object.fromEntries(denied.map(({ id, states }) => [id, states[0]?.id ?? 'unsure']));
    const openNow = (given: Answers) => [...safetyQuestions(knowledge, given, 'self-care')];
    expect(openNow(answers)).toContain('worst-place');
    expect(openNow({ ...answers, 'worst-place': 'behind-knee' })).toContain('behind-knee-lump');
    expect(openNow({ ...answers, 'worst-place': 'mid-thigh' })).not.toContain('behind-knee-lump');
  });

  test('leaves its flag in doubt when what opens it was answered "not sure"', () => {
    const answers = { statin: 'yes', 'new-leg-weakness': 'no', fever: 'no', 'both-sides': 'unsure' };
    expect(outcome(answers).assessment.triage.doubtful.map(({ id }) => id)).toContain('statin-with-weakness');
  });
});
