export { type Case, type CaseMistake, CaseSchema, parseCases } from './case.ts';
export {
  type EvaluateOptions,
  evaluateCases,
  type Miss,
  type ModeScores,
  type Outcome,
  type Scores,
} from './score.ts';
export {
  type ForecastMiss,
  type ForecastScores,
  type RangeScores,
  scoredRows,
  scoreForecast,
} from './score-forecast.ts';
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
