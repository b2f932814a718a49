export type { CareAdvice, Withheld } from './advice.ts';
export {
  type AnswerRefusal,
  type Assessment,
  type AssessOptions,
  assess,
  type Candidate,
  checkAnswers,
  type Reasons,
  reasonsFor,
  type Stability,
} from './assess.ts';
export type { Evidence, Explanation, Pivot } from './explain.ts';
export { type Interview, interview, type Oracle } from './interview.ts';
export { networkOf, shownBy } from './network.ts';
export type { NextStep, StopReason } from './next-step.ts';
export { type Outcome, outcomeOf } from './outcome.ts';
export { type Possible, possibleCauses } from './possible.ts';
export { safetyQuestions, type Triage } from './triage.ts';
export type { Range } from './uncertainty.ts';
