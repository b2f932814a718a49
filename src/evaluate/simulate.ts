// Interviews with made-up runners: are the probabilities calibrated, is the advice right, what does it cost in questions?
// Every runner has a seed of its own, made from the seed of the run and the runner's number, so that a run can be cut
// into pieces (threads) without changing a single runner, and any runner can be drawn again alone.

import {
  beliefOf,
  type Conversation,
  conditionProbabilities,
  converse,
  floorOf,
  networkOf,
  type StepOptions,
  triageOf,
  withSuspicion,
} from '../assess/index.ts';
import { evaluate, type KnowledgeBase } from '../knowledge/index.ts';
import {
  brierScore,
  type CalibrationBin,
  calibrationError,
  calibrationTable,
  type Forecast,
  quantile,
  type Random,
  type Rate,
  randomFrom,
  rateOf,
} from '../probability/index.ts';
import { type Answers, isMoreUrgent, mostUrgent, type TriageLevel } from '../vocabulary/index.ts';
import { drawRunner, type Generator, type MadeUpRunner } from './made-up-runner.ts';

/** A seed for runner number `index` (SplitMix's mixing, so that neighbours have nothing in common). */
export function seedOf(seed: number, index: number): number {
  let z = (Math.imul(seed, 0x9e3779b1) + Math.imul(index + 1, 0x85ebca77)) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/** What came of one interview. */
export interface RunnerResult {
  /** How urgent the causes are. */
  readonly needs: TriageLevel;
  /** The right advice for whom everything is known: what the causes need, or a red flag asks for, whichever is higher. */
  readonly right: TriageLevel;
  readonly advised: TriageLevel;
  /** Probability of the leading cause. */
  readonly leading: number;
  /** Place of the first cause that is present, from 0. */
  readonly place: number;
  /** The same by the model alone, before red flags raise what they suspect. */
  readonly model: { readonly leading: number; readonly place: number };
  /** A red flag for emergency or same-day care would have fired, and the interview ended below it. */
  readonly flagMissed: boolean;
  readonly questions: number;
  /** Effort of those questions; seconds. */
  readonly seconds: number;
  readonly because: Conversation['because'];
}

/** Draws runner number `index` and interviews them. */
export function interviewRunner(
  knowledge: KnowledgeBase,
  drawn: KnowledgeBase,
  generator: Generator,
  seed: number,
  options: StepOptions = {},
): RunnerResult {
  const runner = drawRunner(drawn, { ...generator, answered: 1 }, randomFrom(seed));
  const { answers, asked, because } = converse(
    knowledge,
    (finding) => runner.answers[finding.id] ?? '',
    options,
  );
  const questions = asked.filter(({ id }) => !knowledge.first.includes(id));
  return {
    ...judged(knowledge, runner, answers),
    questions: questions.length,
    seconds: questions.reduce((sum, finding) => sum + finding.effort, 0),
    because,
  };
}

/** What would be said to the runner on these answers, beside what is true of them. */
export function judged(
  knowledge: KnowledgeBase,
  runner: MadeUpRunner,
  answers: Answers,
): Omit<RunnerResult, 'questions' | 'seconds' | 'because'> {
  const network = networkOf(knowledge);
  const belief = beliefOf(network, answers);
  const { posterior } = withSuspicion(network, answers, belief);
  const flagged = floorOf(knowledge, askedOut(knowledge, runner.answers));
  return {
    needs: runner.needs,
    right: mostUrgent([runner.needs, flagged]),
    advised: triageOf(network, answers, posterior).level,
    ...placed(conditionProbabilities(network, posterior), knowledge, runner),
    model: placed(conditionProbabilities(network, belief.posterior), knowledge, runner),
    flagMissed: !isMoreUrgent('same-day', flagged) && isMoreUrgent(flagged, floorOf(knowledge, answers)),
  };
}

function placed(probabilities: Float64Array, { conditions }: KnowledgeBase, runner: MadeUpRunner) {
  const best = Math.max(
    ...probabilities.filter((_, at) => runner.conditions.includes(conditions[at]?.id ?? '')),
  );
  return { leading: Math.max(...probabilities), place: probabilities.filter((p) => p > best).length };
}

/** Everything that could be asked of a runner without a self-test: what red flags go by. */
function askedOut(knowledge: KnowledgeBase, answers: Answers): Answers {
  return Object.fromEntries(
    knowledge.findings.flatMap(({ id, kind, asksWhen }) => {
      const answer = answers[id];
      if (answer === undefined || kind === 'self-test') return [];
      return asksWhen && evaluate(asksWhen, answers) !== 'true' ? [] : [[id, answer] as const];
    }),
  );
}

export interface InterviewScores {
  readonly runners: number;
  readonly top1: Rate;
  readonly top3: Rate;
  /** Advised is right, for whom everything is known. */
  readonly rightAction: Rate;
  /** Advised less than the causes need. */
  readonly underTriage: Rate;
  /** Advised less than the causes need, and they need a clinician within days or sooner. */
  readonly dangerous: Rate;
  /** Advised less than right: less than a cause needs, or than a red flag would have asked for. */
  readonly belowRight: Rate;
  readonly aboveRight: Rate;
  /** Right is emergency or same-day by a red flag or a cause, and so it was advised. */
  readonly urgentCaught: Rate;
  /** Runners whose urgent red flag was never asked about. */
  readonly flagsMissed: number;
  /** Of the forecast "the leading cause is present". */
  readonly ece: number;
  /** The same before red flags raise what they suspect, which is above the model's own figure on purpose. */
  readonly eceOfModel: number;
  readonly brier: number;
  readonly calibration: readonly CalibrationBin[];
  readonly questions: { readonly mean: number; readonly median: number; readonly p90: number };
  /** Mean effort of the questions; seconds. */
  readonly seconds: number;
  readonly stops: Readonly<Record<Conversation['because'], number>>;
}

/** Scores the results of a run; the same results in the same order give the same figures. */
export function scoresOfRunners(results: readonly RunnerResult[]): InterviewScores {
  const share = (
    holds: (one: RunnerResult) => boolean,
    among: (one: RunnerResult) => boolean = () => true,
  ) => {
    const from = results.filter(among);
    return rateOf(from.filter(holds).length, from.length);
  };
  const mean = (of: (one: RunnerResult) => number) =>
    results.reduce((sum, one) => sum + of(one), 0) / results.length;
  const forecasts = results.map(
    ({ leading, place }): Forecast => ({ probability: leading, happened: place === 0 }),
  );
  const calibration = calibrationTable(forecasts);
  const questions = results.map((one) => one.questions);
  const stops = { emergency: 0, settled: 0, enough: 0 };
  for (const { because } of results) stops[because]++;
  return {
    runners: results.length,
    top1: share(({ place }) => place === 0),
    top3: share(({ place }) => place < 3),
    rightAction: share(({ advised, right }) => advised === right),
    underTriage: share(({ advised, needs }) => isMoreUrgent(needs, advised)),
    dangerous: share(({ advised, needs }) => isMoreUrgent(needs, advised) && isMoreUrgent(needs, 'routine')),
    belowRight: share(({ advised, right }) => isMoreUrgent(right, advised)),
    aboveRight: share(({ advised, right }) => isMoreUrgent(advised, right)),
    urgentCaught: share(
      ({ advised }) => !isMoreUrgent('same-day', advised),
      ({ right }) => !isMoreUrgent('same-day', right),
    ),
    flagsMissed: results.filter((one) => one.flagMissed).length,
    ece: calibrationError(calibration),
    eceOfModel: calibrationError(
      calibrationTable(
        results.map(({ model }) => ({ probability: model.leading, happened: model.place === 0 })),
      ),
    ),
    brier: brierScore(forecasts),
    calibration,
    questions: {
      mean: mean((one) => one.questions),
      median: quantile(questions, 0.5),
      p90: quantile(questions, 0.9),
    },
    seconds: mean((one) => one.seconds),
    stops,
  };
}

export interface SimulationScores {
  readonly runners: number;
  readonly top1: Rate;
  readonly top3: Rate;
  /** Of the forecast "the leading cause is present". */
  readonly ece: number;
  /** The same before red flags raise what they suspect, which is above the model's own figure on purpose. */
  readonly eceOfModel: number;
  readonly brier: number;
  readonly calibration: readonly CalibrationBin[];
}

/** Assesses made-up runners, all their answers at once. */
export function simulate(
  knowledge: KnowledgeBase,
  drawn: KnowledgeBase,
  generator: Generator,
  runners: number,
  random: Random,
): SimulationScores {
  const forecasts: Forecast[] = [];
  const ofModel: Forecast[] = [];
  let first = 0;
  let third = 0;
  for (let count = 0; count < runners; count++) {
    const runner = drawRunner(drawn, generator, random);
    const { leading, place, model } = judged(knowledge, runner, runner.answers);
    if (place === 0) first++;
    if (place < 3) third++;
    forecasts.push({ probability: leading, happened: place === 0 });
    ofModel.push({ probability: model.leading, happened: model.place === 0 });
  }
  const calibration = calibrationTable(forecasts);
  return {
    runners,
    top1: rateOf(first, runners),
    top3: rateOf(third, runners),
    ece: calibrationError(calibration),
    eceOfModel: calibrationError(calibrationTable(ofModel)),
    brier: brierScore(forecasts),
    calibration,
  };
}
