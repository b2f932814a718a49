// The one question this room answers: given what is known and what a runner said, how urgent is it, what could it be,
// and what should be asked next? It never asks anybody anything: the next question is part of the answer.

import { type Condition, findingById, type KnowledgeBase } from '../knowledge/index.ts';
import {
  type Answers,
  type FindingId,
  ok,
  type Result,
  refuse,
  type StateId,
  UNSURE,
} from '../vocabulary/index.ts';
import { type CareAdvice, careAdvice } from './advice.ts';
import { type Explanation, explain, type Pivot, pivotOf } from './explain.ts';
import { type Network, networkOf } from './network.ts';
import { firstSteps, type NextStep, nextStep, questionsAsked, type StepOptions } from './next-step.ts';
import { beliefOf, conditionProbabilities } from './posterior.ts';
import { type Sensitivity, sensitivityOf } from './sensitivity.ts';
import { withSuspicion } from './suspicion.ts';
import { flagsOf, type Triage, triageOf } from './triage.ts';
import { type Range, uncertaintyOf } from './uncertainty.ts';
import { type AssessWords, assessEnglish } from './words/en.ts';

export interface Candidate {
  readonly condition: Condition;
  /** Probability that it is present, alone or with another cause. The sum over conditions can exceed 1. */
  readonly probability: number;
  /** Its most probable presentation, with the probability of that presentation given the condition. */
  readonly presentation: { readonly name: string; readonly probability: number };
}

export interface Stability {
  /** Range of the probability of each condition asked for (80 %), from the uncertainty of the numbers themselves. */
  readonly ranges: readonly Range[];
  /** Share of equally defensible knowledge bases that ask for the same level, 0–1. */
  readonly level: number;
}

export interface Assessment {
  readonly knowledge: { readonly version: string; readonly hash: string };
  readonly triage: Triage;
  /** Every condition, most probable first. */
  readonly differential: readonly Candidate[];
  /** Probability that two causes are present at once. */
  readonly twoAtOnce: number;
  readonly next: NextStep;
  /** Adaptive questions asked so far. */
  readonly questions: number;
}

/** Assesses the answers given so far. Answers must have passed `checkAnswers`. */
export function assess(knowledge: KnowledgeBase, answers: Answers, options: StepOptions = {}): Assessment {
  const { network, belief, triage } = judge(knowledge, answers);
  const { posterior } = belief;
  let twoAtOnce = 0;
  network.hypotheses.forEach((hypothesis, row) => {
    if (hypothesis.conditions.length > 1) twoAtOnce += posterior[row] ?? 0;
  });
  return {
    knowledge: { version: knowledge.version, hash: knowledge.hash },
    triage,
    differential: differentialOf(network, posterior),
    twoAtOnce,
    next: nextStep(network, answers, belief, triage, options),
    questions: questionsAsked(knowledge, answers),
  };
}

/** How urgent it is and what could be the cause: an assessment without what comes next, which is most of its work. */
export function urgencyAndCauses(
  knowledge: KnowledgeBase,
  answers: Answers,
): Pick<Assessment, 'triage' | 'differential'> {
  const { network, belief, triage } = judge(knowledge, answers);
  return { triage, differential: differentialOf(network, belief.posterior) };
}

export interface Standing extends Pick<Triage, 'floor' | 'fired'> {
  readonly next: NextStep;
}

/** Where the interview stands: an assessment's red flags and next step. The first lists hang on no probability, so none is worked out. */
export function standing(knowledge: KnowledgeBase, answers: Answers, options: StepOptions = {}): Standing {
  const { floor, fired } = flagsOf(knowledge, answers);
  const early = firstSteps(knowledge, answers, floor, options);
  if (early) return { floor, fired, next: early };
  const { network, belief, triage } = judge(knowledge, answers);
  return { floor, fired, next: nextStep(network, answers, belief, triage, options) };
}

function judge(knowledge: KnowledgeBase, answers: Answers) {
  const network = networkOf(knowledge);
  const belief = withSuspicion(network, answers, beliefOf(network, answers));
  return { network, belief, triage: triageOf(network, answers, belief.posterior) };
}

function differentialOf(network: Network, posterior: Float64Array): readonly Candidate[] {
  const { conditions, presentations } = network.knowledge;
  const probabilities = conditionProbabilities(network, posterior);
  const byPresentation = new Float64Array(presentations.length);
  network.hypotheses.forEach((hypothesis, row) => {
    for (const index of hypothesis.presentations) {
      byPresentation[index] = (byPresentation[index] ?? 0) + (posterior[row] ?? 0);
    }
  });
  return conditions
    .map((condition, index): Candidate => {
      const probability = probabilities[index] ?? 0;
      const own = presentations
        .map((presentation, at) => ({ presentation, p: byPresentation[at] ?? 0 }))
        .filter(({ presentation }) => presentation.condition === index);
      const likeliest = own.reduce((most, one) => (one.p > most.p ? one : most));
      return {
        condition,
        probability,
        presentation: {
          name: likeliest.presentation.name,
          probability: probability > 0 ? Math.min(1, likeliest.p / probability) : 0,
        },
      };
    })
    .sort((a, b) => b.probability - a.probability || (a.condition.id < b.condition.id ? -1 : 1));
}

export interface Reasons {
  /** In the order of the conditions asked for. */
  readonly explanations: readonly Explanation[];
  readonly pivot: Pivot | undefined;
  readonly sensitivity: Sensitivity;
  readonly care: CareAdvice;
  readonly stability: Stability;
}

/** Explains an assessment: what spoke for and against the given conditions, what would change it, what may be done. */
export function reasonsFor(
  knowledge: KnowledgeBase,
  answers: Answers,
  conditions: readonly Condition[],
  words: AssessWords = assessEnglish,
): Reasons {
  const network = networkOf(knowledge);
  const belief = withSuspicion(network, answers, beliefOf(network, answers));
  const { posterior } = belief;
  const indices = conditions.map((condition) => knowledge.conditions.indexOf(condition));
  const triage = triageOf(network, answers, posterior);
  const uncertainty = uncertaintyOf(network, answers, belief);
  return {
    explanations: explain(network, answers, posterior, indices),
    pivot: pivotOf(network, answers, belief, triage),
    sensitivity: sensitivityOf(network, answers, belief, triage),
    care: careFor(knowledge, answers, conditions, words),
    stability: {
      ranges: indices.map((index) => uncertainty.ranges[index] ?? { low: 0, high: 1 }),
      level: uncertainty.levels[triage.demanded],
    },
  };
}

/** What may be advised for the given conditions; the part of `reasonsFor` that costs little. */
export function careFor(
  knowledge: KnowledgeBase,
  answers: Answers,
  conditions: readonly Condition[],
  words: AssessWords = assessEnglish,
): CareAdvice {
  const network = networkOf(knowledge);
  const { posterior } = withSuspicion(network, answers, beliefOf(network, answers));
  const triage = triageOf(network, answers, posterior);
  const indices = conditions.map((condition) => knowledge.conditions.indexOf(condition));
  return careAdvice(network, answers, conditionProbabilities(network, posterior), triage, indices, words);
}

/** An answer that does not fit the knowledge. */
export interface AnswerRefusal {
  readonly kind: 'unknown-finding' | 'unknown-state';
  readonly finding: FindingId;
  readonly answer: string;
  /** States that would be accepted; empty for an unknown finding. */
  readonly accepted: readonly StateId[];
}

/** Checks that every answer names a finding and one of its states (or `unsure`). */
export function checkAnswers(
  knowledge: KnowledgeBase,
  answers: Readonly<Record<string, unknown>>,
): Result<Answers, readonly AnswerRefusal[]> {
  const refusals = Object.entries(answers).flatMap(([finding, answer]): readonly AnswerRefusal[] => {
    const accepted = findingById(knowledge, finding)?.states.map(({ id }) => id);
    if (!accepted) return [{ kind: 'unknown-finding', finding, answer: String(answer), accepted: [] }];
    if (answer === UNSURE || accepted.includes(answer as string)) return [];
    return [{ kind: 'unknown-state', finding, answer: String(answer), accepted: [...accepted, UNSURE] }];
  });
  return refusals.length > 0 ? refuse(refusals) : ok(answers as Answers);
}
