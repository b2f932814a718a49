export type { CareAdvice, GivenAdvice, Withheld } from './advice.ts';
export {
  type AnswerRefusal,
  type Assessment,
  assess,
  type Candidate,
  careFor,
  checkAnswers,
  type Reasons,
  reasonsFor,
  type Stability,
  type Standing,
  standing,
  urgencyAndCauses,
} from './assess.ts';
export type { Evidence, Explanation, Pivot } from './explain.ts';
export { type Conversation, converse, type Interview, interview, type Oracle } from './interview.ts';
export { chancesOf, informationBits, type Joint, jointOf } from './joint.ts';
export { type Losses, lossesOf, lossMatrix, lossOf } from './loss.ts';
export { networkOf, shownBy } from './network.ts';
export { type NextStep, OWN_RULE, type Rule, type StepOptions, type StopReason } from './next-step.ts';
export { type Outcome, outcomeOf } from './outcome.ts';
export { type Possible, possibleCauses } from './possible.ts';
export { beliefOf, conditionProbabilities } from './posterior.ts';
export { type Moment, momentOf, type QuestionValue, valuesOf } from './question-value.ts';
export { gateRestrictions, type Restriction } from './restrictions.ts';
export { type OtherAnswer, type Sensitivity, sensitivityOf } from './sensitivity.ts';
export { fittingSpots } from './spots.ts';
export { withSuspicion } from './suspicion.ts';
export { floorOf, safetyQuestions, type Triage, triageOf } from './triage.ts';
export { type Range, uncertaintyOf } from './uncertainty.ts';
export { type AssessWords, assessEnglish } from './words/en.ts';
export { assessFrench } from './words/fr.ts';
