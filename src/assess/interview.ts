// The loop that whoever answers can run: a person in a terminal, a case record, a simulated runner. The engine asks,
// `oracle` answers; nothing else happens here.

import type { Finding, KnowledgeBase } from '../knowledge/index.ts';
import type { Answer, Answers, FindingId } from '../vocabulary/index.ts';
import { type Assessment, assess } from './assess.ts';
import { networkOf } from './network.ts';
import { firstSteps, type NextStep, nextStep, questionsAsked, type StepOptions } from './next-step.ts';
import { beliefOf } from './posterior.ts';
import { withSuspicion } from './suspicion.ts';
import { floorOf, triageOf } from './triage.ts';

/** Answers a finding with one of its states or `unsure`. */
export type Oracle = (finding: Finding) => Answer;

export interface Interview {
  readonly answers: Answers;
  readonly assessment: Assessment;
  /**
   * Questions asked one by one after the screens and the questions that everybody gets, without those that who needs help
   * at once chose to answer while waiting.
   */
  readonly questions: number;
}

/** Conducts an interview to its end. Every step answers at least one finding, so it ends. */
export function interview(knowledge: KnowledgeBase, oracle: Oracle, options: StepOptions = {}): Interview {
  let beforeHelp: number | undefined;
  const { answers } = converse(knowledge, oracle, options, (sofar) => {
    if (floorOf(knowledge, sofar) === 'emergency') beforeHelp ??= questionsAsked(knowledge, sofar);
  });
  const assessment = assess(knowledge, answers, options);
  return { answers, assessment, questions: beforeHelp ?? assessment.questions };
}

export interface Conversation {
  readonly answers: Answers;
  /** Findings in the order in which they were asked one by one, those that everybody is asked included. */
  readonly asked: readonly Finding[];
  readonly because: 'emergency' | 'settled' | 'enough';
}

/**
 * The questions and answers of an interview, without the assessment at its end.
 * @param onStep called before each question that hangs on the answers, with the answers so far
 */
export function converse(
  knowledge: KnowledgeBase,
  oracle: Oracle,
  options: StepOptions = {},
  onStep?: (answers: Answers, asked: readonly Finding[]) => void,
): Conversation {
  const network = networkOf(knowledge);
  const answers: Record<FindingId, Answer> = {};
  const asked: Finding[] = [];
  const following = (): NextStep => {
    const early = firstSteps(knowledge, answers, floorOf(knowledge, answers), options);
    if (early) return early;
    onStep?.(answers, asked);
    const belief = withSuspicion(network, answers, beliefOf(network, answers));
    return nextStep(network, answers, belief, triageOf(network, answers, belief.posterior), options);
  };
  for (let next = following(); ; next = following()) {
    switch (next.kind) {
      case 'stop':
        return { answers, asked, because: next.because };
      case 'screen':
        for (const finding of next.open) answers[finding.id] = oracle(finding);
        break;
      case 'question':
        answers[next.finding.id] = oracle(next.finding);
        asked.push(next.finding);
    }
  }
}
