export {
  ACTION_NAMES,
  ACTIONS,
  type Action,
  isAction,
  isGroup,
  type Measure,
  measureAndWider,
  RESTRICTABLE,
} from './actions.ts';
export type { AuthoredSource } from './authored.ts';
export {
  BODY_REGIONS,
  type BodyRegion,
  type DrawnPosition,
  type ExerciseFigure,
  type ExercisePosition,
  type Figure,
  type Limb,
  type Mark,
  PLACES_ON_FIGURE,
  type PlaceOnFigure,
  type Pose,
  type Position,
  type Reach,
  THINGS,
  type Thing,
} from './authored-drawing.ts';
export type { AuthoredFile, FileKind, Mistake } from './authored-files.ts';
export { FILE_KINDS } from './authored-files.ts';
export { type AuthoredGuide, GUIDE_PARTS, type GuidePart, VERDICTS, type Verdict } from './authored-guide.ts';
export { AREAS, type Area } from './authored-language.ts';
export {
  CLEARANCES,
  type ClearanceKind,
  COLOURS,
  type Colour,
  DAY_FIGURES,
  DAY_RULES,
  type DayFigure,
  type DayRule,
  DOSE_NUMBERS,
  GOALS,
  type Goal,
} from './authored-recovery.ts';
export { GRACE_DAYS } from './check-guide.ts';
export { redFlagsAreTried, type TriedAnswers } from './check-red-flags.ts';
export { SCHEMAS } from './check-shape.ts';
export { canonicalJson } from './compile.ts';
export {
  all,
  any,
  canBecome,
  evaluate,
  type Formula,
  findingsIn,
  hangsOn,
  openFindings,
  type Truth,
} from './formula.ts';
export type {
  Claim,
  ClaimId,
  GetHelp,
  GuideKnowledge,
  GuidePageFacts,
  GuidePageId,
  GuideText,
} from './guide.ts';
export { BLOCK_MARK, CLAIM_MARK, claimsNamedIn, PLACES_FINDING, proseOf } from './guide-marks.ts';
export {
  type Advice,
  type Basis,
  type Condition,
  conditionById,
  type Finding,
  type FirstAidLine,
  type Forbids,
  findingById,
  type Gate,
  type GateEffect,
  type KnowledgeBase,
  type LevelText,
  type Likelihood,
  type Model,
  type Opposite,
  type Pairing,
  type Parameter,
  type Place,
  type Presentation,
  type RedFlag,
  type Screen,
  type SelfTest,
  type SourcedText,
  type State,
} from './knowledge-base.ts';
export { formatMistake, loadKnowledge } from './load.ts';
export { type LoadedGuide, loadGuide } from './load-guide.ts';
export { type Notes, withNotes, withoutNotes } from './notes.ts';
export {
  type CauseOutlook,
  DAY_SEVEN,
  type DaySeven,
  ENDPOINTS,
  type Endpoint,
  type ForecastModel,
  LEVELS_OF_SPORT,
  type LevelOfSport,
  type Prognosis,
  type PrognosisRow,
  type RowStatus,
  type Study,
} from './prognosis.ts';
export {
  type CareKit,
  type CheckInMeasure,
  type ClearanceGate,
  type ClearanceMeaning,
  type Comparison,
  type Criterion,
  type Dose,
  type Exercise,
  type ExerciseId,
  exerciseById,
  type Kit,
  type Ladder,
  type LadderStep,
  type LeftOut,
  type Limit,
  type MeasureId,
  NO_RECOVERY,
  type Plan,
  type RecoveryKnowledge,
  type ScreenItem,
  type Span,
  type Stage,
  type Variant,
} from './recovery-knowledge.ts';
export { textsOf, withTexts } from './texts.ts';
export type {
  Band,
  BeliefVerdict,
  LoadBelief,
  LoadMeasure,
  MeasureText,
  PreventionDose,
  PreventionPart,
  Support,
  TrainingFigure,
  TrainingKnowledge,
  TrainingRule,
  TrainingRuleText,
} from './training-knowledge.ts';
export {
  loadTranslations,
  type Progress,
  type Texts,
  translated,
  translationsFit,
  withKeys,
  withoutKeys,
} from './translations.ts';
