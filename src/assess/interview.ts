// The loop that whoever answers can run: a person in a terminal, a case record, a simulated runner. The engine asks,
// `oracle` answers; nothing else happens here.

import type { Finding, KnowledgeBase } from '../knowledge/index.ts';
import type { Answer, Answers } from '../vocabulary/index.ts';
import { type Assessment, type AssessOptions, assess } from './assess.ts';

/** Answers a finding with one of its states or `unsure`. */
export type Oracle = (finding: Finding) => Answer;

export interface Interview {
  readonly answers: Answers;
  readonly assessment: Assessment;
  /** Questions asked one by one after the screens and the questions that everybody gets. */
  readonly questions: number;
}

/** Conducts an interview to its end. Every step answers at least one finding, so it ends. */
export function interview(knowledge: KnowledgeBase, oracle: Oracle, options: AssessOptions = {}): Interview {
  let answers: Answers = {};
  for (;;) {
    const assessment = assess(knowledge, answers, options);
    const { next } = assessment;
    if (next.kind === 'stop') return { answers, assessment, questions: assessment.questions };
    const asked = next.kind === 'screen' ? next.open : [next.finding];
    answers = { ...answers, ...Object.fromEntries(asked.map((finding) => [finding.id, oracle(finding)])) };
  }
}
