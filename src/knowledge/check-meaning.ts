// The second half of checking: what only shows when all files are seen together. One function per rule; each returns
// every breach it finds, so that an author mends a file once.

import type { Mistake } from './authored-files.ts';
import {
  contextIsKnown,
  distributionsAddUp,
  linksLeadToConditions,
  presentationsAreWhole,
  seriousConditionsCannotBeArguedAway,
} from './check-conditions.ts';
import {
  findingsAreWellFormed,
  findingsMatter,
  levelsAndPlacesAreComplete,
  screensHoldTickBoxes,
} from './check-findings.ts';
import { formulasSpeakOfKnownStates } from './check-formulas.ts';
import { prognosisIsSound } from './check-prognosis.ts';
import type { ShapedKnowledge } from './check-shape.ts';
import { reviewsAreSigned, sourcesAreUsed, sourcesExist } from './check-sources.ts';

type Rule = (knowledge: ShapedKnowledge) => readonly Mistake[];

const RULES: readonly Rule[] = [
  sourcesExist,
  sourcesAreUsed,
  distributionsAddUp,
  formulasSpeakOfKnownStates,
  presentationsAreWhole,
  seriousConditionsCannotBeArguedAway,
  contextIsKnown,
  linksLeadToConditions,
  findingsMatter,
  findingsAreWellFormed,
  screensHoldTickBoxes,
  levelsAndPlacesAreComplete,
  reviewsAreSigned,
  prognosisIsSound,
];

/** Applies every rule across files. */
export function checkMeaning(knowledge: ShapedKnowledge): readonly Mistake[] {
  return RULES.flatMap((rule) => rule(knowledge));
}
