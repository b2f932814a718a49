export { type Case, type CaseMistake, CaseSchema, parseCases } from './case.ts';
export { leadingPairs, type Pair, type Separation, separationsOf } from './likelihood-ratios.ts';
export {
  type Comparison,
  type EvaluateOptions,
  evaluateCases,
  type Miss,
  type ModeScores,
  type Outcome,
  type Outcomes,
  playCases,
  type Scores,
  scoresOf,
} from './score.ts';
export {
  drawRunner,
  type Generator,
  type MadeUpRunner,
  moved,
  PERTURBED,
  SELF_CONSISTENT,
  type SimulationScores,
  simulate,
} from './simulate.ts';
