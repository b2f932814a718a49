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
import { firstAidIsMarked, oppositesSettle, questionsOpenInOrder } from './check-first-aid.ts';
import { formulasSpeakOfKnownStates } from './check-formulas.ts';
import { advicesCanBeGiven, gatesAreWhole, sparedOnTrust } from './check-gates.ts';
import { prognosisIsSound } from './check-prognosis.ts';
import { recoveryIsSound } from './check-recovery.ts';
import type { ShapedKnowledge } from './check-shape.ts';
import { reviewsAreSigned, sourcesAreUsed, sourcesExist } from './check-sources.ts';
import { trainingIsSound } from './check-training.ts';
import { questionsArePlain } from './check-wording.ts';

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
  questionsArePlain,
  screensHoldTickBoxes,
  levelsAndPlacesAreComplete,
  firstAidIsMarked,
  oppositesSettle,
  questionsOpenInOrder,
  reviewsAreSigned,
  gatesAreWhole,
  sparedOnTrust,
  advicesCanBeGiven,
  recoveryIsSound,
  prognosisIsSound,
  trainingIsSound,
];

/** Applies every rule across files. */
export function checkMeaning(knowledge: ShapedKnowledge): readonly Mistake[] {
  return RULES.flatMap((rule) => rule(knowledge));
}
