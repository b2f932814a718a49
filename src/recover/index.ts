export {
  answersToday,
  type Forbidden,
  forbiddenToday,
  plansFor,
  type Reason,
  reasonsAgainst,
} from './allowed.ts';
export { measuresToAsk } from './asked.ts';
export { type Course, courseOf } from './course.ts';
export { DECISIONS, type Decision, type DecisionKind, type Setting } from './decision.ts';
export { doseInWords } from './dose-words.ts';
export { factsOfLog } from './facts-of-log.ts';
export {
  type Forecast,
  type ForecastRefusal,
  forecaster,
  type LogNormal,
  personOf,
  type Range,
  type ReturnForecast,
  rangesOf,
} from './forecast.ts';
export type { ForecastFacts } from './forecast-facts.ts';
export { forecastSentences, refusalSentence } from './forecast-words.ts';
export { judge, judgeAtOnce, type Verdict } from './judge.ts';
export {
  type Clearance,
  type Day,
  dayAt,
  EMPTY_DAY,
  type Log,
  latestValue,
  mergeDays,
  morningRise,
  type ScreenAnswer,
  type UrgentResult,
  weekRise,
} from './log.ts';
export {
  earliestReturn,
  type LockedPlan,
  type NoPlan,
  type OpenPlan,
  type PlanView,
  planFor,
  questionOf,
  sessionsFor,
  type Withheld,
} from './plan.ts';
export { lnMedianOf, type Pooled, type Profile, poolStudies } from './pool-studies.ts';
export {
  type Level,
  leastDaysTo,
  mostDays,
  type Route,
  type RouteStage,
  routeFor,
  variantFor,
} from './route.ts';
export type { Belief, Opener, PossibleCause, Runner } from './runner.ts';
export { exerciseDays, type Offer, runDays, type Session, type SessionItem, weekdaysOf } from './sessions.ts';
export { type Lock, levelOf, type Standing } from './standing.ts';
export { type Supplies, type Supply, suppliesFor } from './supplies.ts';
export { type RecoverWords, recoverEnglish } from './words/en.ts';
export { recoverFrench } from './words/fr.ts';
