// How well the assessment does on cases, twice: with all answers of the record at once, and as an interview in which
// the engine asks and the record answers (`unsure` where it is silent). Causes are scored on the cases whose cause the
// knowledge covers, urgency on all.

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
}

export interface EvaluateOptions {
  /** Limit of adaptive questions in the interview. */
  readonly maxQuestions?: number;
}

/** Scores a list of cases in both modes. */
export function evaluateCases(
  knowledge: KnowledgeBase,
  cases: readonly Case[],
  options: EvaluateOptions = {},
): Scores {
  const atOnce = cases.map((one) => outcomeOf(one, assess(knowledge, one.answers), 0));
  const asked = cases.map((one) => {
    const { assessment, questions } = interview(
      knowledge,
      (finding) => one.answers[finding.id] ?? UNSURE,
      options,
    );
    return outcomeOf(one, assessment, questions);
  });
  return {
    cases: cases.length,
    covered: cases.filter(isCovered).length,
    knowledge: `${knowledge.version}+${knowledge.hash.slice(0, 12)}`,
    modes: { 'all-answers': scoresOf(atOnce), interview: scoresOf(asked) },
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

function scoresOf(outcomes: readonly Outcome[]): ModeScores {
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
    top1: share(covered, (outcome) => isRightWithin(outcome, 1)),
    top3: share(covered, (outcome) => isRightWithin(outcome, 3)),
    triageExact: share(outcomes, (outcome) => outcome.triage === outcome.case.triage),
    underTriage: share(outcomes, (outcome) => isMoreUrgent(outcome.case.triage, outcome.triage)),
    overTriage: share(outcomes, (outcome) => isMoreUrgent(outcome.triage, outcome.case.triage)),
    emergenciesCaught: share(emergencies, (outcome) => !isMoreUrgent('same-day', outcome.triage)),
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
