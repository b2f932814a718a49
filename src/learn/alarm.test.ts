// What rings and what does not. The texts are written by us, none is from a real person; how often the bell misses or rings in
// vain among real comments is not known.

import { beforeAll, describe, expect, test } from 'vitest';
import { realKnowledge } from '../../test/in-process.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { ALARMS, alarmsIn } from './index.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

test.each(ALARMS.map(({ flag }) => flag))('%s is a red flag that cannot wait', (id) => {
  expect(['emergency', 'same-day']).toContain(knowledge.redFlags.find((flag) => flag.id === id)?.level);
});

describe('rings', () => {
  test.each([
    ['saddle-or-bladder', "I can't pee since last night and my back hurts"],
    ['saddle-or-bladder', 'i cant pee'],
    ['saddle-or-bladder', 'I can’t pee!!'],
    ['saddle-or-bladder', 'I CANNOT PASS WATER'],
    ['saddle-or-bladder', 'I have trouble peeing since the fall.'],
    ['saddle-or-bladder', 'I feel numb between my legs'],
    ['saddle-or-bladder', 'My crotch is completely numb.'],
    ['saddle-or-bladder', 'yesterday I wet myself on the run'],
    ['saddle-or-bladder', 'I lost control of my bladder'],
    ['saddle-or-bladder', 'Je ne peux plus uriner depuis hier'],
    ['saddle-or-bladder', "Je n'arrive pas à faire pipi"],
    ['saddle-or-bladder', "Je suis engourdi à l'entrejambe"],
    ['saddle-or-bladder', "J'ai perdu le contrôle de ma vessie"],
    ['chest-symptoms-with-leg-pain', 'My leg is sore and I have chest pain.'],
    ['chest-symptoms-with-leg-pain', 'tight chest? my chest hurts'],
    ['chest-symptoms-with-leg-pain', "I can't breathe well"],
    ['chest-symptoms-with-leg-pain', 'I am coughing up blood'],
    ['chest-symptoms-with-leg-pain', 'J’ai une douleur à la poitrine'],
    ['chest-symptoms-with-leg-pain', "J'ai du mal à respirer"],
    ['chest-symptoms-with-leg-pain', 'je suis essoufflée au repos'],
    ['confused-or-collapsed', 'my friend collapsed after the race'],
    ['confused-or-collapsed', 'Mon ami a perdu connaissance'],
    ['dark-urine-after-effort', 'My urine is dark brown since the marathon'],
    ['dark-urine-after-effort', 'cola coloured pee? I had brown pee'],
    ['dark-urine-after-effort', 'Mon urine est très foncée'],
    ['cold-pale-numb-leg', 'my foot turned blue'],
    ['cold-pale-numb-leg', 'Mon pied est tout blanc'],
    ['sepsis-signs', 'could it be sepsis'],
    ['unsafe-now', 'I want to die, I cannot run any more'],
    ['unsafe-now', 'Je veux mourir'],
    ['unsafe-now', 'I took too many painkillers'],
  ])('%s: %s', (flag, text) => {
    expect(alarmsIn(text)).toContain(flag);
  });

  test('also for a fear and for a denial: once too often costs a glance', () => {
    expect(alarmsIn('I have no chest pain, only the leg.')).toEqual(['chest-symptoms-with-leg-pain']);
  });
});

describe('does not ring', () => {
  test.each([
    'Bridges helped me more than stretching.',
    'I peed before the race and ran well.',
    'My hamstring is numb with cold after the ice.',
    'Can I run with a dark bruise on my thigh?',
    'I could not run for two weeks.',
    'Does the saddle height of my bike matter?',
    'I open my chest when I run uphill.',
    'I was out of breath on the hill, as always.',
    'L’article m’a beaucoup aidé, merci.',
    'Je cours avec une selle de vélo confortable.',
    'My white shoes are great.',
    'The control group of the study was small.',
  ])('%s', (text) => {
    expect(alarmsIn(text)).toEqual([]);
  });
});
