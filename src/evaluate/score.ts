// How well the assessment does on cases, twice: with all answers of the record at once, and as an interview in which
// the engine asks and the record answers (`unsure` where it is silent; who needs help at once tells more while waiting, and
// the questions until then are what is counted). Causes are scored on the cases whose cause the knowledge covers, urgency
// on all.

import { type Assessment, assess, interview } from '../assess/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import {
  brierScore,
  type CalibrationBin,
  calibrationError,
  calibrationTable,
  type Forecast,
  quantile,
  type Rate,
  rateOf,
} from '../probability/index.ts';
import { isMoreUrgent, type TriageLevel, UNSURE } from '../vocabulary/index.ts';
import type { Case } from './case.ts';

export interface Outcome {
  readonly case: Case;
  readonly triage: TriageLevel;
  /** Condition ids, most probable first, with their probabilities. */
  readonly differential: readonly { readonly id: string; readonly probability: number }[];
  readonly questions: number;
}

/** What came of each case, in the order of the cases. */
export interface Outcomes {
  readonly 'all-answers': readonly Outcome[];
  readonly interview: readonly Outcome[];
}

/** The cases that one mode gets right and the other does not. */
export interface Comparison {
  /** Right with all answers, not in the interview. */
  readonly lost: readonly string[];
  /** Right in the interview, not with all answers. */
  readonly won: readonly string[];
}

export interface Miss {
  readonly id: string;
  readonly expected: { readonly conditions: readonly string[]; readonly triage: TriageLevel };
  readonly got: { readonly conditions: readonly string[]; readonly triage: TriageLevel };
}

export interface ModeScores {
  readonly top1: Rate;
  readonly top3: Rate;
  readonly triageExact: Rate;
  readonly underTriage: Rate;
  readonly overTriage: Rate;
  /** Emergencies sent to emergency or same-day. */
  readonly emergenciesCaught: Rate;
  /** Of the forecast "the leading cause is the right one". */
  readonly brier: number;
  readonly ece: number;
  readonly calibration: readonly CalibrationBin[];
  readonly questions: { readonly median: number; readonly p90: number };
  readonly misses: readonly Miss[];
}

export interface Scores {
  readonly cases: number;
  readonly covered: number;
  readonly knowledge: string;
  readonly modes: { readonly 'all-answers': ModeScores; readonly interview: ModeScores };
  /** What asking costs against knowing everything, by what counts as right. */
  readonly asking: Readonly<Record<keyof typeof RIGHT, Comparison>>;
}

export interface EvaluateOptions {
  /** Limit of adaptive questions in the interview. */
  readonly maxQuestions?: number;
}

/** What counts as right. Measures of cause hold on covered cases only, that of emergencies on emergencies. */
const RIGHT = {
  top1: (outcome: Outcome) => isRightWithin(outcome, 1),
  top3: (outcome: Outcome) => isRightWithin(outcome, 3),
  triageExact: (outcome: Outcome) => outcome.triage === outcome.case.triage,
  notTooLow: (outcome: Outcome) => !isMoreUrgent(outcome.case.triage, outcome.triage),
  notTooHigh: (outcome: Outcome) => !isMoreUrgent(outcome.triage, outcome.case.triage),
  emergenciesCaught: (outcome: Outcome) =>
    outcome.case.triage !== 'emergency' || !isMoreUrgent('same-day', outcome.triage),
} as const;

/** Scores a list of cases in both modes. */
export function evaluateCases(
  knowledge: KnowledgeBase,
  cases: readonly Case[],
  options: EvaluateOptions = {},
): Scores {
  return scoresOf(knowledge, playCases(knowledge, cases, options));
}

/** Plays every case in both modes. */
export function playCases(
  knowledge: KnowledgeBase,
  cases: readonly Case[],
  options: EvaluateOptions = {},
): Outcomes {
  return {
    'all-answers': cases.map((one) => outcomeOf(one, assess(knowledge, one.answers), 0)),
    interview: cases.map((one) => {
      const { assessment, questions } = interview(knowledge, (finding) => one.answers[finding.id] ?? UNSURE, {
        ...options,
        afterEmergency: true,
      });
      return outcomeOf(one, assessment, questions);
    }),
  };
}

/** Scores what came of the cases. */
export function scoresOf(knowledge: KnowledgeBase, outcomes: Outcomes): Scores {
  const compare = (isRight: (outcome: Outcome) => boolean): Comparison => {
    const idsOf = (from: readonly Outcome[]) => from.filter(isRight).map((outcome) => outcome.case.id);
    const known = idsOf(outcomes['all-answers']);
    const asked = idsOf(outcomes.interview);
    return {
      lost: known.filter((id) => !asked.includes(id)),
      won: asked.filter((id) => !known.includes(id)),
    };
  };
  return {
    cases: outcomes['all-answers'].length,
    covered: outcomes['all-answers'].filter((outcome) => isCovered(outcome.case)).length,
    knowledge: `${knowledge.version}+${knowledge.hash.slice(0, 12)}`,
    modes: {
      'all-answers': modeScoresOf(outcomes['all-answers']),
      interview: modeScoresOf(outcomes.interview),
    },
    asking: {
      top1: compare(RIGHT.top1),
      top3: compare(RIGHT.top3),
      triageExact: compare(RIGHT.triageExact),
      notTooLow: compare(RIGHT.notTooLow),
      notTooHigh: compare(RIGHT.notTooHigh),
      emergenciesCaught: compare(RIGHT.emergenciesCaught),
    },
  };
}

function outcomeOf(one: Case, assessment: Assessment, questions: number): Outcome {
  return {
    case: one,
    triage: assessment.triage.level,
    differential: assessment.differential.map(({ condition, probability }) => ({
      id: condition.id,
      probability,
    })),
    questions,
  };
}

function isCovered(one: Case): boolean {
  return one.conditions.length > 0;
}

function isRightWithin(outcome: Outcome, places: number): boolean {
  return outcome.differential.slice(0, places).some(({ id }) => outcome.case.conditions.includes(id));
}

function modeScoresOf(outcomes: readonly Outcome[]): ModeScores {
  const covered = outcomes.filter((outcome) => isCovered(outcome.case));
  const emergencies = outcomes.filter((outcome) => outcome.case.triage === 'emergency');
  const share = (from: readonly Outcome[], holds: (outcome: Outcome) => boolean) =>
    rateOf(from.filter(holds).length, from.length);
  const forecasts = covered.map(
    (outcome): Forecast => ({
      probability: outcome.differential[0]?.probability ?? 0,
      happened: isRightWithin(outcome, 1),
    }),
  );
  const calibration = calibrationTable(forecasts);
  const questions = outcomes.map((outcome) => outcome.questions);
  return {
    top1: share(covered, RIGHT.top1),
    top3: share(covered, RIGHT.top3),
    triageExact: share(outcomes, RIGHT.triageExact),
    underTriage: share(outcomes, (outcome) => !RIGHT.notTooLow(outcome)),
    overTriage: share(outcomes, (outcome) => !RIGHT.notTooHigh(outcome)),
    emergenciesCaught: share(emergencies, RIGHT.emergenciesCaught),
    brier: brierScore(forecasts),
    ece: calibrationError(calibration),
    calibration,
    questions: { median: quantile(questions, 0.5), p90: quantile(questions, 0.9) },
    misses: outcomes
      .filter(
        (outcome) =>
          outcome.triage !== outcome.case.triage || (isCovered(outcome.case) && !isRightWithin(outcome, 3)),
      )
      .map((outcome) => ({
        id: outcome.case.id,
        expected: { conditions: outcome.case.conditions, triage: outcome.case.triage },
        got: { conditions: outcome.differential.slice(0, 3).map(({ id }) => id), triage: outcome.triage },
      })),
  };
}
