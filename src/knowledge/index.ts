export type { Action, AuthoredSource } from './authored.ts';
export { ACTIONS } from './authored.ts';
export type { AuthoredFile, FileKind, Mistake } from './authored-files.ts';
export { FILE_KINDS } from './authored-files.ts';
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
export { SCHEMAS } from './check-shape.ts';
export { canonicalJson } from './compile.ts';
export {
  all,
  any,
  canBecome,
  evaluate,
  type Formula,
  findingsIn,
  openFindings,
  type Truth,
} from './formula.ts';
export {
  type Advice,
  type Basis,
  type Condition,
  conditionById,
  type Finding,
  type Forbids,
  findingById,
  type KnowledgeBase,
  type LevelText,
  type Likelihood,
  type Model,
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
export {
  type ClearanceMeaning,
  type Comparison,
  type Criterion,
  type Dose,
  type Exercise,
  type ExerciseId,
  exerciseById,
  type Gate,
  type Kit,
  type Ladder,
  type LadderStep,
  type LeftOut,
  type Limit,
  type Measure,
  type MeasureId,
  NO_RECOVERY,
  type Plan,
  type RecoveryKnowledge,
  type ScreenItem,
  type Span,
  type Stage,
  type Variant,
} from './recovery-knowledge.ts';
