// What a result tells: which causes in full, which in one line, and why. The same for a page, a terminal and a program.

import type { KnowledgeBase } from '../knowledge/index.ts';
import { type Answers, isMoreUrgent } from '../vocabulary/index.ts';
import { type Assessment, assess, type Candidate, type Reasons, reasonsFor } from './assess.ts';
import { type AssessWords, assessEnglish } from './words/en.ts';

export interface Outcome {
  readonly knowledge: KnowledgeBase;
  readonly assessment: Assessment;
  /** The causes to be shown in full, most probable first; at least one. */
  readonly leading: readonly Candidate[];
  /** Less probable causes that must not be missed, for one line each. */
  readonly important: readonly Candidate[];
  /** Reasons for `leading`, in the same order. */
  readonly reasons: Reasons;
}

/** At most this many causes lead, and none below this probability (but always the first). */
const MOST_LEADING = 4;
const LEAST_LEADING = 0.05;
/** Urgent causes below that are named from this probability on. */
const LEAST_IMPORTANT = 0.005;

/** Assesses the answers and chooses what is to be told. */
export function outcomeOf(
  knowledge: KnowledgeBase,
  answers: Answers,
  words: AssessWords = assessEnglish,
): Outcome {
  const assessment = assess(knowledge, answers);
  const leading = assessment.differential.filter(
    ({ probability }, index) => index === 0 || (index < MOST_LEADING && probability >= LEAST_LEADING),
  );
  const important = assessment.differential.filter(
    (candidate) =>
      !leading.includes(candidate) &&
      candidate.probability >= LEAST_IMPORTANT &&
      canBeUrgent(knowledge, candidate),
  );
  const conditions = leading.map(({ condition }) => condition);
  return {
    knowledge,
    assessment,
    leading,
    important,
    reasons: reasonsFor(knowledge, answers, conditions, words),
  };
}

function canBeUrgent(knowledge: KnowledgeBase, { condition }: Candidate): boolean {
  const index = knowledge.conditions.indexOf(condition);
  return knowledge.presentations.some(
    (one) => one.condition === index && isMoreUrgent(one.triage, 'routine'),
  );
}
