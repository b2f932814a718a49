export {
  type Answer,
  type Answers,
  type ConditionId,
  type FindingId,
  isAsked,
  knownState,
  type SourceKey,
  type StateId,
  UNSURE,
} from './answers.ts';
export {
  addDays,
  dateInZone,
  dateOfDay,
  datesFrom,
  dayOf,
  daysBetween,
  isLocalDate,
  isTimeOfDay,
  type LocalDate,
  weekdayOf,
} from './calendar.ts';
export { CERTAINTIES, type Certainty } from './certainty.ts';
export { DEFAULT_LANGUAGE, isLanguage, LANGUAGES, type Language, languageLiked } from './language.ts';
export { ok, type Result, refuse } from './result.ts';
export { isSide, SIDES, type Side, type Spot, type Spots } from './spots.ts';
export {
  compareUrgency,
  isMoreUrgent,
  isTriageLevel,
  mostUrgent,
  TRIAGE_LEVELS,
  type TriageLevel,
} from './triage-level.ts';
export {
  DISTANCE_UNITS,
  type DistanceUnit,
  isDistanceUnit,
  METRES_IN,
  METRES_IN_FOOT,
  unitLiked,
} from './units.ts';
