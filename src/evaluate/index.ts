export { type Case, type CaseMistake, CaseSchema, parseCases } from './case.ts';
export { leadingPairs, type Pair, type Separation, separationsOf } from './likelihood-ratios.ts';
export {
  drawRunner,
  type Generator,
  type MadeUpRunner,
  MERGED,
  moved,
  PERTURBED,
  SELF_CONSISTENT,
} from './made-up-runner.ts';
export { lostPaths, type Path, pathsTo } from './paths.ts';
export { ALWAYS, by, inOrder, PLAIN_STOP, type RivalName, rivals, twoSteps } from './rivals.ts';
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
  type ForecastMiss,
  type ForecastScores,
  type RangeScores,
  scoredRows,
  scoreForecast,
} from './score-forecast.ts';
export {
  type InterviewScores,
  interviewRunner,
  judged,
  type RunnerResult,
  type SimulationScores,
  scoresOfRunners,
  seedOf,
  simulate,
} from './simulate.ts';
