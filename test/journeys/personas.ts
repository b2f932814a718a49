// Four runners. What a persona does not say is "no", or "not sure" where there is no "no".

import { interview } from '../../src/assess/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import type { Answers } from '../../src/vocabulary/index.ts';
import type { Persona } from './browser.ts';

/** A hamstring that tore in a sprint. */
export const SPRINTER: Persona = {
  age: '25-to-39',
  sex: 'male',
  'kind-of-running': 'sprint-or-field',
  onset: 'sudden',
  mechanism: 'sprinting',
  pop: 'yes',
  bruise: 'large',
  'had-to-stop': 'yes',
  limp: 'yes',
  duration: 'under-2-weeks',
  course: 'improving',
  'worst-place': 'mid-thigh',
  'faster-worse': 'yes',
  'past-hamstring-injury': 'yes',
  'test-heel-pull': 'weak',
  'test-leg-raise': 'thigh-pain',
  'test-press': 'muscle',
};

/** A nerve of the low back that hurts on sitting. */
export const DESK_WORKER: Persona = {
  age: '40-to-49',
  sex: 'female',
  'kind-of-running': 'distance',
  onset: 'gradual',
  mechanism: 'long-sitting',
  bruise: 'none',
  duration: 'under-6-weeks',
  course: 'same',
  'worst-place': 'upper-buttock',
  'back-pain': 'yes',
  'spreads-below-knee': 'yes',
  'tingling-numbness': 'yes',
  'sitting-pain': 'yes',
  'cough-sneeze': 'yes',
  'test-slump': 'yes',
  'test-leg-raise': 'shoots-below-knee',
  'test-heel-pull': 'normal',
  'test-press': 'neither',
  'test-calf-measure': 'under-1cm',
};

/** Nerves at the end of the spine are squeezed. */
export const EMERGENCY: Persona = { 'saddle-numbness': 'yes' };

/** A calf that swelled after a flight. */
export const AFTER_A_FLIGHT: Persona = {
  age: '40-to-49',
  sex: 'female',
  'one-leg-swelling': 'yes',
  'long-trip': 'yes',
  'kind-of-running': 'distance',
  onset: 'gradual',
  mechanism: 'nothing',
  bruise: 'none',
  duration: 'under-3-days',
  course: 'worse',
  'worst-place': 'calf-or-below',
  'test-calf-measure': '3cm-or-more',
};

/** All that a persona answers up to the end of the interview, without a browser. */
export function everythingSaid(knowledge: KnowledgeBase, persona: Persona): Answers {
  return interview(knowledge, ({ id, states }) => {
    const said = persona[id] ?? 'no';
    return states.some((state) => state.id === said) ? said : 'unsure';
  }).answers;
}
