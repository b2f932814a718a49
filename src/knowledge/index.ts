export type { Action, AuthoredSource } from './authored.ts';
export { ACTIONS } from './authored.ts';
export type { AuthoredFile, FileKind, Mistake } from './authored-files.ts';
export { FILE_KINDS } from './authored-files.ts';
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
