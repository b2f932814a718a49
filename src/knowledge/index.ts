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
  type Figure,
  type Limb,
  type Mark,
  PLACES_ON_FIGURE,
  type PlaceOnFigure,
  type Position,
  type Reach,
  type Thing,
} from './authored-drawing.ts';
export type { AuthoredFile, FileKind, Mistake } from './authored-files.ts';
export { FILE_KINDS } from './authored-files.ts';
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
